import Diplomacy

extension CountCheck {
  /// Counts the rows that fit and holds the count against the bounds.
  ///
  /// A row whose date may or may not fit widens the count to a range; a verdict that depends on such
  /// a row is partly. Enough rows are enough whatever the record lacks; too few of them, or no more
  /// than so many, is known only where the record was searched.
  func finding(in context: LedgerContext) -> ClauseFinding {
    let bounds = RowBounds(
      rows: rows, atLeast: atLeast, atMost: atMost, partlyAtLeast: partlyAtLeast,
      partlyAtMost: partlyAtMost)
    return bounds.finding(.count(self), in: context)
  }
}

extension ExistsCheck {
  /// Looks for a row that fits: an instance of what is claimed, or a counter-example to an absolute.
  func finding(in context: LedgerContext) -> ClauseFinding {
    let bounds =
      switch claimed {
      case .some: RowBounds(rows: rows, atLeast: 1)
      case .none:
        RowBounds(rows: rows, atMost: 0, partlyAtMost: tolerated > 0 ? tolerated : nil)
      }
    return bounds.finding(.exists(self), in: context)
  }
}

/// Rows held against bounds, and what the absence of further rows may decide.
private struct RowBounds {
  let rows: RowFilter
  var atLeast: Int?
  var atMost: Int?
  var partlyAtLeast: Int?
  var partlyAtMost: Int?

  func finding(_ check: Check, in context: LedgerContext) -> ClauseFinding {
    guard let selection = context.selection(rows) else {
      return .untested(check, .unknownDate(context.unknownDate(of: rows)))
    }
    let range = selection.countRange
    let evidence = ClauseEvidence.rows(
      certain: selection.certain.count, possible: selection.possible.count)
    let verdict = verdict(of: range)
    // More rows can only raise the count: what they could overturn rests on their absence.
    let restsOnAbsence =
      switch verdict {
      case .contradicted: atMost.map { range.lowerBound <= $0 } ?? true
      case .supported: atMost != nil
      case .partly: partlyAtMost.map { range.upperBound <= $0 } ?? (atMost != nil)
      default: false
      }
    let margin = margin(range, verdict)
    guard restsOnAbsence else {
      return ClauseFinding(check, verdict, evidence, margin: margin, rows: selection.ids)
    }
    switch context.coverage(of: rows) {
    case .covered(let searches):
      return ClauseFinding(
        check, verdict == .supported ? .holdsAsSearched : verdict, evidence, margin: margin,
        rows: selection.ids, restsOnAbsence: true, searches: searches)
    case .missing(let gap):
      // What holds in part whatever further rows would say stays so; the rest cannot be told.
      return .untested(
        check, .notSearched(gap), evidence, rows: selection.ids, restsOnAbsence: true)
    }
  }

  private func verdict(of range: ClosedRange<Int>) -> Verdict {
    switch Verdict.fit(range, atLeast: atLeast, atMost: atMost) {
    case .fits: return .supported
    case .mayFit: return .partly
    case .fails:
      guard partlyAtLeast != nil || partlyAtMost != nil else { return .contradicted }
      return Verdict.fit(range, atLeast: partlyAtLeast, atMost: partlyAtMost) == .fails
        ? .contradicted : .partly
    }
  }

  /// How many rows more or fewer would give another verdict, up to as many as there are and ten more.
  private func margin(_ range: ClosedRange<Int>, _ verdict: Verdict) -> ClauseMargin? {
    for change in 1...(range.upperBound + 10) {
      for other in [range.lowerBound - change, range.lowerBound + change] where other >= 0 {
        let width = range.upperBound - range.lowerBound
        if self.verdict(of: other...(other + width)) != verdict {
          return ClauseMargin(flipsBy: Double(change), unit: .rows, isJust: change == 1)
        }
      }
    }
    return nil
  }
}
