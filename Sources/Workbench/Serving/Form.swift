import Foundation
import HTTPTypes
import Hummingbird

/// Reads what a form sends.
enum Form {
  /// The fields of a form.
  ///
  /// - Throws: ``Fault`` where the form is too long or of another type.
  static func fields(of request: Request, limit: Int) async throws -> Fields {
    let type = request.headers[.contentType] ?? ""
    guard type.hasPrefix("application/x-www-form-urlencoded") else {
      throw Fault(
        .unsupportedMediaType, "Not a form",
        "Send the fields as application/x-www-form-urlencoded.")
    }
    return Fields(
      encoded: String(decoding: try await bytes(of: request, limit: limit), as: UTF8.self))
  }

  /// The whole body of a request.
  ///
  /// A body that says that it is too long is refused before any of it is read.
  static func bytes(of request: Request, limit: Int) async throws -> [UInt8] {
    func refusal() -> Fault {
      Fault(.contentTooLarge, "Too long", "At most \(limit >> 20) MB are taken here.")
    }
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw refusal()
    }
    var bytes: [UInt8] = []
    for try await piece in request.body {
      guard bytes.count + piece.readableBytes <= limit else { throw refusal() }
      bytes += piece.readableBytesView
    }
    return bytes
  }
}
