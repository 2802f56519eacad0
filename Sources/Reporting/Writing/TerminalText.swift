/// Text for a terminal: wrapped, coloured only where asked, and free of control characters.
package struct TerminalText: Sendable {
  /// The number of columns.
  package let width: Int
  /// Whether colours may be used.
  package let hasColour: Bool
  /// The lines so far.
  package private(set) var lines: [String] = []

  /// Starts a text; widths under 20 columns are taken as 20.
  package init(width: Int, colour: Bool) {
    self.width = max(20, width)
    hasColour = colour
  }

  /// The look of a piece of text.
  package enum Look: String, Sendable {
    case plain = ""
    case bold = "1"
    case dim = "2"
    case green = "32"
    case yellow = "33"
    case red = "31"
    case blue = "34"
  }

  /// Adds an empty line.
  package mutating func addGap() { lines.append("") }

  /// Adds text, wrapped, with the lines after the first indented.
  ///
  /// - Parameters:
  ///   - text: The text; control characters are made visible.
  ///   - look: Its look.
  ///   - head: A first piece, such as a name, that does not wrap.
  ///   - headLook: The look of the first piece.
  ///   - indent: The columns before lines after the first.
  ///   - limit: After so many lines the text ends in an ellipsis.
  package mutating func add(
    _ text: String, look: Look = .plain, head: String = "", headLook: Look = .bold,
    indent: Int = 0, limit: Int = .max
  ) {
    let margin = String(repeating: " ", count: min(indent, width / 2))
    let first = Escaping.terminal(head)
    if Self.columns(first) > width / 2 {
      add(first, look: headLook)
      add(text, look: look, head: margin, indent: indent, limit: limit)
      return
    }
    var wrapped: [String] = []
    var line = first.isEmpty ? "" : String(repeating: " ", count: Self.columns(first))
    for word in Escaping.terminal(text).split(separator: " ") {
      var rest = String(word)
      while !rest.isEmpty {
        let isBlank = line.allSatisfy { $0 == " " }
        let gap = isBlank ? "" : " "
        if Self.columns(line + gap + rest) <= width {
          line += gap + rest
          rest = ""
        } else if isBlank {
          let room = max(1, width - Self.columns(line))
          let piece = Self.prefix(of: rest, columns: room)
          line += piece
          rest = String(rest.dropFirst(piece.count))
        } else {
          wrapped.append(line)
          line = margin
        }
      }
    }
    if !line.isEmpty { wrapped.append(line) }
    if wrapped.count > max(1, limit) {
      wrapped = Array(wrapped.prefix(max(1, limit)))
      let last = wrapped[wrapped.count - 1]
      wrapped[wrapped.count - 1] = Self.prefix(of: last, columns: width - 1) + "…"
    }
    for (index, line) in wrapped.enumerated() {
      if index == 0, !first.isEmpty {
        let rest = String(line.dropFirst(min(line.count, Self.columns(first))))
        lines.append(styled(first, headLook) + styled(rest, look))
      } else {
        lines.append(styled(line, look))
      }
    }
  }

  /// The whole text, ending in a line break.
  package var text: String { lines.joined(separator: "\n") + "\n" }

  private func styled(_ text: String, _ look: Look) -> String {
    guard hasColour, look != .plain, !text.isEmpty else { return text }
    return "\u{1B}[\(look.rawValue)m\(text)\u{1B}[0m"
  }

  /// The number of columns of text: two for wide East Asian characters and emoji, else one.
  static func columns(_ text: String) -> Int {
    text.reduce(0) { $0 + columns($1) }
  }

  private static func columns(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  private static func prefix(of text: String, columns limit: Int) -> String {
    var used = 0
    return String(
      text.prefix { character in
        used += columns(character)
        return used <= limit
      })
  }
}
