import Estimation
import Foundation

/// How sure each change of a division is, and how closely its place is known.
///
/// Between a change's neighbours, every place is compared with every other and with no change at all.
/// The log-likelihoods are divided by the inflation that the memory of the noise causes; the
/// parameters are integrated out by the Schwarz approximation; every place is equally likely
/// beforehand, and so are a change and none.
struct ChangeUncertainty {
  private let chosen: ChosenDivision
  private let credibility: Double
  /// The longest stretch on either side of a change that is searched.
  private static let reach = 20_000

  init(_ chosen: ChosenDivision, credibility: Double) {
    self.chosen = chosen
    self.credibility = credibility
  }

  func turningPoints() -> [TurningPoint] {
    let changes = chosen.segmentation.changePoints
    guard !changes.isEmpty else { return [] }
    let design = chosen.design
    let edges = [0] + changes + [design.count]
    let scale = noiseScale()
    let sums = RunningSums(design.values)
    let trend = design.model == .trend ? TrendCost(design.values) : nil
    let spread =
      design.model == .normal ? SpreadCost(design.values, floor: design.spreadFloor) : nil
    return changes.indices.map { position in
      let before = edges[position]
      let change = edges[position + 1]
      let after = edges[position + 2]
      let low = max(before + design.minimumLength, change - Self.reach)
      let high = min(after - design.minimumLength, change + Self.reach)
      let window = low <= change && change <= high ? low...high : change...change
      let gains: [Double] =
        switch design.model {
        case .gaussian:
          gains(window, before, after) { sums.scatter($0, $1) / scale }
        case .trend:
          gains(window, before, after) { (trend?.cost(from: $0, to: $1) ?? 0) / scale }
        case .normal:
          gains(window, before, after) { spread?.cost(from: $0, to: $1) ?? 0 }
        case .poisson:
          gains(window, before, after) { start, end in
            let mean = sums.sums[end] - sums.sums[start]
            let shift = design.values[0] - sums.values[0]
            let length = Double(end - start)
            return RateProblem.cost(length: length, sum: max(0, mean + shift * length))
          }
        case .t: boundedGains(window, before, change, after, scale: scale)
        }
      return point(change, window, gains.map { 0.5 * $0 / chosen.inflation }, after - before)
    }
  }

  private func gains(
    _ window: ClosedRange<Int>, _ before: Int, _ after: Int, cost: (Int, Int) -> Double
  ) -> [Double] {
    let whole = cost(before, after)
    return window.map { whole - cost(before, $0) - cost($0, after) }
  }

  /// The gains under the bounded loss with the levels on either side held at their estimates.
  private func boundedGains(
    _ window: ClosedRange<Int>, _ before: Int, _ change: Int, _ after: Int, scale: Double
  ) -> [Double] {
    let values = chosen.design.values
    let cutoff = chosen.design.cutoff
    func loss(_ value: Double, _ level: Double) -> Double {
      min((value - level) * (value - level), cutoff * cutoff) / scale
    }
    let left = Summaries.quantile(values[before..<change], 0.5)
    let right = Summaries.quantile(values[change..<after], 0.5)
    let middle = Summaries.quantile(values[before..<after], 0.5)
    var gain = 0.0
    for index in before..<after {
      let own = loss(values[index], index < window.lowerBound ? left : right)
      gain += loss(values[index], middle) - own
    }
    var gains = [gain]
    for index in window.lowerBound..<window.upperBound {
      gain += loss(values[index], right) - loss(values[index], left)
      gains.append(gain)
    }
    return gains
  }

  private func noiseScale() -> Double {
    let design = chosen.design
    let residuals = design.residuals(of: chosen.segmentation)
    let inside = residuals.filter { design.model != .t || abs($0) <= design.cutoff }
    let sum = inside.reduce(0) { $0 + $1 * $1 }
    let free = max(1, Double(inside.count - 2 * chosen.segmentation.changePoints.count - 1))
    return max(sum / free, SegmentDesign.floor)
  }

  private func point(
    _ change: Int, _ window: ClosedRange<Int>, _ support: [Double], _ length: Int
  ) -> TurningPoint {
    let total = SpecialFunctions.logSumExp(support)
    let parameters = chosen.design.model.parametersPerChange - 1
    let factor =
      total - log(Double(support.count)) - 0.5 * parameters * log(Double(max(length, 2)))
    let presence = 1 / (1 + exp(-factor))
    let masses = support.map { exp($0 - total) }
    let set = CredibleSet.shortest(masses, share: credibility, around: change - window.lowerBound)
    return TurningPoint(
      index: change, probability: min(1, presence * set.mass),
      from: window.lowerBound + set.range.lowerBound, to: window.lowerBound + set.range.upperBound)
  }
}
