import Estimation
import Foundation

/// How sure each change of a division is, where it is said to be, and how closely that is known.
///
/// Between a change's neighbours, every place is compared with every other and with no change at all.
/// The log-likelihoods are divided by the inflation that the memory of the noise causes; the
/// parameters are integrated out by the Schwarz approximation; every place is equally likely
/// beforehand, and so are a change and none. The place that is named is `LikeliestPlace`.
package struct ChangeUncertainty {
  private let chosen: SelectedSegmentation
  private let credibility: Double
  /// The longest stretch on either side of a change that is searched.
  private static let reach = 20_000
  /// The points within which a place counts as named rightly: five, or three in a short series.
  private let tolerance: Int

  package init(_ chosen: SelectedSegmentation, credibility: Double) {
    self.chosen = chosen
    self.credibility = credibility
    tolerance = chosen.design.count > SegmentDesign.shortSeries ? 5 : 3
  }

  /// A change that may lie at any of a run of places between its neighbours.
  private struct Candidate {
    let change: Int
    let window: ClosedRange<Int>
    let before: Int
    let after: Int
    /// The tempered gain in log-likelihood of a change at each place over none.
    let support: [Double]
    /// The same under squared deviations, for counts.
    let levelSupport: [Double]?
  }

  package func turningPoints() -> [TurningPoint] {
    let candidates = candidates()
    let places = places(of: candidates)
    return zip(candidates, places).map { candidate, place in point(candidate, at: place) }
  }

  private func candidates() -> [Candidate] {
    let design = chosen.design
    let changes = chosen.segmentation.changePoints
    guard !changes.isEmpty else { return [] }
    let edges = [0] + changes + [design.count]
    let residuals = design.residuals(of: chosen.segmentation)
    let scale = noiseScale(residuals)
    let sums = RunningSums(design.values)
    let trend = design.model == .trend ? TrendCost(design.values) : nil
    let spread =
      design.model == .normal ? design.spreadCost() : nil
    let counts = design.model == .poisson ? LevelPlaces(sums, edges, residuals) : nil
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
          Self.gains(window, before, after) { sums.scatter($0, $1) / scale }
        case .trend:
          Self.gains(window, before, after) { (trend?.cost(from: $0, to: $1) ?? 0) / scale }
        case .normal:
          Self.gains(window, before, after) { spread?.cost(from: $0, to: $1) ?? 0 }
        case .poisson:
          Self.gains(window, before, after) { start, end in
            let mean = sums.sums[end] - sums.sums[start]
            let shift = design.values[0] - sums.values[0]
            let length = Double(end - start)
            return RateProblem.cost(length: length, sum: max(0, mean + shift * length))
          }
        case .t: boundedGains(window, before, change, after, scale: scale)
        }
      return Candidate(
        change: change, window: window, before: before, after: after,
        support: gains.map { 0.5 * $0 / chosen.inflation },
        levelSupport: counts.map { counts in
          Self.gains(window, before, after) { counts.cost($0, $1) }
        })
    }
  }

  private static func gains(
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
    let left = SegmentDesign.middle(of: values[before..<change])
    let right = SegmentDesign.middle(of: values[change..<after])
    let middle = SegmentDesign.middle(of: values[before..<after])
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

  private func noiseScale(_ residuals: [Double]) -> Double {
    let design = chosen.design
    let inside = residuals.filter { design.model != .t || abs($0) <= design.cutoff }
    let sum = inside.reduce(0) { $0 + $1 * $1 }
    let free = max(1, Double(inside.count - 2 * chosen.segmentation.changePoints.count - 1))
    return max(sum / free, SegmentDesign.floor)
  }

  /// The places that are named; those of the division itself where two would come too close.
  private func places(of candidates: [Candidate]) -> [Int] {
    var places = candidates.map(place)
    let shortest = chosen.design.minimumLength
    for index in places.indices.dropFirst() where places[index] - places[index - 1] < shortest {
      places[index - 1] = candidates[index - 1].change
      places[index] = candidates[index].change
    }
    let keepsApart = zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= shortest }
    return keepsApart ? places : candidates.map(\.change)
  }

  private func place(_ candidate: Candidate) -> Int {
    let standing = candidate.change - candidate.window.lowerBound
    let found = LikeliestPlace(
      in: Self.masses(candidate.support), tolerance: tolerance, standing: standing)
    guard let level = candidate.levelSupport, !found.isPlaced else {
      return candidate.window.lowerBound + found.index
    }
    // The rates by themselves do not place the turn: the levels do, which suppose nothing of how the
    // variance goes with the mean.
    let other = LikeliestPlace(in: Self.masses(level), tolerance: tolerance, standing: standing)
    return candidate.window.lowerBound + other.index
  }

  private static func masses(_ support: [Double]) -> [Double] {
    let total = SpecialFunctions.logSumExp(support)
    return support.map { exp($0 - total) }
  }

  private func point(_ candidate: Candidate, at place: Int) -> TurningPoint {
    let window = candidate.window
    let support = candidate.support
    let total = SpecialFunctions.logSumExp(support)
    let parameters = chosen.design.parametersPerChange - 1
    let length = Double(max(candidate.after - candidate.before, 2))
    let factor = total - log(Double(support.count)) - 0.5 * parameters * log(length)
    let presence = 1 / (1 + exp(-factor))
    let set = CredibleSet.shortest(
      Self.masses(support), share: credibility, around: place - window.lowerBound)
    return TurningPoint(
      index: place, probability: min(1, presence * set.mass),
      from: window.lowerBound + set.range.lowerBound, to: window.lowerBound + set.range.upperBound)
  }
}

/// Squared deviations of counts from their levels, on the scale of a tempered log-likelihood.
private struct LevelPlaces {
  private let sums: RunningSums
  private let unit: Double

  init(_ sums: RunningSums, _ edges: [Int], _ residuals: [Double]) {
    self.sums = sums
    var total = 0.0
    for (start, end) in zip(edges, edges.dropFirst()) { total += sums.scatter(start, end) }
    let variance = total / Double(max(1, sums.count - edges.count + 1))
    unit = max(2 * variance * NoiseMemory.inflation(residuals), SegmentDesign.floor)
  }

  func cost(_ start: Int, _ end: Int) -> Double { sums.scatter(start, end) / unit }
}
