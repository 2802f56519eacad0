import Foundation
package import TimeSeries

/// Who answers whom among totals, as lines of text.
package enum TotalsText {
  /// The analysis for a person.
  package static func text(_ analysis: TotalsReciprocity) -> String {
    var lines = [
      "\(analysis.observations) observations, \(analysis.lags) lags (AIC \(analysis.order.aic), BIC \(analysis.order.bic), HQ \(analysis.order.hannanQuinn)), log-likelihood \(String(format: "%.3f", analysis.logLikelihood)) nats"
    ]
    for test in analysis.tests {
      lines.append(
        "past of \(test.from) for \(test.to): F(\(test.degreesOfFreedom[0]), \(test.degreesOfFreedom[1])) = \(String(format: "%.2f", test.statistic)), p = \(String(format: "%.2g", test.probability))"
      )
    }
    for response in analysis.responses {
      lines.append(
        "response of \(response.to) to one unit of \(response.from), \(response.response.count - 1) steps added up: \(String(format: "%.3f (%.3f to %.3f)", response.cumulated, response.cumulatedInterval[0], response.cumulatedInterval[1]))"
      )
    }
    for (name, shares) in zip(analysis.names, analysis.varianceShares) {
      let parts = zip(analysis.names, shares).map { other, share in
        "\(other) \(String(format: "%.1f", 100 * share)) %"
      }
      lines.append(
        "forecast error of \(name) by whose shocks, in this order of the series: \(parts.joined(separator: ", "))"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
