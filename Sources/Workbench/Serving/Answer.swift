import Foundation
import HTTPTypes
import Hummingbird

/// The forms in which the workbench answers.
enum Answer {
  /// A page.
  static func page(_ frame: PageFrame, _ content: Markup) -> Response {
    text(frame.render(content), type: "text/html; charset=utf-8")
  }

  /// A text of a type.
  static func text(_ text: String, type: String) -> Response {
    Response(
      status: .ok, headers: [.contentType: type],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  /// JSON as it is.
  static func json(_ text: String) -> Response { self.text(text, type: "application/json") }

  /// A value as JSON.
  static func json(_ value: some Encodable) throws -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    return json(String(decoding: try encoder.encode(value), as: UTF8.self) + "\n")
  }

  /// A file to be kept.
  static func download(_ bytes: [UInt8], type: String, name: String) -> Response {
    let plain = name.unicodeScalars.map { letter -> Character in
      letter.isASCII && letter.properties.isAlphabetic || ("0"..."9").contains(letter)
        || "-_.".unicodeScalars.contains(letter) ? Character(letter) : "_"
    }
    return Response(
      status: .ok,
      headers: [
        .contentType: type,
        .contentDisposition: "attachment; filename=\"\(String(plain))\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// Elsewhere, by a request that may be repeated.
  static func elsewhere(_ address: Address) -> Response {
    Response(status: .seeOther, headers: [.location: address.string])
  }
}
