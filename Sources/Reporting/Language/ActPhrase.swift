package import Diplomacy

/// What a filter of rows stands for in words, as a noun that can be counted.
///
/// > three hostile deeds of Azerbaijan toward Russia over the crash, from 25 December 2024 (…)
package struct ActPhrase: Sendable {
  /// The noun for one act with what stands before it: hostile deed.
  package let one: String
  /// The noun for several.
  package let many: String
  /// What follows the noun: whose, toward whom, over what, when; empty where nothing is said.
  package let rest: String
  /// The days alone.
  package let period: String

  /// Puts a filter into words.
  ///
  /// - Parameters:
  ///   - filter: The filter.
  ///   - words: The names of the case.
  ///   - period: Whether the days are said.
  package init(_ filter: RowFilter, in words: CaseWords, period: Bool = true) {
    let noun = Self.noun(filter)
    one = noun
    many = noun + "s"
    self.period = Self.period(filter, words)
    var parts = Self.sides(filter, words)
    parts += Self.kinds(filter)
    if let issues = filter.issues {
      parts.append("over \(NumberWords.list(issues.map(words.issue), "or"))")
    }
    if let kinds = filter.conciliation {
      let names = kinds.map { $0.replacing("_", with: " ") }
      parts.append("with \(NumberWords.list(names, "or"))")
    }
    if let levels = filter.channels {
      parts.append("at \(NumberWords.list(levels.map(words.level), "or"))")
    }
    if let effects = filter.channelEffects {
      parts.append("by which contact was \(NumberWords.list(effects.map(\.rawValue), "or"))")
    }
    if let statuses = filter.statuses {
      parts.append("that are \(NumberWords.list(statuses.map(\.rawValue), "or"))")
    }
    if let ids = filter.ids {
      parts.append(ids.count == 1 ? "in the row named" : "among the \(ids.count) rows named")
    }
    if period, !self.period.isEmpty { parts.append(self.period) }
    if filter.includesExcluded { parts.append("(rows that do not count included)") }
    rest = parts.joined(separator: " ").replacing(" ,", with: ",")
  }

  /// The acts as a subject: hostile deeds of Azerbaijan toward Russia.
  package var plural: String { rest.isEmpty ? many : "\(many) \(rest)" }

  /// One of the acts.
  package var singular: String { rest.isEmpty ? one : "\(one) \(rest)" }

  /// So many of the acts.
  package func counted(_ range: ClosedRange<Int>) -> String {
    let counted = NumberWords.count(range, one, many)
    return rest.isEmpty ? counted : "\(counted) \(rest)"
  }

  private static func noun(_ filter: RowFilter) -> String {
    let quads = Set((filter.quads ?? []).map(\.rawValue))
    let (kind, isHostile, isFriendly): (String, Bool, Bool) =
      switch quads {
      case [1]: ("statement", false, true)
      case [2]: ("deed", false, true)
      case [3]: ("statement", true, false)
      case [4]: ("deed", true, false)
      case [1, 3]: ("statement", false, false)
      case [2, 4]: ("deed", false, false)
      case [1, 2]: ("act", false, true)
      case [3, 4]: ("act", true, false)
      default: ("act", false, false)
      }
    let tones = Set(filter.tones ?? [])
    var adjectives: [String] = []
    if isHostile || tones.contains(.hostile) { adjectives.append("hostile") }
    if isFriendly || tones.contains(.conciliatory) { adjectives.append("friendly") }
    if tones.contains(.neutral) { adjectives.append("neutral") }
    if tones.count == 3 { adjectives = [] }
    let adjective = NumberWords.list(adjectives, "or")
    return adjective.isEmpty ? kind : "\(adjective) \(kind)"
  }

  private static func sides(_ filter: RowFilter, _ words: CaseWords) -> [String] {
    func organs(_ organs: [String]?) -> String {
      guard let organs else { return "" }
      return " (\(NumberWords.list(organs.map(words.organ), "or")))"
    }
    let from = organs(filter.organs)
    let to = organs(filter.targetOrgans)
    if let sources = filter.sources, let targets = filter.targets, sources.count > 1,
      Set(sources) == Set(targets)
    {
      return ["among \(words.names(sources, "and"))\(from.isEmpty ? to : from)"]
    }
    var parts: [String] = []
    if let sources = filter.sources {
      parts.append("of \(words.names(sources))\(from)")
    } else if !from.isEmpty {
      parts.append("of any side\(from)")
    }
    if let targets = filter.targets {
      parts.append("toward \(words.names(targets))\(to)")
    } else if !to.isEmpty {
      parts.append("toward any side\(to)")
    }
    return parts
  }

  private static func kinds(_ filter: RowFilter) -> [String] {
    var labels: [String] = []
    for code in filter.codes ?? [] { labels.append(label(code)) }
    for range in filter.roots ?? [] {
      let first = label(digits(range.lowerBound))
      labels.append(range.count == 1 ? first : "\(first) up to \(label(digits(range.upperBound)))")
    }
    return labels.isEmpty ? [] : ["of the kind \(NumberWords.list(labels, "or"))"]
  }

  private static func digits(_ root: Int) -> String { root < 10 ? "0\(root)" : String(root) }

  private static func label(_ code: String) -> String {
    guard let label = EventCode(code)?.label, let first = label.first else { return "“\(code)”" }
    return "“\(first.lowercased())\(label.dropFirst())”"
  }

  private static func period(_ filter: RowFilter, _ words: CaseWords) -> String {
    switch (filter.from, filter.until) {
    case (let from?, let until?):
      from == until ? "on \(words.date(from))" : "from \(words.date(from)) to \(words.date(until))"
    case (let from?, nil): "from \(words.date(from)) on"
    case (nil, let until?): "up to \(words.date(until))"
    case (nil, nil): ""
    }
  }
}
