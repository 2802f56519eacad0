import Diplomacy
package import Forecasting

/// A backtest as text.
package enum BacktestText {
  /// The scores for a terminal.
  package static func render(_ test: Backtest, weights: OutlookWeights) -> String {
    var text =
      "\(NumberFormat.count(test.origins, "origin")) from \(test.first) to \(test.last), "
      + "\(NumberFormat.count(test.dyads, "directed pair"))\n"
    if test.overlapsFit {
      text +=
        "Note: the weights were fitted on acts up to \(weights.days.last), which overlaps these "
        + "days, so the scores flatter them; fit on earlier days alone, or begin later.\n"
    }
    for horizon in test.horizons {
      let error = NumberFormat.fixed(horizon.all.calibrationError, decimals: 3)
      text +=
        "\nWithin \(horizon.days) days: skill over the usual rate "
        + "\(skill(horizon.all.model)), persistence \(skill(horizon.all.persistence)), "
        + "calibration error \(error)\n"
      text +=
        PlainTable(
          header: [
            "act", "forecasts", "came true", "skill [95%]", "persistence", "cal. error", "",
          ],
          rows: horizon.kinds.map { score in
            [
              score.kind.map(OutlookWords.kind) ?? "all", "\(score.count)", "\(score.positives)",
              skill(score.model), NumberFormat.percent(score.persistence.skill, decimals: 1),
              NumberFormat.fixed(score.calibrationError, decimals: 3),
              score.isThin
                ? "thin"
                : score.model.low <= 0 && score.model.high >= 0
                  ? "may be chance" : "",
            ]
          }
        ).aligned
    }
    return text + "\nSkill: 1 minus the log loss over that of the pair's usual rate; intervals by "
      + "\(test.seed == 1 ? "" : "seed \(test.seed), ")resampling pairs of states. Shocks that all "
      + "pairs share are not in the intervals.\n"
  }

  static func skill(_ skill: Backtest.Skill) -> String {
    "\(percent(skill.skill)) [\(percent(skill.low)), \(percent(skill.high))]"
  }

  private static func percent(_ share: Double) -> String {
    NumberFormat.fixed(share * 100, decimals: 1) + "%"
  }
}
