import Diplomacy

extension CountCheck {
  /// Counts the rows that fit and holds the count against the bounds.
  ///
  /// A row whose date may or may not fit widens the count to a range; a verdict that depends on such
  /// a row is partly.
  func finding(in context: LedgerContext) -> Finding {
    guard let selection = context.selection(rows) else {
      return .untested("count", "the filter names a date that the case does not have")
    }
    let range = selection.countRange
    var verdict = Verdict.judging(range, atLeast: atLeast, atMost: atMost)
    if verdict == .contradicted {
      let inPart = Verdict.judging(range, atLeast: partlyAtLeast, atMost: partlyAtMost)
      if (partlyAtLeast != nil || partlyAtMost != nil) && inPart != .contradicted {
        verdict = .partly
      }
    }
    let counted =
      range.lowerBound == range.upperBound
      ? Phrase.count(range.lowerBound, "act") : "\(range.lowerBound) to \(range.upperBound) acts"
    return Finding(
      verdict, check: "count", computed: Double(range.lowerBound),
      range: Phrase.range(Double(range.lowerBound), Double(range.upperBound)), unit: "rows",
      rows: selection.ids,
      reason: "\(counted) in the record; the assertion needs \(Phrase.bounds(atLeast, atMost))")
  }
}

extension ExistsCheck {
  /// Looks for a row that fits: an instance of what is claimed, or a counter-example to an absolute.
  func finding(in context: LedgerContext) -> Finding {
    guard let selection = context.selection(rows) else {
      return .untested("exists", "the filter names a date that the case does not have")
    }
    let range = selection.countRange
    let verdict: Verdict
    let reason: String
    switch claimed {
    case .some:
      verdict = Verdict.judging(range, atLeast: 1, atMost: nil)
      reason =
        range.upperBound == 0
        ? "no act in the record fits" : "\(Phrase.count(range.lowerBound, "act")) for certain fit"
    case .none:
      let strict = Verdict.judging(range, atLeast: nil, atMost: 0)
      verdict = strict == .contradicted && range.lowerBound <= tolerated ? .partly : strict
      reason =
        range.upperBound == 0
        ? "no counter-example in the record"
        : "\(Phrase.count(range.lowerBound, "counter-example")) for certain in the record"
    }
    return Finding(
      verdict, check: "exists", computed: Double(range.lowerBound),
      range: Phrase.range(Double(range.lowerBound), Double(range.upperBound)), unit: "rows",
      rows: selection.ids, reason: reason)
  }
}
