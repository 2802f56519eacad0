public import Diplomacy

/// Whether each check could come out either way: a possible record that satisfies it, and one that
/// violates it, both built and checked.
///
/// A check for which only one of the two can be built decides nothing, whatever its verdict: no record
/// could have said otherwise. Records are built from the check's own filter; every row that it could
/// need is taken to have been searched for.
public struct CheckPower: Hashable, Sendable, Codable {
  /// One clause.
  public struct Entry: Hashable, Sendable, Codable {
    /// The assertion.
    public let assertion: String
    /// The clause, from 1.
    public let clause: Int
    /// The check as written.
    public let check: String
    /// Whether a record was built on which it holds.
    public let canHold: Bool
    /// Whether a record was built on which it fails.
    public let canFail: Bool

    /// Whether no record, or any record, satisfies it.
    public var isIdle: Bool { !canHold || !canFail }
  }

  /// The clauses that a record can test, in the order of the case.
  public let entries: [Entry]

  /// The clauses for which one of the two records does not exist.
  public var idle: [Entry] { entries.filter(\.isIdle) }

  /// Tries every clause of a case.
  public init(of subject: Case, on scale: IntensityScale = .goldsteinGDELT) {
    entries = subject.assertions.flatMap { assertion in
      assertion.check.leaves.enumerated().compactMap { index, check -> Entry? in
        switch check {
        // A sample of media is no row of the record.
        case .untestable, .media: return nil
        default: break
        }
        let made = RecordsForCheck(subject, scale).records(for: check)
        let verdicts = made.map { record -> Verdict in
          var trial = record
          trial.assertions = [Assertion(id: "trial", text: "", check: check)]
          return LedgerEntry.ledger(of: trial, on: scale, draws: 20).first?.verdict ?? .untested
        }
        return Entry(
          assertion: assertion.id, clause: index + 1, check: check.description,
          canHold: verdicts.contains { $0.holds },
          canFail: verdicts.contains(.contradicted))
      }
    }
  }
}

/// Records that a check might meet.
private struct RecordsForCheck {
  let subject: Case
  let scale: IntensityScale

  init(_ subject: Case, _ scale: IntensityScale) {
    self.subject = subject
    self.scale = scale
  }

  func records(for check: Check) -> [Case] {
    var made = [with(subject.events), with([])]
    switch check {
    case .count(let check):
      let many = max(check.atLeast ?? 0, (check.atMost ?? 0) + 1, check.partlyAtMost ?? 0) + 1
      made.append(with(rows(check.rows, many)))
    case .exists(let check): made.append(with(rows(check.rows, check.tolerated + 2)))
    case .share(let check):
      made.append(with(rows(check.among, 60)))
      made.append(with(rows(check.rows.joined(with: check.among), 60)))
      made.append(with(others(check.among, than: check.rows, 60)))
    case .compare(let check):
      for (many, few) in [(check.first, check.second), (check.second, check.first)] {
        let fitting = rows(many.among.map(many.rows.joined) ?? many.rows, 60)
        let rest = few.among.map { others($0, than: few.rows, 60) } ?? []
        made.append(with(fitting + rest))
      }
    case .order(let check): made += shifted([check.first, check.then])
    case .interval(let check): made += shifted([check.from, check.to])
    case .state(let check): made += states(check)
    case .trend(let check):
      made += courses(check.dyad, around: subject.span(of: check.to.from)?.first)
    case .turningPoint(let check):
      let near = subject.span(of: check.near)?.first
      made += courses(check.dyad, around: near)
      made += courses(check.dyad, around: near.map { $0 + 4 * (check.within + 30) })
      made += courses(check.dyad, around: near.map { $0 - 4 * (check.within + 30) })
    default: break
    }
    return made
  }

  /// The case with other rows, and everything searched for.
  private func with(_ events: [Event]) -> Case {
    var other = subject
    other.events = events
    let actors = Set(
      subject.actors.map(\.id) + [subject.focal, subject.counterpart]
        + subject.events.flatMap { $0.sources + $0.targets }
    ).sorted()
    var pairs: [Pair] = []
    for (index, one) in actors.enumerated() {
      pairs += actors[(index + 1)...].map { Pair(one, $0) } + [Pair(one, one)]
    }
    if let first = Day("1800-01-01"), let last = Day("2200-01-01"),
      let all = DateSpan(from: first, through: last)
    {
      other.searches = [RecordSearch(spans: [all], pairs: pairs, publishers: ["all"], by: "trial")]
    }
    return other
  }

  /// Rows that fit a filter; those that it names by id must be of the record as it is.
  private func rows(_ filter: RowFilter, _ count: Int) -> [Event] {
    if filter.ids != nil { return subject.events.filter { filter.fits($0, on: scale) } }
    guard let row = row(filter) else { return [] }
    return (0..<count).map { row.with(id: "trial-\($0)") }
  }

  /// Rows that fit one filter and not another.
  private func others(_ filter: RowFilter, than narrow: RowFilter, _ count: Int) -> [Event] {
    let codes = EventCode.all.filter { code in
      row(filter, coded: code).map { !narrow.fits($0, on: scale) } ?? false
    }
    guard let code = codes.first, let row = row(filter, coded: code) else { return [] }
    return (0..<count).map { row.with(id: "other-\($0)") }
  }

