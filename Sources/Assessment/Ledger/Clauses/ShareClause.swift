import Diplomacy
import Estimation
import Foundation

extension ShareCheck {
  /// Holds the share of rows that fit a narrower description against bounds.
  ///
  /// The share holds or fails where its interval at 80 % lies on one side of the bounds, and holds in
  /// part where a bound lies within the interval: on few rows, or near a bound, chance decides. Rows
  /// whose dates make the membership uncertain are left out of both numbers and counted.
  ///
  /// A share is one of the rows gathered; it is known only where the record was searched for rows of
  /// both kinds.
  func finding(in context: LedgerContext) -> ClauseFinding {
    let check = Check.share(self)
    guard let tally = context.share(rows, among) else {
      let unknown = context.unknownDate(of: among).isEmpty ? rows : among
      return .untested(check, .unknownDate(context.unknownDate(of: unknown)))
    }
    guard tally.evidence.whole > 0 else {
      return .untested(check, .noSuchRows, restsOnAbsence: true)
    }
    let evidence = ClauseEvidence.share(tally.evidence)
    let searches: [Int]
    switch context.coverage(of: among) {
    case .missing(let gap):
      return .untested(
        check, .notSearched(gap), evidence, rows: tally.rows, restsOnAbsence: true)
    case .covered(let found): searches = found
    }
    let verdict = verdict(tally.evidence.part, of: tally.evidence.whole)
    let flips = flips(tally.evidence, from: verdict)
    return ClauseFinding(
      check, verdict, evidence,
      margin: flips.map {
        ClauseMargin(flipsBy: Double($0), unit: .rows, isJust: $0 <= 1)
      }, rows: tally.rows, restsOnAbsence: true, searches: searches)
  }

  private func verdict(_ part: Int, of whole: Int) -> Verdict {
    let interval = ProportionInterval.ofLedger.share(part, of: whole)
    switch Verdict.fit(interval, atLeast: atLeast, atMost: atMost) {
    case .fits: return .holdsAsSearched
    case .mayFit: return .partly
    case .fails:
      let near = Verdict.fit(
        interval, atLeast: atLeast.map { $0 - partlyWithin },
        atMost: atMost.map { $0 + partlyWithin })
      return near == .fails || partlyWithin == 0 ? .contradicted : .partly
    }
  }

  /// How many of the rows, coded otherwise, would give another verdict.
  private func flips(_ share: ShareEvidence, from verdict: Verdict) -> Int? {
    (1...max(1, share.whole)).first { change in
      [share.part - change, share.part + change].contains {
        (0...share.whole).contains($0) && self.verdict($0, of: share.whole) != verdict
      }
    }
  }
}

extension CompareCheck {
  /// Holds the same measure of two sides against each other.
  ///
  /// Counts compare where they differ by more than chance would: given their sum, the first count is
  /// binomial. Shares compare where the interval of their difference at 80 % lies on one side. Both
  /// rest on rows not being there, so both sides must have been searched for.
  func finding(in context: LedgerContext) -> ClauseFinding {
    let check = Check.compare(self)
    guard let one = context.tally(first), let other = context.tally(second) else {
      return .untested(check, .unknownDate(""))
    }
    let rows = one.rows + other.rows.filter { !one.rows.contains($0) }
    if (one.of ?? 1) == 0 || (other.of ?? 1) == 0 || one.part + other.part == 0 {
      return .untested(check, .noSuchRows, rows: rows, restsOnAbsence: true)
    }
    let interval: ClosedRange<Double>
    if let firstOf = one.of, let secondOf = other.of {
      interval = ProportionInterval.ofLedger.difference(
        one.part, of: firstOf, other.part, of: secondOf)
    } else {
      // The share of the first count in both, and from it the difference that it implies.
      let sum = one.part + other.part
      let share = ProportionInterval.ofLedger.share(one.part, of: sum)
      interval =
        (Double(sum) * (2 * share.lowerBound - 1))...(Double(sum) * (2 * share.upperBound - 1))
    }
    let evidence = ClauseEvidence.comparison(
      ComparisonEvidence(
        first: one.part, firstOf: one.of, second: other.part, secondOf: other.of,
        interval: [interval.lowerBound, interval.upperBound]))
    var searches: Set<Int> = []
    for filter in [first.among ?? first.rows, second.among ?? second.rows] {
      switch context.coverage(of: filter) {
      case .covered(let found): searches.formUnion(found)
      case .missing(let gap):
        return .untested(check, .notSearched(gap), evidence, rows: rows, restsOnAbsence: true)
      }
    }
    let claimed =
      relation == .more ? interval : (-interval.upperBound)...(-interval.lowerBound)
    let verdict: Verdict =
      claimed.lowerBound > by || (claimed.lowerBound == by && by > 0)
      ? .holdsAsSearched : claimed.upperBound < by ? .contradicted : .partly
    return ClauseFinding(
      check, verdict, evidence, rows: rows, restsOnAbsence: true, searches: searches.sorted())
  }
}

extension ProportionInterval {
  /// The intervals of a ledger: 80 %, as a clause asks whether a share fits and not for proof.
  static let ofLedger = ProportionInterval(coverage: 0.8)
}

extension LedgerContext {
  /// The rows of a share, or nothing where a filter names an unknown date.
  func share(_ rows: RowFilter, _ among: RowFilter) -> (evidence: ShareEvidence, rows: [String])? {
    guard let all = selection(among), let narrow = selection(rows) else { return nil }
    let known = Set(all.certain.map(\.id))
    let fitting = narrow.certain.filter { known.contains($0.id) }
    let interval = ProportionInterval.ofLedger.share(fitting.count, of: known.count)
    let evidence = ShareEvidence(
      part: fitting.count, whole: known.count, low: interval.lowerBound,
      high: interval.upperBound,
      aside: all.possible.count + narrow.possible.filter { known.contains($0.id) }.count)
    return (evidence, fitting.map(\.id))
  }

  /// What is counted on one side of a comparison.
  fileprivate func tally(_ side: CompareCheck.Side) -> (part: Int, of: Int?, rows: [String])? {
    if let among = side.among {
      return share(side.rows, among).map { ($0.evidence.part, $0.evidence.whole, $0.rows) }
    }
    return selection(side.rows).map { ($0.certain.count, nil, $0.certain.map(\.id)) }
  }
}
