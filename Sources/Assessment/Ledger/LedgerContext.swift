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

  /// Runs a check.
  func finding(of check: Check) -> Finding {
    switch check {
    case .count(let check): check.finding(in: self)
    case .exists(let check): check.finding(in: self)
    case .order(let check): check.finding(in: self)
    case .interval(let check): check.finding(in: self)
    case .state(let check): check.finding(in: self)
    case .share(let check): check.finding(in: self)
    case .trend(let check): check.finding(in: self)
    case .turningPoint(let check): check.finding(in: self)
    case .all(let checks): joined(checks)
    case .untestable(let reason): .untested("untestable", reason)
    }
  }

  private func joined(_ checks: [Check]) -> Finding {
    let parts = checks.map(finding(of:))
    let holding = parts.filter { $0.verdict == .supported }.count
    var rows: [String] = []
    for id in parts.flatMap(\.rows) where !rows.contains(id) { rows.append(id) }
    let untested = parts.filter { $0.verdict == .untested }.count
    let aside = untested == 0 ? "" : ", \(untested) could not be tested"
    return Finding(
      Verdict.joining(parts.map(\.verdict)), check: "all", computed: Double(holding), unit: "parts",
      rows: rows, reason: "\(holding) of \(Phrase.count(parts.count, "part")) supported\(aside)",
      parts: parts)
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
    /// The probability that the feature is there at all, from 0 to 1.
    let probability: Double
  }

  /// The days that a channel spent in a state within a span.
  struct Spell: Sendable {
    let state: String
    let span: DateSpan
    let rows: [String]
    /// Whether the state was inferred from silence and not from an act.
    let isFromSilence: Bool
  }

  /// The mean level of a course over a span, or nothing where the course does not reach.
  let meanLevel: @Sendable (Dyad, CoursePart, DateSpan) -> Level?
  /// The low point of a direction.
  let lowPoint: @Sendable (Dyad) -> Feature?
  /// The turning points of a direction.
  let turningPoints: @Sendable (Dyad) -> [Feature]?
  /// The spells of a channel, clipped to a span; nothing where the level is not followed.
  let channelSpells: @Sendable (Pair, ChannelLevel, DateSpan) -> [Spell]?
}
