import CaseFiles
import Diplomacy
import EventCoding

/// The check suggested for a drafted assertion, as a case writes it.
struct SuggestedCheck {
  let focal: ActorCode
  let counterpart: ActorCode
  let window: DateSpan

  /// The check, on one line.
  func text(for assertion: DraftedAssertion) -> String {
    let subject = party(assertion.subject) ?? focal
    let object = subject == focal ? counterpart : focal
    switch assertion.kind {
    case .motive:
      return untestable(
        "untestable as such: the record shows acts, not purposes; compare the explanations")
    case .absolute: return absolute(assertion, subject, object)
    case .count:
      return """
        count: { rows: \(rows(assertion, subject, object)), at_least: \(number(assertion)), \
        partly_at_least: 1 }
        """
    case .order:
      return untestable(
        "asks which came first: name the two days under dates in case.yaml, then write order: "
          + "{ first: …, then: … } or interval")
    case .causal:
      return untestable(
        "asks for a cause: name the two days, check their order, and compare the explanations")
    case .counterfactual:
      return untestable("asks what would have happened otherwise; no record of acts can show it")
    case .trend: return trend(assertion, subject, object)
    case .tone: return tone(assertion, subject, object)
    case .inference:
      return untestable(
        "a conclusion from signs: name the signs, and the sample where media are meant")
    case .fact:
      return "exists: { claimed: some, rows: \(rows(assertion, subject, object)) }"
    }
  }

  private func untestable(_ why: String) -> String { "untestable: \(YAMLText.quoted(why))" }

  /// One of the two parties, or nothing for a third.
  private func party(_ code: ActorCode?) -> ActorCode? {
    code == focal || code == counterpart ? code : nil
  }

  /// The rows of the act the sentence tells, or of all acts of the subject where it tells none.
  private func rows(
    _ assertion: DraftedAssertion, _ subject: ActorCode, _ object: ActorCode
  ) -> String {
    let from = "from: \(window.first), until: \(window.last)"
    if let act = assertion.act, act.source != act.target {
      return """
        { source: \(quoted(act.source)), target: \(quoted(act.target)), \
        root: \(act.code.root)..\(act.code.root), \(from) }
        """
    }
    return "{ source: \(quoted(subject)), target: \(quoted(object)), \(from) }"
  }

  private func quoted(_ code: ActorCode) -> String { YAMLText.quoted(code.rawValue) }

  private func all(_ subject: ActorCode, _ object: ActorCode) -> String {
    """
    { source: \(quoted(subject)), target: \(quoted(object)), from: \(window.first), \
    until: \(window.last) }
    """
  }

  private func absolute(
    _ assertion: DraftedAssertion, _ subject: ActorCode, _ object: ActorCode
  ) -> String {
    let words = Set(PlainWord.list(assertion.sentence))
    let negative = [
      "never", "no", "none", "nothing", "nobody", "not", "without", "unwilling",
      "cannot", "refused",
    ]
    let isNegative = negative.contains { words.contains($0) }
    let warm = [
      "ease", "apologise", "apologize", "concession", "concessions", "friendly", "help",
      "talks", "contact", "contacts", "compromise", "conciliatory",
    ]
    if isNegative, assertion.act == nil {
      let tone = warm.contains { words.contains($0) } ? "conciliatory" : "hostile"
      return """
        exists: { claimed: none, rows: { source: \(quoted(subject)), target: \(quoted(object)), \
        tone: \(tone), from: \(window.first), until: \(window.last) } }
        """
    }
    if isNegative {
      return "exists: { claimed: none, rows: \(rows(assertion, subject, object)) }"
    }
    return """
      share: { rows: { tone: hostile }, among: \(all(subject, object)), at_least: 0.9, \
      partly_within: 0.2 }
      """
  }

  private func number(_ assertion: DraftedAssertion) -> Int {
    let words = PlainWord.list(assertion.sentence)
    for cue in assertion.cues {
      let first = PlainWord.list(cue).first ?? ""
      if let stated = Self.numbers[first] ?? Int(first), (1...1000).contains(stated) {
        return stated
      }
    }
    return words.contains("twice") || words.contains("both") ? 2 : 3
  }

  private static let numbers = [
    "once": 1, "twice": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "dozens": 24, "dozen": 12,
  ]

  private func trend(
    _ assertion: DraftedAssertion, _ subject: ActorCode, _ object: ActorCode
  ) -> String {
    let words = assertion.cues.joined(separator: " ")
    let dyad = YAMLText.quoted("\(subject)>\(object)")
    let low = [
      "nadir", "lowest", "low point", "rock bottom", "turning point", "point of no return",
    ]
    if let cue = low.first(where: { words.contains($0) }) {
      let what =
        cue == "turning point" || cue == "point of no return" ? "turning-point" : "low-point"
      let middle = window.first + (window.last - window.first) / 2
      return """
        turning-point: { dyad: \(dyad), near: \(middle), within: \((window.length + 1) / 2), \
        what: \(what) }
        """
    }
    let up = [
      "improv", "warm", "thaw", "closer", "better", "rapprochement", "normali", "recover",
      "deepen", "expand", "eas", "reset", "soften",
    ]
    let rises = up.contains { words.contains($0) }
    let half = window.first + max(0, (window.last - window.first) / 2)
    return """
      trend: { dyad: \(dyad), part: all, from: \(window.first)/\(half), \
      to: \(min(half + 1, window.last))/\(window.last), direction: \(rises ? "rises" : "falls") }
      """
  }

  private func tone(
    _ assertion: DraftedAssertion, _ subject: ActorCode, _ object: ActorCode
  ) -> String {
    let words = assertion.cues.joined(separator: " ")
    let mild = [
      "cautio", "cordial", "conciliat", "respectful", "warm", "calm", "restrain",
      "measured", "moderate", "polite", "friendly", "patient", "soft", "dignified",
    ]
    let isMild = mild.contains { words.contains($0) }
    return """
      share: { rows: { tone: hostile }, among: \(all(subject, object)), \
      \(isMild ? "at_most" : "at_least"): 0.5, partly_within: 0.1 }
      """
  }
}

/// The words of a text in small letters.
enum PlainWord {
  static func list(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
