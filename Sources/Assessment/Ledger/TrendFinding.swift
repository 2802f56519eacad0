import Diplomacy

extension TrendCheck {
  /// Compares the mean level of a course over two spans.
  ///
  /// Supported where the level went the way claimed and the bands of the two means do not overlap;
  /// partly where it went that way within the bands; contradicted where it went the other way.
  func finding(in context: LedgerContext) -> Finding {
    guard let earlier = context.span(from: from.from, through: from.through),
      let later = context.span(from: to.from, through: to.through)
    else { return .untested("trend", "a date of the check is not in the case") }
    guard let before = context.relation.meanLevel(dyad, part, earlier),
      let after = context.relation.meanLevel(dyad, part, later)
    else {
      return .untested("trend", "the course of \(dyad) does not reach over both spans")
    }
    let change = after.level - before.level
    let wentThatWay = direction == .falls ? change < 0 : change > 0
    let isApart = after.high < before.low || after.low > before.high
    let verdict: Verdict = wentThatWay ? (isApart ? .supported : .partly) : .contradicted
    let overlap = isApart ? "the bands are apart" : "the bands overlap"
    return Finding(
      verdict, check: "trend", computed: change,
      range: [after.low - before.high, after.high - before.low], unit: "level",
      rows: rows(earlier, later, in: context),
      reason:
        "the mean level of \(dyad) went from \(Phrase.decimal(before.level)) (\(earlier)) to \(Phrase.decimal(after.level)) (\(later)); \(overlap)"
    )
  }

  /// The acts of the direction that fall within one of the two spans.
  private func rows(_ earlier: DateSpan, _ later: DateSpan, in context: LedgerContext) -> [String] {
    context.subject.acts(on: context.scale).filter { act in
      act.isOf(dyad) && (part == .all || act.quadClass.isVerbal == (part == .words))
        && (act.row.date.overlaps(earlier) || act.row.date.overlaps(later))
    }.map(\.row.id)
  }
}

extension TurningPointCheck {
  /// Asks whether a turning point, or the low point, of a direction lies near a date.
  func finding(in context: LedgerContext) -> Finding {
    guard let target = context.span(near) else {
      return .untested("turning-point", "the date \(near.text) is not in the case")
    }
    let found: [RelationFindings.Feature]
    switch what {
    case .lowPoint: found = context.relation.lowPoint(dyad).map { [$0] } ?? []
    case .turningPoint:
      guard let points = context.relation.turningPoints(dyad) else {
        return .untested(
          "turning-point", "the record of \(dyad) is too short to find turning points")
      }
      found = points
    }
    let rows = context.rows(of: [near])
    guard let nearest = found.min(by: { distance($0.day, target) < distance($1.day, target) })
    else {
      return what == .lowPoint
        ? .untested("turning-point", "the course of \(dyad) has no low point", rows: rows)
        : Finding(
          .contradicted, check: "turning-point", rows: rows,
          reason: "no turning point of \(dyad) was found")
    }
    let days = distance(nearest.day, target)
    let reaches =
      nearest.span.first - within <= target.last && target.first <= nearest.span.last + within
    let verdict: Verdict = days <= within ? .supported : reaches ? .partly : .contradicted
    let name = what == .lowPoint ? "low point" : "nearest turning point"
    return Finding(
      verdict, check: "turning-point", computed: Double(days), unit: "days", rows: rows,
      reason:
        "the \(name) of \(dyad) is \(nearest.day) (between \(nearest.span.first) and \(nearest.span.last)), \(Phrase.count(days, "day")) from \(target)"
    )
  }

  private func distance(_ day: Day, _ span: DateSpan) -> Int {
    day < span.first ? span.first - day : day > span.last ? day - span.last : 0
  }
}
