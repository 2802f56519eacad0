import Foundation

/// An address of the workbench: a path of parts and fields, each encoded.
struct Address: Sendable {
  private var text: String

  /// The address as it stands in a link, before it is escaped for the page.
  var string: String { text }

  private static let allowed: CharacterSet = {
    var letters = CharacterSet()
    letters.insert(
      charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    return letters
  }()

  /// A path of parts.
  init(_ parts: String...) {
    text = parts.isEmpty ? "/" : parts.map { "/" + Self.encoded($0) }.joined()
  }

  /// The address with fields behind its path, in their order.
  func with(_ fields: [(String, String)]) -> Address {
    guard !fields.isEmpty else { return self }
    var copy = self
    let joined = fields.map { Self.encoded($0.0) + "=" + Self.encoded($0.1) }
      .joined(separator: "&")
    copy.text += (text.contains("?") ? "&" : "?") + joined
    return copy
  }

  /// The address with a place within its page.
  func at(_ anchor: String) -> Address {
    var copy = self
    copy.text += "#" + Self.encoded(anchor)
    return copy
  }

  static func encoded(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F || $0 == 0x7E
    }
    if isPlain { return text }
    return text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
  }
}

extension Markup.StringInterpolation {
  mutating func appendInterpolation(_ address: Address) { appendInterpolation(address.string) }
}
