import Diplomacy

/// Words to search for, turned into the language of SQLite's full-text index.
///
/// Words, "phrases", AND, OR and NOT are understood, and brackets where one of these stands beside
/// them. Every other character of a word is part of the word: cease-fire, it's and x:y are words.
///
/// > SQLite. *FTS5 Extension*, section 3 (full-text query syntax).
public struct SearchWords: Hashable, Sendable {
  /// The query in the language of the index.
  public let query: String

  private enum Part: Equatable {
    case words(String)
    case and, or, not
    case open, close

    var isOperator: Bool { self == .and || self == .or || self == .not }
  }

  /// Reads what a user asks for.
  ///
  /// - Throws: ``EventDatabaseError`` of kind usage that says what is wrong with the words.
  public init(_ text: String) throws(EventDatabaseError) {
    let parts = try Self.parts(of: text)
    var query: [String] = []
    var depth = 0
    var before: Part?
    for part in parts {
      let needsTerm = before.map { $0.isOperator || $0 == .open } ?? true
      switch part {
      case .words(let quoted): query.append(quoted)
      case .and, .or, .not:
        if needsTerm { throw Self.failure(text, "'\(Self.name(part))' needs a word before it") }
        query.append(Self.name(part))
      case .open:
        depth += 1
        query.append(needsTerm ? "(" : "AND (")
      case .close:
        if needsTerm { throw Self.failure(text, "a bracket closes where a word is missing") }
        depth -= 1
        if depth < 0 { throw Self.failure(text, "a bracket closes that was not opened") }
        query.append(")")
      }
      // Behind a bracket the index wants an operator; between words it takes AND for granted.
      if case .words = part, before == .close { query.insert("AND", at: query.count - 1) }
      before = part
    }
    if let before, before.isOperator {
      throw Self.failure(text, "'\(Self.name(before))' needs a word behind it")
    }
    if depth > 0 { throw Self.failure(text, "a bracket is not closed") }
    if query.isEmpty { throw Self.failure(text, "there is no word in it") }
    self.query = query.joined(separator: " ")
  }

  private static func name(_ part: Part) -> String {
    switch part {
    case .and: "AND"
    case .or: "OR"
    default: "NOT"
    }
  }

  private static func parts(of text: String) throws(EventDatabaseError) -> [Part] {
    var parts: [Part] = []
    var rest = text[...]
    let tokens = text.split(whereSeparator: \.isWhitespace)
    let hasOperators = tokens.contains { ["AND", "OR", "NOT"].contains($0) }
    while let first = rest.first {
      if first.isWhitespace {
        rest = rest.dropFirst()
      } else if first == "\"" {
        guard let end = rest.dropFirst().firstIndex(of: "\"") else {
          throw failure(text, "a quotation mark is opened and not closed")
        }
        append(rest[rest.index(after: rest.startIndex)..<end], isPrefix: false, to: &parts)
        rest = rest[rest.index(after: end)...]
      } else if hasOperators, first == "(" || first == ")" {
        parts.append(first == "(" ? .open : .close)
        rest = rest.dropFirst()
      } else {
        let word = rest.prefix {
          !$0.isWhitespace && $0 != "\"" && !(hasOperators && ($0 == "(" || $0 == ")"))
        }
        rest = rest.dropFirst(word.count)
        switch word {
        case "AND": parts.append(.and)
        case "OR": parts.append(.or)
        case "NOT": parts.append(.not)
        default: append(word, isPrefix: word.hasSuffix("*"), to: &parts)
        }
      }
    }
    return parts
  }

  /// Appends a quoted word or phrase, where the index would find a word in it.
  private static func append(_ text: Substring, isPrefix: Bool, to parts: inout [Part]) {
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return }
    let plain = text.replacing("\0", with: "").replacing("\"", with: "\"\"")
    parts.append(.words("\"\(plain)\"" + (isPrefix ? " *" : "")))
  }

  private static func failure(_ text: String, _ what: String) -> EventDatabaseError {
    EventDatabaseError(
      .usage, store: "search", what: "cannot search for '\(text.prefix(60))': \(what)",
      fix: "write words, or words joined by AND, OR and NOT, or \"a phrase\"",
      remedy: .searchWords)
  }
}
