import Diplomacy

/// What a check may ask: the case, its scale, and what the analyses of the relation found.
struct LedgerContext {
  /// The case under assessment.
  let subject: Case
  /// The scale by which acts are hostile or conciliatory.
  let scale: IntensityScale
  /// What the analyses of the relation found.
  let relation: RelationFindings

  /// The rows that fit a filter, or nothing where it names an unknown date.
  func selection(_ filter: RowFilter) -> RowSelection? {
    RowSelection(filter, in: subject, on: scale)
  }

  /// The span that a reference stands for.
  func span(_ reference: DateReference) -> DateSpan? { subject.span(of: reference) }

  /// The span from the first possible day of one reference to the last possible day of another.
  func span(from: DateReference, through: DateReference) -> DateSpan? {
    guard let first = span(from), let last = span(through) else { return nil }
    return DateSpan(from: first.first, through: last.last)
  }

  /// The rows behind references: a row itself, or the source of a named date.
  func rows(of references: [DateReference]) -> [String] {
    var ids: [String] = []
    for case .name(let name) in references {
      let row = subject.dates.first { $0.id == name }?.source ?? name
      if !row.isEmpty, !ids.contains(row), subject.events.contains(where: { $0.id == row }) {
        ids.append(row)
      }
    }
    return ids
  }

  /// The rows that other rows answer, by the row that answers.
  var answers: [String: String] {
    Dictionary(
      subject.events.compactMap { event in event.answers.map { (event.id, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether somebody is said to have looked for the rows of a filter.
  func coverage(of filter: RowFilter) -> SearchCoverage {
    SearchCoverage(of: filter, in: subject, on: scale)
  }

  /// The first of some references that the case does not have, as written.
  func unknown(_ references: DateReference...) -> String {
    references.first { span($0) == nil }?.text ?? ""
  }

  /// The date of a filter that the case does not have; empty where it has both.
  func unknownDate(of filter: RowFilter) -> String {
    [filter.from, filter.until].compactMap(\.self).first { span($0) == nil }?.text ?? ""
  }

  /// Runs a check: its clauses, and the rule that joins them.
  func tree(of check: Check, says: String = "") -> ClauseTree {
    switch check {
    case .clause(let says, let check): return tree(of: check, says: says)
    case .all(let checks): return .all(checks.map { tree(of: $0) })
    case .any(let checks): return .any(checks.map { tree(of: $0) })
    case .readings(let loose, let strict):
      return .readings(loose: tree(of: loose), strict: tree(of: strict))
    default:
      var finding = finding(of: check)
      finding.says = says
      return .clause(finding)
    }
  }

  private func finding(of check: Check) -> ClauseFinding {
    switch check {
    case .count(let check): check.finding(in: self)
    case .exists(let check): check.finding(in: self)
    case .order(let check): check.finding(in: self)
    case .interval(let check): check.finding(in: self)
    case .state(let check): check.finding(in: self)
    case .share(let check): check.finding(in: self)
    case .compare(let check): check.finding(in: self)
    case .media(let check): check.finding(in: self)
    case .trend(let check): check.finding(in: self)
    case .turningPoint(let check): check.finding(in: self)
    case .untestable(let reason): .untested(check, .byNature(reason))
    case .all, .any, .readings, .clause: .untested(check, .byNature(""))
    }
  }
}

/// What the analyses of a relation found, as far as checks ask for it.
struct RelationFindings: Sendable {
  /// A level with its band, in units of the scale.
  struct Level: Sendable {
    let level: Double
    let low: Double
    let high: Double
  }

  /// A feature of a course: its day and the span in which it may lie.
  struct Feature: Sendable {
    let day: Day
    let span: DateSpan
  }

  /// The days that a channel spent in a state within a span.
  struct Spell: Sendable {
    let state: String
    let span: DateSpan
    let rows: [String]
    /// Whether the state was inferred from silence and not from an act.
    let isFromSilence: Bool
    /// The days of the spell on which an act touched the channel.
    let actDays: Int
  }

  /// The mean level of a course over a span, or nothing where the course does not reach.
  let meanLevel: @Sendable (Dyad, CoursePart, DateSpan) -> Level?
  /// The low point of a direction.
  let lowPoint: @Sendable (Dyad) -> Feature?
  /// The turning points of a direction.
  let turningPoints: @Sendable (Dyad) -> [Feature]?
  /// The probability that a low point, or a turn, lies within some days of a date.
  let near: @Sendable (Dyad, TurningPointCheck.What, DateSpan, Int) -> Double?
  /// The spells of a channel, clipped to a span; nothing where the level is not followed.
  let channelSpells: @Sendable (Pair, ChannelLevel, DateSpan) -> [Spell]?
}
