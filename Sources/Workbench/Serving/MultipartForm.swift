import Foundation
import HTTPTypes
import Hummingbird

/// A form that carries files.
///
/// > Masinter, L. "Returning Values from Forms: multipart/form-data." RFC 7578, 2015.
struct MultipartForm: Sendable {
  /// One field of the form.
  struct Part: Sendable {
    let name: String
    /// The name of the file; nothing for a plain field.
    let file: String?
    let bytes: [UInt8]
  }

  /// The fields in their order.
  let parts: [Part]

  /// Reads the form of a request.
  ///
  /// - Throws: ``Fault`` where the form is too long or broken.
  init(_ request: Request, limit: Int) async throws {
    let type = request.headers[.contentType] ?? ""
    guard type.lowercased().hasPrefix("multipart/form-data"),
      let mark = Self.value("boundary", in: type)
    else {
      throw Fault(
        .unsupportedMediaType, "Not a form with files", "Send the fields as multipart/form-data.")
    }
    try self.init(try await Form.bytes(of: request, limit: limit), boundary: mark)
  }

  /// Reads the body of a form.
  ///
  /// - Throws: ``Fault`` where it is broken.
  init(_ body: [UInt8], boundary: String) throws(Fault) {
    let broken = Fault(.badRequest, "The form is broken", "Send it again.")
    let data = Data(body)
    let mark = Data("--\(boundary)".utf8)
    guard !boundary.isEmpty, boundary.utf8.count <= 70, var at = data.range(of: mark)?.upperBound
    else { throw broken }
    var parts: [Part] = []
    while true {
      if data[at...].starts(with: Data("--".utf8)) { break }
      guard data[at...].starts(with: Data("\r\n".utf8)),
        let blank = data.range(of: Data("\r\n\r\n".utf8), in: at..<data.endIndex),
        let end = data.range(
          of: Data("\r\n".utf8) + mark, in: blank.upperBound - 2..<data.endIndex),
        parts.count < 100
      else { throw broken }
      let head = String(decoding: data[at..<blank.lowerBound], as: UTF8.self)
      guard
        let line = head.split(separator: "\r\n").first(where: {
          $0.lowercased().hasPrefix("content-disposition:")
        }), let name = Self.value("name", in: String(line))
      else { throw broken }
      let start = min(blank.upperBound, end.lowerBound)
      parts.append(
        Part(
          name: name, file: Self.value("filename", in: String(line)),
          bytes: Array(data[max(start, blank.upperBound)..<max(end.lowerBound, blank.upperBound)])))
      at = end.upperBound
    }
    self.parts = parts
  }

  /// The text of a plain field.
  subscript(_ name: String) -> String? {
    parts.first { $0.name == name && $0.file == nil }.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
  }

  /// A file that was chosen.
  func file(_ name: String) -> Part? {
    parts.first { $0.name == name && $0.file?.isEmpty == false }
  }

  /// The value of a parameter of a header line.
  private static func value(_ name: String, in line: String) -> String? {
    for piece in line.split(separator: ";").dropFirst() {
      let pair = piece.split(separator: "=", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard pair.count == 2, pair[0].lowercased() == name else { continue }
      let text = pair[1]
      return text.count >= 2 && text.hasPrefix("\"") && text.hasSuffix("\"")
        ? String(text.dropFirst().dropLast()) : text
    }
    return nil
  }
}
