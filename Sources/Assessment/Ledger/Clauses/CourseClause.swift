import Diplomacy

extension TrendCheck {
  /// Compares the mean level of a course over two spans.
  ///
  /// Holds where the level went the way claimed and the bands of the two means do not overlap; partly
  /// where it went that way within the bands; fails where it went the other way and the bands do not
  /// overlap, else the record cannot tell. Both spans need acts of their own.
  ///
  /// A level is that of the acts gathered, as a share is: one act passed over moves it. It is known only
  /// where both spans were searched for all that the side did toward the other.
  func finding(in context: LedgerContext) -> ClauseFinding {
    let check = Check.trend(self)
    guard let earlier = context.span(from: from.from, through: from.through),
      let later = context.span(from: to.from, through: to.through)
    else {
      return .untested(
        check, .unknownDate(context.unknown(from.from, from.through, to.from, to.through)))
    }
    let before = context.acts(of: dyad, part, in: earlier)
    let after = context.acts(of: dyad, part, in: later)
    guard let one = context.relation.meanLevel(dyad, part, earlier),
      let other = context.relation.meanLevel(dyad, part, later)
    else { return .untested(check, .noCourse, rows: before + after) }
    let numbers = TrendEvidence(
      earlier: earlier, later: later, before: [one.low, one.level, one.high],
      after: [other.low, other.level, other.high], actsBefore: before.count,
      actsAfter: after.count)
    let evidence = ClauseEvidence.trend(numbers)
    let rows = before + after.filter { !before.contains($0) }
    let fewest = min(before.count, after.count)
    guard fewest >= Self.leastActs else {
      return .untested(check, .tooFew(fewest, needed: Self.leastActs), evidence, rows: rows)
    }
    let searches: [Int]
    switch context.coverage(of: check) {
    case .missing(let gap):
      return .untested(check, .notSearched(gap), evidence, rows: rows, restsOnAbsence: true)
    case .covered(let found): searches = found
    }
    let wentThatWay = direction == .falls ? numbers.change < 0 : numbers.change > 0
    let isApart = numbers.gap > 0
    guard wentThatWay || isApart else {
      return .untested(check, .withinBands, evidence, rows: rows)
    }
    let verdict: Verdict = !wentThatWay ? .contradicted : isApart ? .holdsAsSearched : .partly
    return ClauseFinding(
      check, verdict, evidence,
      margin: ClauseMargin(
        flipsBy: abs(numbers.gap), unit: .level,
        isJust: abs(numbers.gap) < 0.1 * abs(numbers.change)), rows: rows,
      restsOnAbsence: true, searches: searches)
  }

  /// The least number of acts that each of the two spans needs.
  static let leastActs = 3
}

extension TurningPointCheck {
  /// Asks whether a turning point, or the low point, of a direction lies near a date.
  ///
  /// Holds where the days that hold 95 % of where it may be, or at least 80 % of the probability, lie
  /// within the tolerance; fails where less than 5 % does; partly or untested between, as more or
  /// less than half of it is near. As with a trend, the days of baseline and window must have been
  /// searched.
  func finding(in context: LedgerContext) -> ClauseFinding {
    let check = Check.turningPoint(self)
    guard let target = context.span(near) else {
      return .untested(check, .unknownDate(near.text))
    }
    let rows = context.rows(of: [near])
    let searches: [Int]
    switch context.coverage(of: check) {
    case .missing(let gap):
      return .untested(check, .notSearched(gap), rows: rows, restsOnAbsence: true)
    case .covered(let found): searches = found
    }
    let features: [RelationFindings.Feature]
    switch what {
    case .lowPoint:
      guard let low = context.relation.lowPoint(dyad) else {
        return .untested(check, .noCourse, rows: rows)
      }
      features = [low]
    case .turningPoint:
      guard let points = context.relation.turningPoints(dyad) else {
        return .untested(check, .noCourse, rows: rows)
      }
      features = points
    }
    let share = context.relation.near(dyad, what, target, within) ?? 0
    let nearest = features.min { distance($0.day, target) < distance($1.day, target) }
    let numbers = TurnEvidence(
      target: target, day: nearest?.day, span: nearest?.span, near: share,
      distance: nearest.map { distance($0.day, target) })
    let isWithin =
      nearest.map {
        $0.span.first >= target.first - within && $0.span.last <= target.last + within
      } ?? false
    let verdict: Verdict =
      isWithin || share >= 0.8
      ? .holdsAsSearched : share < 0.05 ? .contradicted : share >= 0.5 ? .partly : .untested
    let evidence = ClauseEvidence.turn(numbers)
    if verdict == .untested {
      return .untested(check, .tooSpread, evidence, rows: rows, restsOnAbsence: true)
    }
    let room = nearest.map { feature in
      min(
        feature.span.first - (target.first - within), (target.last + within) - feature.span.last)
    }
    return ClauseFinding(
      check, verdict, evidence,
      margin: isWithin
        ? room.map { ClauseMargin(flipsBy: Double($0 + 1), unit: .days, isJust: $0 <= 1) } : nil,
      rows: rows, restsOnAbsence: true, searches: searches)
  }

  private func distance(_ day: Day, _ span: DateSpan) -> Int {
    day < span.first ? span.first - day : day > span.last ? day - span.last : 0
  }
}

extension LedgerContext {
  /// The acts of a direction that count and may fall within a span.
  func acts(of dyad: Dyad, _ part: CoursePart, in span: DateSpan) -> [String] {
    subject.acts(on: scale).filter { act in
      act.isOf(dyad) && (part == .all || act.quadClass.isVerbal == (part == .words))
        && act.row.date.overlaps(span)
    }.map(\.row.id)
  }

  /// Whether somebody is said to have looked for all the rows that a check rests on.
  func coverage(of check: Check) -> SearchCoverage {
    var used: Set<Int> = []
    for filter in check.filtersOfAbsence {
      switch coverage(of: filter) {
      case .covered(let searches): used.formUnion(searches)
      case .missing(let gap): return .missing(gap)
      }
    }
    return .covered(used.sorted())
  }
}
