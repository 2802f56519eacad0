/// The one place where text from outside becomes part of a page.
///
/// Escaping works on bytes. swift-mustache 2.1.1 escapes by `Character`, so that a quotation mark
/// followed by a combining accent would leave an attribute; see `HTMLPage`.
package enum Escaping {
  /// The text for HTML and XML, in content and in quoted attributes.
  ///
  /// Controls and the noncharacters U+FFFE and U+FFFF, which XML 1.0 or HTML forbid, become U+FFFD, so
  /// that both stay well-formed.
  package static func markup(_ text: String) -> String {
    var needsWork = false
    for byte in text.utf8 where isSpecial(byte) {
      needsWork = true
      break
    }
    guard needsWork else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 32)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      case 0x09, 0x0A, 0x0D: bytes.append(byte)
      case 0..<0x20, 0x7F: bytes += "\u{FFFD}".utf8
      case 0x80..<0xA0 where bytes.last == 0xC2:
        bytes.removeLast()
        bytes += "\u{FFFD}".utf8
      case 0xBE, 0xBF:
        // The last byte of U+FFFE and U+FFFF, whose first two are EF BF.
        let isForbidden = bytes.suffix(2).elementsEqual([0xEF, 0xBF])
        bytes.append(isForbidden ? 0xBD : byte)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x26 || byte == 0x27 || byte == 0x3C || byte == 0x3E
      || byte == 0x7F || byte == 0xC2 || byte == 0xEF
  }

  /// The text for Markdown: everything that Markdown or HTML would act on is made plain.
  ///
  /// Line breaks become spaces, so that an entry of a table stays one line.
  package static func markdown(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    var last: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"), UInt8(ascii: "#"),
        UInt8(ascii: "~"), UInt8(ascii: "!"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case 0x09, 0x0A, 0x0D: bytes.append(0x20)
      case 0..<0x20, 0x7F: bytes += "\u{FFFD}".utf8
      case 0x80..<0xA0 where last == 0xC2:
        bytes.removeLast()
        bytes += "\u{FFFD}".utf8
      default: bytes.append(byte)
      }
      last = byte
    }
    return unlinked(String(decoding: bytes, as: UTF8.self))
  }

  /// Bare addresses in text must not become links of GitHub's Markdown.
  private static func unlinked(_ text: String) -> String {
    let hints: [UInt8] = [UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "w")]
    guard text.utf8.contains(where: hints.contains) else { return text }
    return text.replacing("://", with: ":&#47;/").replacing("www.", with: "www&#46;")
      .replacing("@", with: "&#64;")
  }

  /// The text without bytes that would steer a terminal.
  package static func terminal(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": result.append(" ")
      case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// An address that may become a link: http or https and no white space; else nothing.
  package static func webAddress(_ text: String) -> String? {
    let lower = text.prefix(8).lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else { return nil }
    let rest = text.unicodeScalars.drop { $0 != "/" }.dropFirst(2)
    guard let first = rest.first, first != "/", first != "?", first != "#",
      text.unicodeScalars.allSatisfy({ $0.value > 0x20 && !(0x7F...0xA0).contains($0.value) })
    else { return nil }
    return text
  }

  /// The anchor of a row of the record; different ids have different anchors.
  package static func rowAnchor(_ id: String) -> String { anchor("row-", id) }

  /// An anchor made of a prefix and any text; different texts have different anchors.
  package static func anchor(_ prefix: String, _ id: String) -> String {
    var anchor = prefix
    for byte in id.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        anchor.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        anchor += digits.count == 1 ? "~0\(digits)" : "~\(digits)"
      }
    }
    return anchor
  }
}
