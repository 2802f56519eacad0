import Reporting

/// A piece of a page in which every text from outside is escaped.
///
/// Written as a literal; what is interpolated is escaped unless it is markup itself, so that a text can
/// become part of a page in no other way.
struct Markup: Sendable, ExpressibleByStringInterpolation {
  /// The markup as it is sent.
  private(set) var html: String

  /// Makes markup of a literal of this program.
  init(stringLiteral value: String) { html = value }

  init(stringInterpolation: StringInterpolation) { html = stringInterpolation.html }

  /// Markup that another room of this program has written and escaped.
  init(written html: String) { self.html = html }

  /// Pieces one after another.
  init(_ pieces: some Sequence<Markup>) {
    html = ""
    for piece in pieces { html += piece.html }
  }

  static func + (lhs: Markup, rhs: Markup) -> Markup { Markup(written: lhs.html + rhs.html) }

  static func += (lhs: inout Markup, rhs: Markup) { lhs.html += rhs.html }

  /// Builds markup by appending and escaping.
  struct StringInterpolation: StringInterpolationProtocol {
    var html = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      html.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { html += literal }

    mutating func appendInterpolation(_ text: String) { html += Escaping.markup(text) }

    mutating func appendInterpolation(_ number: Int) { html += String(number) }

    mutating func appendInterpolation(_ markup: Markup) { html += markup.html }

    mutating func appendInterpolation(_ markup: Markup?) { if let markup { html += markup.html } }

    mutating func appendInterpolation(_ markup: [Markup]) {
      for piece in markup { html += piece.html }
    }
  }
}
