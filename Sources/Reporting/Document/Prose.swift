/// A run of text with what stands out in it.
public enum Inline: Hashable, Sendable {
  /// Plain words.
  case text(String)
  /// Words that carry weight.
  case strong(String)
  /// An identifier, a code or a command.
  case code(String)
  /// A small label with a tone, such as a verdict.
  case badge(String, Badge)
  /// A row of the record, linked where the report shows the record.
  case row(String)
  /// The words of an act, linked to its row where the report shows the record.
  case act(String, id: String)
  /// Words that lead to a section of the report by its id.
  case section(String, id: String)
  /// Words that lead to an address; only an http or https address becomes a link.
  case link(String, url: String)
  /// Words of less weight, such as a remark.
  case aside(String)
  /// Words that stay on one line, such as a date.
  case tight(String)
  /// The end of a line within a paragraph or a cell.
  case lineBreak
}

/// The tone of a small label: never shown by colour alone.
public enum Badge: String, Hashable, Sendable, CaseIterable {
  /// Bears the assertion out.
  case supported
  /// Bears it out in part.
  case partly
  /// Speaks against it.
  case contradicted
  /// Says nothing about it.
  case untested
  /// Carries no judgement.
  case neutral
}

/// Text with typed parts, written as a string literal.
///
/// ```swift
/// let line: Prose = "Lowest on \(strong: "2025-07-04"), after \(row: "AR089")."
/// ```
/// A plain interpolation is always text: whatever a file of the case holds is shown and never run.
public struct Prose: Hashable, Sendable {
  /// The parts in reading order.
  public var inlines: [Inline]

  /// Makes a text from its parts.
  public init(_ inlines: [Inline]) { self.inlines = inlines }

  /// Makes a plain text.
  public init(_ text: some StringProtocol) { inlines = [.text(String(text))] }

  /// The text without its typing, as a terminal shows it.
  public var plain: String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .strong(let text), .code(let text), .row(let text): text
      case .aside(let text), .tight(let text): text
      case .badge(let text, _), .section(let text, _), .link(let text, _), .act(let text, _): text
      case .lineBreak: " "
      }
    }.joined()
  }

  /// Whether there is nothing to read.
  public var isEmpty: Bool { plain.isEmpty }

  /// One text after another.
  public static func + (lhs: Prose, rhs: Prose) -> Prose { Prose(lhs.inlines + rhs.inlines) }

  /// Links to rows of the record, separated by commas.
  ///
  /// - Parameters:
  ///   - ids: The ids of the rows.
  ///   - limit: After so many the rest is only counted.
  public static func rows(_ ids: [String], limit: Int = .max) -> Prose {
    var inlines: [Inline] = []
    for id in ids.prefix(limit) {
      if !inlines.isEmpty { inlines.append(.text(", ")) }
      inlines.append(.row(id))
    }
    if ids.count > limit { inlines.append(.text(" and \(ids.count - limit) more")) }
    return Prose(inlines)
  }
}

extension Prose: ExpressibleByStringInterpolation {
  /// Makes a plain text from a literal.
  public init(stringLiteral value: String) { inlines = value.isEmpty ? [] : [.text(value)] }

  /// Makes a text from a literal with typed parts.
  public init(stringInterpolation: Interpolation) { inlines = stringInterpolation.inlines }

  /// Collects the parts of a literal.
  public struct Interpolation: StringInterpolationProtocol {
    var inlines: [Inline] = []

    /// Makes room for a literal.
    public init(literalCapacity: Int, interpolationCount: Int) {
      inlines.reserveCapacity(2 * interpolationCount + 1)
    }

    /// Adds the words of the literal.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { inlines.append(.text(literal)) }
    }

    /// Adds a value as plain text.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      inlines.append(.text(value.description))
    }

    /// Adds another text with its parts.
    public mutating func appendInterpolation(_ prose: Prose) { inlines += prose.inlines }

    /// Adds words that carry weight.
    public mutating func appendInterpolation(strong text: some CustomStringConvertible) {
      inlines.append(.strong(text.description))
    }

    /// Adds an identifier, a code or a command.
    public mutating func appendInterpolation(code text: some CustomStringConvertible) {
      inlines.append(.code(text.description))
    }

    /// Adds a row of the record.
    public mutating func appendInterpolation(row id: String) { inlines.append(.row(id)) }

    /// Adds several rows of the record.
    public mutating func appendInterpolation(rows ids: [String], limit: Int = .max) {
      inlines += Prose.rows(ids, limit: limit).inlines
    }

    /// Adds words that lead to an address.
    public mutating func appendInterpolation(link text: String, url: String) {
      inlines.append(.link(text, url: url))
    }

    /// Adds words that lead to a section.
    public mutating func appendInterpolation(section text: String, id: String) {
      inlines.append(.section(text, id: id))
    }
  }
}
