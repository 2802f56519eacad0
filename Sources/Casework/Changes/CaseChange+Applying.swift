public import Diplomacy
import EventData

extension CaseChange {
  /// The case with the change, and the change in words.
  ///
  /// Nothing on disk is touched.
  ///
  /// - Throws: ``CaseworkFailure`` where the case has nothing of that name.
  public func applied(to subject: Case) throws(CaseworkFailure) -> (case: Case, words: String) {
    var changed = subject
    switch self {
    case .withoutEntry(let id):
      changed.events.removeAll { $0.id == id }
      changed.evidence.removeAll { $0.id == id }
      changed.assertions.removeAll { $0.id == id }
      changed.explanations.removeAll { $0.id == id }
      guard changed != subject else {
        throw unknown(
          id, "row, assertion, story or item of evidence",
          subject.events.map(\.id) + subject.assertions.map(\.id) + subject.evidence.map(\.id))
      }
      return (changed, "without \(id)")
    case .withoutPublisher(let name):
      let ids = Self.names(of: name, in: subject)
      changed.events.removeAll { ids.contains($0.source.publisher) }
      changed.evidence.removeAll { ids.contains($0.source) }
      guard changed != subject else {
        throw unknown(name, "publisher", Set(subject.events.map(\.source.publisher)).sorted())
      }
      let rows = subject.events.count - changed.events.count
      return (changed, "without the publisher \(name) (\(rows) rows)")
    case .withoutGrades(let grades):
      let ids = Set(
        subject.sources.filter { $0.reliability.map(grades.contains) == true }
          .flatMap { [$0.id, $0.name] })
      guard subject.sources.contains(where: { $0.reliability != nil }) else {
        throw .badInput("\(subject.id): the case grades no source; grades stand in sources.yaml")
      }
      changed.events.removeAll { ids.contains($0.source.publisher) }
      changed.evidence.removeAll { ids.contains($0.source) }
      let rows = subject.events.count - changed.events.count
      let words = "\(grades.lowerBound.rawValue) to \(grades.upperBound.rawValue)"
      return (changed, "without sources graded \(words) (\(rows) rows)")
    case .date(let name, let span):
      guard let place = subject.dates.firstIndex(where: { $0.id == name }) else {
        throw unknown(name, "date", subject.dates.map(\.id))
      }
      changed.dates[place].day = span
      return (changed, "\(name) on \(span) instead of \(subject.dates[place].day)")
    case .code(let id, let code):
      guard let place = subject.events.firstIndex(where: { $0.id == id }) else {
        throw unknown(id, "row", subject.events.map(\.id))
      }
      changed.events[place].code = code
      return (changed, "\(id) coded \(code) instead of \(subject.events[place].code)")
    case .prior(let story, let prior):
      guard let place = subject.explanations.firstIndex(where: { $0.id == story }) else {
        throw unknown(story, "story", subject.explanations.map(\.id))
      }
      changed.explanations[place].prior = prior
      return (
        changed, "prior of \(story) \(prior) instead of \(subject.explanations[place].prior)"
      )
    case .secondCoder(let name):
      guard let coding = subject.codings.first(where: { $0.coder == name }) else {
        throw unknown(name, "second coder", subject.codings.map(\.coder))
      }
      changed = subject.recoded(by: coding)
      let who = coding.who.isEmpty ? "" : " (\(coding.who))"
      return (changed, "as \(name)\(who) coded the rows")
    }
  }

  /// The names and ids under which rows may name a publisher.
  private static func names(of publisher: String, in subject: Case) -> Set<String> {
    let profiles = subject.sources.filter { $0.id == publisher || $0.name == publisher }
    return Set(profiles.flatMap { [$0.id, $0.name] } + [publisher])
  }

  private func unknown(_ name: String, _ what: String, _ known: [String]) -> CaseworkFailure {
    let near = Nearest.word(to: name, among: known)
    let list = known.prefix(12).joined(separator: ", ")
    let fix =
      near.map { "write '\($0)'" } ?? (known.isEmpty ? "there is none" : "such as \(list)")
    return .badInput("the case has no \(what) '\(name)'; \(fix)")
  }
}
