import Diplomacy
import EventData

/// The keys of one entry of a case, with whatever is wrong with them reported once.
struct Section {
  /// What the entry is, for messages.
  let name: String
  /// The line on which it starts.
  let line: Int
  let entries: [YAMLEntry]
  let problems: FileProblems

  /// Reads the keys of an entry, or nothing where it has none.
  ///
  /// - Parameters:
  ///   - node: The value of the entry.
  ///   - name: What the entry is, for messages.
  ///   - known: The keys that the format knows.
  ///   - required: The keys without which the entry says nothing.
  init?(
    _ node: YAMLNode, _ name: String, known: [String], required: [String] = [],
    _ problems: FileProblems
  ) {
    guard case .mapping(let entries) = node.value else {
      problems.error(
        node.line, "\(name) is \(node.shape), not keys with values",
        "write \((required.isEmpty ? known : required).map { "\($0): …" }.joined(separator: ", "))")
      return nil
    }
    self.name = name
    line = node.line
    self.entries = entries
    self.problems = problems
    for entry in entries where !known.contains(entry.key) && !Self.marks.contains(entry.key) {
      let near = Nearest.word(to: entry.key, among: known)
      problems.error(
        entry.line, "unknown key '\(entry.key)' in \(name)",
        near.map { "write '\($0)'" } ?? "the keys are \(known.joined(separator: ", "))")
    }
    for key in required where isMissing(key) {
      problems.error(line(of: key), "\(name) has no \(key)", "add '\(key):'")
    }
  }

  /// What any entry may say of the sentence of the article that it was drafted from.
  private static let marks: Set<String> = ["sentence", "cue"]

  /// The value of a key, or nothing where it is missing or empty.
  subscript(key: String) -> YAMLNode? {
    entries.first { $0.key == key && !$0.node.isNothing }?.node
  }

  /// Whether a key is missing or empty.
  func isMissing(_ key: String) -> Bool { self[key] == nil }

  /// The line of a key, or of the entry where the key is missing.
  func line(of key: String) -> Int { entries.first { $0.key == key }?.line ?? line }

  /// The text of a key, or nothing where it is missing or not a single value.
  func text(_ key: String) -> String? {
    guard let node = self[key] else { return nil }
    guard case .scalar(let text) = node.value else {
      wrongShape(key, node, "a single value")
      return nil
    }
    return text
  }

  /// The text of a key that must say something; an empty text is a problem.
  func statedText(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    if text.utf8.allSatisfy({ $0 <= 0x20 }) {
      problems.error(line(of: key), "\(key) of \(name) is empty", "write it out")
      return nil
    }
    return text
  }

  /// The number of a key within a range, or nothing where there is none.
  func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
    guard let text = text(key) else { return nil }
    guard let number = Double(text), number.isFinite else {
      problems.error(
        line(of: key), "\(key) of \(name) is '\(text)', not a number", "write a number")
      return nil
    }
    guard range.contains(number) else {
      problems.error(
        line(of: key), "\(key) of \(name) is \(text), out of range",
        range.upperBound.isFinite
          ? "write a number from \(Self.short(range.lowerBound)) to \(Self.short(range.upperBound))"
          : "write a number of at least \(Self.short(range.lowerBound))")
      return nil
    }
    return number
  }

  /// The whole number of a key, at least some bound, or nothing where there is none.
  func whole(_ key: String, atLeast bound: Int) -> Int? {
    guard let text = text(key) else { return nil }
    guard let number = Int(text) else {
      problems.error(
        line(of: key), "\(key) of \(name) is '\(text)', not a whole number", "write a whole number")
      return nil
    }
    guard number >= bound, number <= 1_000_000_000 else {
      problems.error(
        line(of: key), "\(key) of \(name) is \(number), out of range",
        "write a whole number of at least \(bound)")
      return nil
    }
    return number
  }

  /// The truth value of a key, or nothing where there is none.
  func truth(_ key: String) -> Bool? {
    guard let text = text(key) else { return nil }
    if ["true", "yes"].contains(text) { return true }
    if ["false", "no"].contains(text) { return false }
    problems.error(
      line(of: key), "\(key) of \(name) is '\(text)'", "write true or false")
    return nil
  }

  /// Whether a machine proposed the entry and nobody has confirmed it.
  var isDraft: Bool { truth("draft") ?? false }

  /// The word of a key that must be one of a few.
  func word<Word: RawRepresentable & CaseIterable>(_ key: String, _ type: Word.Type) -> Word?
  where Word.RawValue == String {
    guard let text = text(key) else { return nil }
    return word(text, key, line(of: key), type)
  }

  /// A word that must be one of a few.
  func word<Word: RawRepresentable & CaseIterable>(
    _ text: String, _ key: String, _ line: Int, _ type: Word.Type
  ) -> Word? where Word.RawValue == String {
    if let word = Word(rawValue: text) { return word }
    let all = Word.allCases.map(\.rawValue)
    problems.error(
      line, "\(key) of \(name) is '\(text)'",
      Nearest.word(to: text, among: all).map { "write '\($0)'" }
        ?? "write one of: \(all.joined(separator: ", "))")
    return nil
  }

  /// The date of a key, or nothing where there is none.
  func date(_ key: String) -> DateSpan? {
    guard let text = text(key) else { return nil }
    do {
      return try DateSpan(parsing: text)
    } catch {
      problems.error(line(of: key), "\(key) of \(name): \(error)", Self.fix(error))
      return nil
    }
  }

  /// The texts of a key: one value, or a list of values; each with its line.
  func texts(_ key: String) -> [(text: String, line: Int)] {
    guard let node = self[key] else { return [] }
    switch node.value {
    case .scalar(let text): return [(text, node.line)]
    case .list(let nodes):
      return nodes.compactMap { item in
        if case .scalar(let text) = item.value { return (text, item.line) }
        problems.error(
          item.line, "\(key) of \(name) holds \(item.shape)", "write single values, such as [a, b]")
        return nil
      }
    default:
      wrongShape(key, node, "a value or a list")
      return []
    }
  }

  /// The items of a key that is a list.
  func list(_ key: String) -> [YAMLNode] {
    guard let node = self[key] else { return [] }
    guard case .list(let nodes) = node.value else {
      wrongShape(key, node, "a list")
      return []
    }
    return nodes
  }

  private func wrongShape(_ key: String, _ node: YAMLNode, _ wanted: String) {
    problems.error(
      node.line, "\(key) of \(name) is \(node.shape), not \(wanted)",
      wanted == "a list" ? "write '- ' before each item" : "write \(wanted)")
  }

  /// How to fix a date.
  static func fix(_ error: DateSpanError) -> String {
    switch error {
    case .malformed: "write the date so"
    case .noSuchDay: "write a day that exists"
    case .endBeforeStart: "write the earlier day first"
    }
  }

  private static func short(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }
}
