package import Diplomacy

/// The names of a case in words: actors, dates, levers, levels of contact, matters in dispute.
package struct CaseWords: Sendable {
  /// The case.
  package let subject: Case
  private let rows: [String: Event]

  /// Makes the words of a case.
  package init(_ subject: Case) {
    self.subject = subject
    rows = Dictionary(subject.events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A row of the record.
  package func row(_ id: String) -> Event? { rows[id] }

  /// The name of an actor.
  package func name(_ actor: ActorCode) -> String { subject.name(of: actor) }

  /// The names of actors in a row.
  package func names(_ actors: [ActorCode], _ word: String = "or") -> String {
    NumberWords.list(actors.map(name), word)
  }

  /// The possessive of an actor's name.
  package func possessive(_ actor: ActorCode) -> String {
    let name = name(actor)
    return name.hasSuffix("s") ? name + "'" : name + "'s"
  }

  /// A date of the case: when it was, with what it was in brackets.
  package func date(_ reference: DateReference) -> String {
    guard let span = subject.span(of: reference) else { return reference.text }
    let when = DateWords.span(span)
    guard let what = what(reference) else { return when }
    return "\(when) (\(what))"
  }

  /// What happened on a date, with when in brackets; a date without a name stays a date.
  package func event(_ reference: DateReference) -> String {
    guard let span = subject.span(of: reference) else { return reference.text }
    guard let what = what(reference) else { return DateWords.span(span) }
    return "“\(what)” (\(DateWords.span(span)))"
  }

  /// What happened on a named date, or in the row that a reference names.
  package func what(_ reference: DateReference) -> String? {
    guard case .name(let name) = reference else { return nil }
    if let named = subject.dates.first(where: { $0.id == name }) { return named.what }
    return rows[name].map { Self.phrase($0.summary) }
  }

  /// The stretch between two references.
  package func stretch(_ from: DateReference, _ through: DateReference?) -> String {
    guard let through, through != from else {
      return subject.span(of: from).map { DateWords.stretch($0) } ?? from.text
    }
    return "\(date(from)) to \(date(through))"
  }

  /// A matter in dispute.
  package func issue(_ id: String) -> String {
    subject.issues.first { $0.id == id }?.name ?? id.replacing("_", with: " ")
  }

  /// An organ of a state.
  package func organ(_ code: String) -> String {
    switch code {
    case "MFA": "foreign ministry"
    case "MOD": "defence ministry"
    case "non_state": "a body that is no organ of the state"
    default: code.replacing("_", with: " ")
    }
  }

  /// A level of contact, as in contact of foreign ministers.
  package func level(_ level: ChannelLevel) -> String { "the level “\(level.label)”" }

  /// The levers that a check asks about, in words.
  package func levers(_ check: StateCheck.Subject) -> String {
    switch check {
    case .lever(let id):
      guard let lever = subject.levers.first(where: { $0.id == id }) else { return "“\(id)”" }
      return "“\(lever.name)”, a means of \(name(lever.holder)) over \(names(lever.over, "and"))"
    case .levers(let holder, let over): return "the means of \(name(holder)) over \(name(over))"
    case .channel(let pair, let level):
      return "contact of \(name(pair.first)) and \(name(pair.second)) at \(self.level(level))"
    }
  }

  /// A sentence as part of another: without its full stop.
  package static func phrase(_ sentence: String) -> String {
    sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }
}
