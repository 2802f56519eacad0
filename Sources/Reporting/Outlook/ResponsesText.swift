import Diplomacy
package import Forecasting

/// What followed an act, as text.
package enum ResponsesText {
  /// The summary and the cases for a terminal.
  package static func render(
    _ summary: ResponseSummary, cases: [ResponseStudy.Case], limit: Int
  ) -> String {
    guard summary.cases > 0 else {
      return
        "No case: no act of \(summary.codes.joined(separator: ", ")) without one like it in the "
        + "\(ResponseStudy.quietDays) days before and with matched days of its pair.\n"
    }
    var text = summary.sentence + "\n"
    text +=
      "\(NumberFormat.count(summary.cases, "case")) of "
      + NumberFormat.count(summary.pairs, "directed pair")
      + (summary.unmatched > 0
        ? "; \(NumberFormat.count(summary.unmatched, "case")) left out, no day of the pair matches"
        : "") + "\n"
    text +=
      PlainTable(
        header: [
          "within", "hostile after", "matched days", "excess [95%]", "hostile acts [95%]",
          "hostile share [95%]", "in kind", "in kind, matched",
        ],
        rows: summary.windows.map { window in
          [
            "\(window.days) d", NumberFormat.percent(window.after),
            NumberFormat.percent(window.matched), points(window.excess),
            acts(window.hostileActs), points(window.hostileShare),
            NumberFormat.percent(window.inKind), NumberFormat.percent(window.inKindMatched),
          ]
        }
      ).aligned
    text +=
      "Excess in points over days of the same pair that were as busy; the day of the act itself "
      + "is left out. Press attention raises all acts for a week: read the share and the excess.\n"
    guard limit > 0 else { return text }
    let shown = cases.suffix(limit)
    text += "\nCases" + (cases.count > limit ? ", the last \(limit) of \(cases.count)" : "") + ":\n"
    text +=
      PlainTable(
        header: ["day", "dyad", "code", "report", "first hostile act", "hostile acts by days"],
        rows: shown.map { one in
          [
            one.day.description, one.dyad.description, one.code.rawValue, "\(one.report)",
            one.windows.last?.first?.description ?? "none",
            one.windows.map { "\($0.days) d: \($0.hostile)" }.joined(separator: ", "),
          ]
        }
      ).aligned
    return text
  }

  /// The table that ships, for a terminal.
  package static func render(_ table: ResponseTable) -> String {
    PlainTable(
      header: ["act", "codes", "cases", "pairs", "hostile 7 d", "matched", "excess [95%]"],
      rows: table.rows.compactMap { row in
        guard let week = row.windows.first else { return nil }
        return [
          row.label, row.codes.joined(separator: " "), "\(row.cases)", "\(row.pairs)",
          NumberFormat.percent(week.after), NumberFormat.percent(week.matched),
          points(week.excess) + (row.isThin ? " thin" : ""),
        ]
      }
    ).aligned + "From: \(table.origin)\n"
  }

  private static func points(_ value: ResponseSummary.Estimate) -> String {
    func text(_ share: Double) -> String { NumberFormat.signed(share * 100, decimals: 0) }
    return "\(text(value.value)) [\(text(value.low)), \(text(value.high))]"
  }

  private static func acts(_ value: ResponseSummary.Estimate) -> String {
    func text(_ number: Double) -> String { NumberFormat.signed(number, decimals: 1) }
    return "\(text(value.value)) [\(text(value.low)), \(text(value.high))]"
  }
}
