import Diplomacy

extension ShareCheck {
  /// Holds the share of rows that fit a narrower description against bounds.
  ///
  /// Rows whose dates make the membership uncertain are left out of both numbers and named in the
  /// reason.
  func finding(in context: LedgerContext) -> Finding {
    guard let all = context.selection(among), let narrow = context.selection(rows) else {
      return .untested("share", "a filter names a date that the case does not have")
    }
    let known = Set(all.certain.map(\.id))
    let fitting = narrow.certain.filter { known.contains($0.id) }
    guard !known.isEmpty else {
      return .untested("share", "no act in the record is of the kind whose share is asked")
    }
    let share = Double(fitting.count) / Double(known.count)
    var verdict = Verdict.judging(share...share, atLeast: atLeast, atMost: atMost)
    if verdict == .contradicted, partlyWithin > 0 {
      let near = Verdict.judging(
        share...share, atLeast: atLeast.map { $0 - partlyWithin },
        atMost: atMost.map { $0 + partlyWithin })
      if near == .supported { verdict = .partly }
    }
    let undated = all.possible.count + narrow.possible.filter { known.contains($0.id) }.count
    let aside = undated == 0 ? "" : "; \(Phrase.count(undated, "act")) of uncertain date left aside"
    return Finding(
      verdict, check: "share", computed: share, unit: "share", rows: fitting.map(\.id),
      reason:
        "\(fitting.count) of \(Phrase.count(known.count, "act")), \(Phrase.percent(share))\(aside)")
  }
}
