import Diplomacy

/// A row of words that stands for an act.
struct Pattern: Sendable {
  /// What part of speech a pattern speaks of.
  enum Kind: Sendable {
    /// The act is done.
    case verb
    /// The act is done, in words that begin with a noun.
    case phrase
    /// The act is named.
    case noun
    /// Something is said; a deed beside it speaks.
    case statement
    /// The act is named and a deed beside it speaks.
    case statementNoun

    var isNoun: Bool { self == .noun || self == .statementNoun }
    var isStatement: Bool { self == .statement || self == .statementNoun }
  }

  /// A part of a pattern.
  enum Element: Sendable {
    /// One of these words, in any form.
    case words([WordID])
    /// Up to so many words of any kind.
    case gap(Int)
  }

  let code: EventCode
  let kind: Kind
  let elements: [Element]
  /// The pattern as written in the table.
  let text: String
  /// The number of words, gaps left out.
  let length: Int
  /// Whether its object is a clause and not a hearer: "said that".
  let tells: Bool
  /// What its words say of contact.
  let hints: ContactHints
}

/// What the words of an act say of the contact that it touches.
struct ContactHints: OptionSet, Sendable {
  let rawValue: UInt8

  static let note = ContactHints(rawValue: 1)
  static let way = ContactHints(rawValue: 2)
  static let cancels = ContactHints(rawValue: 4)
  static let postpones = ContactHints(rawValue: 8)
  static let conveys = ContactHints(rawValue: 16)
  static let stays = ContactHints(rawValue: 32)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Reads a pattern, or the words of a sentence.
  init(_ text: some StringProtocol) {
    func holds(_ parts: String...) -> Bool { parts.contains { text.contains($0) } }
    var hints: ContactHints = []
    if holds("note") { hints.insert(.note) }
    if holds("border", "airspace", "land", "sea", "air", "frontier", "flight", "crossing", "open") {
      hints.insert(.way)
    }
    if holds("cancel") { hints.insert(.cancels) }
    if holds("skip", "attend") { hints.insert(.stays) }
    if holds("postpone") { hints.insert(.postpones) }
    if holds("convey", "hand", "issue") { hints.insert(.conveys) }
    self = hints
  }
}

/// The patterns, found by their first word.
struct PatternTable: Sendable {
  private(set) var patterns: [Pattern] = []
  private(set) var problems: [String] = []

  /// Reads the table.
  init(_ table: Table, _ words: inout WordCollector) {
    var classes: [Substring: [Substring]] = [:]
    for row in table.rows {
      if row[0].hasPrefix("="), row.count == 2 {
        classes[row[0].dropFirst()] = row[1].split(separator: "|")
      } else if row.count == 3, let code = EventCode(row[0]), let kind = Self.kinds[row[1]] {
        let elements = row[2].split(separator: " ").map { part -> Pattern.Element in
          if part == "*" { return .gap(4) }
          if part == "~" { return .gap(8) }
          let choices = part.split(separator: "|").flatMap { choice in
            choice.hasPrefix("$") ? classes[choice.dropFirst()] ?? [] : [choice]
          }
          return .words(choices.map { words.small($0) })
        }
        let length = elements.reduce(0) { count, element in
          if case .words = element { return count + 1 }
          return count
        }
        patterns.append(
          Pattern(
            code: code, kind: kind, elements: elements, text: String(row[2]), length: length,
            tells: Self.telling.contains(row[2]), hints: ContactHints(row[2])))
      } else {
        problems.append(row.joined(separator: "\t"))
      }
    }
  }

  private static let telling: Set<Substring> = [
    "say", "claim", "report", "state", "insist", "believe", "confirm", "argue", "assert",
    "declare", "conclude", "reveal", "announce",
  ]

  private static let kinds: [Substring: Pattern.Kind] = [
    "v": .verb, "p": .phrase, "n": .noun, "s": .statement, "sn": .statementNoun,
  ]
}
