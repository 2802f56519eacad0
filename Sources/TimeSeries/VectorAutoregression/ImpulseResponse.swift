import Estimation

/// How a shock to one series moves another over the following steps, with a band.
public struct ImpulseResponse: Hashable, Sendable, Codable {
  /// The series shocked.
  public let from: String
  /// The series that responds.
  public let to: String
  /// The response at each step, the shock itself at step zero.
  public let response: [Double]
  /// The lower end of the 90 % band at each step.
  public let low: [Double]
  /// The upper end of the band.
  public let high: [Double]
  /// The responses of all steps after the shock added up.
  public let cumulated: Double
  /// The 90 % interval of the sum.
  public let cumulatedInterval: [Double]
}

extension VectorAutoregression {
  /// The response of every series (row) to a unit shock of every series (column), step by step.
  ///
  /// > Lütkepohl (2005), eq. 2.1.22.
  public func responses(steps: Int) -> [[[Double]]] {
    let series = names.count
    let unit = (0..<series).map { i in (0..<series).map { $0 == i ? 1.0 : 0 } }
    var all = [unit]
    for step in stride(from: 1, through: steps, by: 1) {
      var sum = unit.map { $0.map { _ in 0.0 } }
      for lag in 1...min(lags, step) {
        for i in 0..<series {
          for j in 0..<series {
            for inner in 0..<series {
              sum[i][j] += coefficient(of: inner, in: i, lag: lag) * all[step - lag][inner][j]
            }
          }
        }
      }
      all.append(sum)
    }
    return all
  }

  /// The same for shocks of one standard deviation that are made independent in the order of the
  /// series: a shock of an earlier series moves the later ones at once.
  public func orthogonalResponses(steps: Int) -> [[[Double]]] {
    let series = names.count
    guard let factor = Cholesky(covariance.flatMap { $0 }, order: series) else {
      return responses(steps: steps)
    }
    return responses(steps: steps).map { step in
      step.map { row in
        (0..<series).map { j in
          (0..<series).reduce(0) { $0 + row[$1] * factor.lower[$1 * series + j] }
        }
      }
    }
  }

  /// The share of each series' forecast error (row) that shocks of each series (column) account for.
  ///
  /// Shocks are made independent in the order of the series, so the shares depend on that order.
  ///
  /// > Lütkepohl (2005), eq. 2.3.37.
  ///
  /// - Parameter steps: How many steps ahead the forecast looks, at least 1.
  public func varianceDecomposition(steps: Int) -> [[Double]] {
    let paths = orthogonalResponses(steps: max(1, steps) - 1)
    return names.indices.map { row in
      let parts = names.indices.map { column in
        paths.reduce(0) { $0 + $1[row][column] * $1[row][column] }
      }
      let total = parts.reduce(0, +)
      return parts.map { total > 0 ? $0 / total : 0 }
    }
  }

  /// Responses to unit shocks with bands from a bootstrap of the residuals.
  ///
  /// > Runkle, D. E. "Vector autoregressions and reality." *Journal of Business & Economic
  /// > Statistics* 5, 1987, 437-442.
  ///
  /// - Parameters:
  ///   - steps: The number of steps after the shock.
  ///   - draws: The number of bootstrap samples.
  ///   - seed: The seed.
  public func impulseResponses(steps: Int, draws: Int = 200, seed: UInt64) -> [ImpulseResponse] {
    let root = SeededGenerator(seed: seed)
    let samples = concurrentMap(draws) { draw -> [[[Double]]]? in
      var random = root.stream(UInt64(draw))
      return try? VectorAutoregression(resampled(using: &random), names: names, lags: lags)
        .responses(steps: steps)
    }.compactMap { $0 }
    let center = responses(steps: steps)
    return names.indices.flatMap { source in
      names.indices.filter { $0 != source }.map { target in
        let path = center.map { $0[target][source] }
        let bands = (0...steps).map { step in
          Self.band(samples.map { $0[step][target][source] }, around: path[step])
        }
        let sum = path.dropFirst().reduce(0, +)
        let interval = Self.band(
          samples.map { $0.dropFirst().reduce(0) { $0 + $1[target][source] } }, around: sum)
        return ImpulseResponse(
          from: names[source], to: names[target], response: path, low: bands.map(\.low),
          high: bands.map(\.high), cumulated: sum, cumulatedInterval: [interval.low, interval.high])
      }
    }
  }

  private func resampled(using random: inout SeededGenerator) -> [[Double]] {
    var drawn = Array(data[..<lags])
    for time in lags..<data.count {
      let row = Self.regressors(drawn, time, lags)
      let shock = residuals[random.index(below: residuals.count)]
      drawn.append(
        names.indices.map { equation in
          zip(row, coefficients[equation]).reduce(shock[equation]) { $0 + $1.0 * $1.1 }
        })
    }
    return drawn
  }

  private static func band(_ values: [Double], around center: Double) -> (low: Double, high: Double)
  {
    guard values.count > 1 else { return (center, center) }
    return (
      min(center, Summaries.quantile(values, 0.05)), max(center, Summaries.quantile(values, 0.95))
    )
  }
}