  private func row(_ filter: RowFilter, coded given: EventCode? = nil) -> Event? {
    let source = filter.sources?.first ?? subject.focal
    let target =
      filter.targets?.first { $0 != source }
      ?? (filter.targets?.first ?? (source == subject.focal ? subject.counterpart : subject.focal))
    let first = filter.from.flatMap(subject.span(of:))?.last ?? subject.window.first
    let last = filter.until.flatMap(subject.span(of:))?.first ?? max(first, subject.window.last)
    guard first <= last else { return nil }
    for code in given.map({ [$0] }) ?? EventCode.all {
      let row = Event(
        id: "trial", date: DateSpan(first), sources: [source], targets: [target], code: code,
        summary: "A row made for a trial.", sourceOrgan: filter.organs?.first ?? "",
        targetOrgan: filter.targetOrgans?.first ?? "", channel: filter.channels?.first,
        channelEffect: filter.channelEffects?.first, issue: filter.issues?.first ?? "",
        status: filter.statuses?.first ?? .confirmed, intent: filter.intents?.first ?? .intended,
        conciliation: Array(filter.conciliation?.prefix(1) ?? []))
      if filter.fits(row, on: scale) { return row }
    }
    return nil
  }

  /// The case with the dates that a check names moved; dates written out cannot be moved.
  private func shifted(_ references: [DateReference]) -> [Case] {
    references.enumerated().flatMap { index, reference -> [Case] in
      guard case .name(let name) = reference else { return [] }
      return [-4000, -30, -7, 0, 7, 30, 4000].map { days in
        var other = with(subject.events)
        other.dates = other.dates.map { $0.id == name ? $0.moved(by: days) : $0 }
        other.events = other.events.map { $0.id == name ? $0.moved(by: days) : $0 }
        return other
      }
    }
  }

  private func states(_ check: StateCheck) -> [Case] {
    guard let from = subject.span(of: check.from)?.first else { return [] }
    switch check.subject {
    case .channel(let pair, let level):
      let through = check.through.flatMap(subject.span(of:))?.last ?? from
      return ChannelEffect.allCases.flatMap { effect -> [Case] in
        var acts: [Event] = []
        var day = from
        while day <= through {
          if let code = EventCode(effect == .held || effect == .restored ? "040" : "160") {
            acts.append(
              Event(
                id: "trial-\(acts.count)", date: DateSpan(day), sources: [pair.first],
                targets: [pair.second], code: code, summary: "A row made for a trial.",
                channel: level, channelEffect: effect))
          }
          day = day + 30
        }
        let before = acts.first.map {
          [$0.with(id: "before").with(effect: .closed).moved(by: -1)]
        }
        return [with(acts), with((before ?? []) + acts)]
      }
    case .lever, .levers:
      return [subject.window.last + 40_000, from - 40_000].map { day in
        var other = with(subject.events)
        other.levers = other.levers.map { $0.ending(on: day) }
        return other
      }
    }
  }

  /// Friendly acts up to a day and hostile ones after it, and the other way round.
  private func courses(_ dyad: Dyad, around day: Day?) -> [Case] {
    guard let day, let kind = EventCode("057"), let harsh = EventCode("163") else { return [] }
    return [(kind, harsh), (harsh, kind)].map { before, after in
      let acts = (-60..<60).map { index -> Event in
        Event(
          id: "trial-\(index)", date: DateSpan(day + 4 * index), sources: [dyad.source],
          targets: [dyad.target], code: index < 0 ? before : after,
          summary: "A row made for a trial.")
      }
      return with(acts)
    }
  }
}

extension RowFilter {
  /// The conditions of two filters together.
  fileprivate func joined(with other: RowFilter) -> RowFilter {
    var sum = other
    sum.ids = ids ?? other.ids
    sum.sources = sources ?? other.sources
    sum.targets = targets ?? other.targets
    sum.organs = organs ?? other.organs
    sum.targetOrgans = targetOrgans ?? other.targetOrgans
    sum.codes = codes ?? other.codes
    sum.roots = roots ?? other.roots
    sum.quads = quads ?? other.quads
    sum.tones = tones ?? other.tones
    sum.issues = issues ?? other.issues
    sum.statuses = statuses ?? other.statuses
    sum.intents = intents ?? other.intents
    sum.conciliation = conciliation ?? other.conciliation
    sum.channels = channels ?? other.channels
    sum.channelEffects = channelEffects ?? other.channelEffects
    return sum
  }
}

extension NamedDate {
  fileprivate func moved(by days: Int) -> NamedDate {
    NamedDate(id: id, day: day.moved(by: days), what: what, source: source, kind: kind)
  }
}

extension Event {
  fileprivate func moved(by days: Int) -> Event { with(date: date.moved(by: days)) }
  fileprivate func with(id: String) -> Event {
    Event(
      id: id, date: date, sources: sources, targets: targets, code: code, summary: summary,
      sourceOrgan: sourceOrgan, targetOrgan: targetOrgan, channel: channel,
      channelEffect: channelEffect, issue: issue, status: status, intent: intent,
      conciliation: conciliation)
  }
  fileprivate func with(effect: ChannelEffect) -> Event {
    Event(
      id: id, date: date, sources: sources, targets: targets, code: code, summary: summary,
      channel: channel, channelEffect: effect)
  }
}

extension DateSpan {
  /// A single day, some days from the first.
  fileprivate func moved(by days: Int) -> DateSpan {
    DateSpan(first + days)
  }
}

extension Lever {
  fileprivate func ending(on day: Day) -> Lever {
    Lever(
      id: id, name: name, holder: holder, over: over, from: nil, until: DateSpan(day),
      strength: strength, source: source)
  }
}
