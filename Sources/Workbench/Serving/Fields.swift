import Foundation
import Hummingbird

/// The fields of a query or a form in their order.
struct Fields: Sendable {
  /// Names and values, decoded.
  private(set) var all: [(name: String, value: String)] = []

  /// Makes an empty list.
  init() {}

  /// Reads fields as a browser sends them: names and values joined by `=` and `&`, percent-encoded, a
  /// blank as `+`.
  init(encoded text: String) {
    var components = URLComponents()
    let plain = text.replacing("+", with: "%20")
    guard Self.isEncoded(plain) else { return }
    components.percentEncodedQuery = plain
    all = (components.queryItems ?? []).map { ($0.name, $0.value ?? "") }
  }

  /// The fields of a request's query.
  init(query request: Request) { self.init(encoded: request.uri.query ?? "") }

  /// The first value of a field.
  subscript(_ name: String) -> String? { all.first { $0.name == name }?.value }

  /// Every value of a field.
  func values(_ name: String) -> [String] { all.filter { $0.name == name }.map(\.value) }

  /// The values of the fields whose names begin so, by the rest of their names.
  func group(_ prefix: String) -> [String: String] {
    Dictionary(
      all.filter { $0.name.hasPrefix(prefix) }
        .map { (String($0.name.dropFirst(prefix.count)), $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether a text holds only what an encoded query may hold; setting any other is an error there.
  private static func isEncoded(_ text: String) -> Bool {
    var bytes = Array(text.utf8)[...]
    func isHex(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }
    while let byte = bytes.popFirst() {
      if byte == 0x25 {
        guard bytes.count >= 2, bytes.prefix(2).allSatisfy(isHex) else { return false }
        bytes = bytes.dropFirst(2)
      } else if byte <= 0x20 || byte >= 0x7F || byte == 0x23 {
        return false
      }
    }
    return true
  }
}
