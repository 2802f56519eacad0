import Diplomacy
import Estimation

extension MediaCheck {
  /// Holds the share of texts with a stance, in the case's sample of media, against bounds.
  ///
  /// The unit is the text. The share holds or fails where its interval at 80 % lies on one side of the
  /// bounds, and holds in part where a bound lies within. It is one of the texts drawn: how they were
  /// drawn is the sample's to say. Without a sample nothing is tested.
  func finding(in context: LedgerContext) -> ClauseFinding {
    let check = Check.media(self)
    guard let sample = context.subject.media else {
      return .untested(check, .byNature("the case has no sample of media (media.csv)"))
    }
    let first = from.flatMap { context.subject.span(of: $0)?.first }
    let last = until.flatMap { context.subject.span(of: $0)?.last }
    if let missing =
      (from != nil && first == nil ? from : until != nil && last == nil ? until : nil)
    {
      return .untested(check, .unknownDate(missing.text))
    }
    let rows = sample.rows.filter { fits($0, first, last) }
    let whole = rows.reduce(0) { $0 + $1.texts }
    guard whole > 0 else {
      return .untested(check, .byNature("the sample of media holds no such texts"))
    }
    let part = rows.reduce(0) { $0 + ($1.counts[shows] ?? 0) }
    let interval = ProportionInterval.ofLedger.share(part, of: whole)
    let verdict: Verdict =
      switch Verdict.fit(interval, atLeast: atLeast, atMost: atMost) {
      case .fits: .holdsAsSearched
      case .mayFit: .partly
      case .fails: .contradicted
      }
    return ClauseFinding(
      check, verdict,
      .share(
        ShareEvidence(
          part: part, whole: whole, low: interval.lowerBound, high: interval.upperBound, aside: 0)),
      rows: [])
  }

  private func fits(_ row: MediaSample.Row, _ first: Day?, _ last: Day?) -> Bool {
    guard row.toward == toward, side == nil || row.side == side?.rawValue,
      outlets.isEmpty || outlets.contains(row.outlet)
    else { return false }
    guard first != nil || last != nil else { return true }
    // A month counts where it lies within the days asked for as a whole.
    guard let month = row.month else { return false }
    return first.map { month.first >= $0 } ?? true && last.map { month.last <= $0 } ?? true
  }
}
