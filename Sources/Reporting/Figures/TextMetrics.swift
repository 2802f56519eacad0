/// An estimate of how wide text is, on the safe side of the usual sans-serif fonts.
///
/// The page uses the reader's own font, so widths can only be bounded. The classes below follow the
/// widths of DejaVu Sans, which is wider than Arial, Roboto and the system fonts of phones.
package enum TextMetrics {
  /// The width of text in units of the drawing.
  package static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    var width = 0.0
    for scalar in text.unicodeScalars { width += factor(scalar) }
    return width * size * (isBold ? 1.14 : 1)
  }

  /// The text, cut so that it fits a width, with an ellipsis where something was cut.
  package static func fitted(
    _ text: String, width: Double, size: Double, isBold: Bool = false
  ) -> String {
    guard Self.width(of: text, size: size, isBold: isBold) > width else { return text }
    var kept = ""
    var used = Self.width(of: "…", size: size, isBold: isBold)
    for character in text {
      let next = Self.width(of: String(character), size: size, isBold: isBold)
      guard used + next <= width else { break }
      used += next
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept.isEmpty ? "" : kept + "…"
  }

  /// The text as lines that fit a width; a word that does not fit is cut.
  package static func wrapped(
    _ text: String, width: Double, size: Double, isBold: Bool = false
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let candidate = line.isEmpty ? String(word) : "\(line) \(word)"
      if Self.width(of: candidate, size: size, isBold: isBold) <= width {
        line = candidate
      } else {
        if !line.isEmpty { lines.append(line) }
        line = fitted(String(word), width: width, size: size, isBold: isBold)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  private static func factor(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "'", "|", ".", ",", ":", ";", "!", " ", "I": 0.33
    case "f", "r", "t", "(", ")", "/", "-", "[", "]": 0.42
    case "m", "w", "M", "W", "@", "%", "…", "—", "→", "↔": 1.0
    case "A"..."Z": 0.72
    case "0"..."9", "a"..."z": 0.62
    case "\u{300}"..."\u{36F}": 0
    case "\u{80}"..."\u{24F}": 0.7
    case "\u{250}"..."\u{10FF}": 0.75
    default: scalar.value < 0x80 ? 0.7 : 1.0
    }
  }
}
