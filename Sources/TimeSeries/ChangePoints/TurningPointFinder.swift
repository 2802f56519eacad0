import Estimation
import Foundation

/// Finds the turning points of a series, with no penalty for the user to choose.
///
/// The rule, in three steps:
///
/// 1. For each model asked for, every optimal division is found, from none to as many changes as can
///    each explain at least 2 log *n* / *n* of the whole variation (3 log *n* / *n* for a change of
///    slope), or a twentieth where that is less: smaller changes are not visible at the scale of the
///    series.
/// 2. Each division is judged by twice its negative log-likelihood plus 1.5 *p* *g* log *n* for each
///    change, where *p* is the number of parameters that a change adds and *g* the inflation of
///    chance differences by the memory of the noise (see ``NoiseMemory``), read off the division's own
///    residuals. Models with a slope pay log *n* for it. The smallest value wins, so a
///    trend is a trend and not a staircase of changes.
/// 3. Each change gets the posterior probability of its place between its neighbours, with the
///    likelihood tempered by the same inflation. The place that is named is the one with the most
///    probability within five points of it (three in a short series).
///
/// Where one model is asked for, the one that the series supports best still bounds how many changes
/// it may show.
///
/// The same numbers serve every series.
public struct TurningPointFinder: Hashable, Sendable {
  /// The model; nothing lets the series choose.
  public let model: SegmentModel?
  /// The least number of points between changes; nothing takes 5, or 3 in a series of at most 40.
  public let minimumLength: Int?
  /// The share of the posterior that each range of places holds.
  public let credibility: Double

  /// The price of one parameter of a change, in units of log *n*.
  package static let price = 1.5
  /// The price of a visible change in units of log *n* times the mean variation of a point.
  package static let visibility = 2.0
  /// The share of the whole variation that always makes a change visible.
  package static let visibleShare = 0.05
  /// The most inflation at which wild values still count as isolated, so that a bounded loss is tried.
  package static let isolation = 2.0
  /// The longest series for which the whole path of penalties is solved.
  package static let pathLimit = 20_000
  /// The same for the bounded loss.
  package static let boundedPathLimit = 4_000

  /// Makes a finder.
  ///
  /// - Parameters:
  ///   - model: The model; nothing lets the series choose.
  ///   - minimumLength: The least number of points between changes, at least 1.
  ///   - credibility: The share of the posterior that each range of places holds, between 0 and 1.
  public init(model: SegmentModel? = nil, minimumLength: Int? = nil, credibility: Double = 0.95) {
    self.model = model
    self.minimumLength = minimumLength
    self.credibility = credibility
  }

  /// Finds the turning points.
  ///
  /// - Parameter values: The series, with nothing where a value is missing.
  /// - Returns: The turning points; indices count missing values too.
  /// - Throws: ``SeriesRefusal`` if there is no value, one is infinite, or rates are asked of negative
  ///   values.
  /// - Complexity: About O(*n* log *n*) for level and rate; O(*n*²) up to 2,000 points for slope and
  ///   spread, and on a grid of 2,000 places beyond. With no model stated, rates and bounded losses of
  ///   more than 20,000 points are divided in 20,000 blocks first.
  public func turningPoints(in values: [Double?]) throws(SeriesRefusal) -> TurningPoints {
    let (present, places) = try checked(values)
    let chosen = try choose(present)
    let found = ChangeUncertainty(chosen, credibility: credibility).turningPoints()
    return TurningPoints(
      count: values.count,
      turningPoints: found.map { point in
        TurningPoint(
          index: places[point.index], probability: point.probability, from: places[point.from],
          to: places[point.to])
      },
      model: chosen.design.model, penalty: chosen.penalty)
  }

  /// The values that are there, with their indices.
  package func checked(_ values: [Double?]) throws(SeriesRefusal) -> (
    present: [Double], places: [Int]
  ) {
    var places: [Int] = []
    var present: [Double] = []
    present.reserveCapacity(values.count)
    places.reserveCapacity(values.count)
    for (index, value) in values.enumerated() {
      guard let value else { continue }
      guard value.isFinite else { throw .notFinite(index: index) }
      if model == .poisson && value < 0 {
        throw .negativeForRates(index: index, value: value)
      }
      places.append(index)
      present.append(value)
    }
    guard !present.isEmpty else { throw .empty }
    // Squares of numbers this large or small have no place among doubles; the unit is of no account.
    let largest = present.reduce(0) { max($0, abs($1)) }
    if largest > 1e100 || (largest > 0 && largest < 1e-100) {
      present = present.map { $0 / largest }
    }
    return (present, places)
  }

  /// The division that the rule chooses.
  ///
  /// A model that was asked for may not show more changes than the model that the series supports
  /// best: steps that only follow a slope, or wild values, are no turns. A series too long for the
  /// whole path of penalties is spared the comparison.
  package func choose(_ present: [Double]) throws(SeriesRefusal) -> SelectedSegmentation {
    let asked = try choose(present, most: .max)
    let changes = asked.segmentation.changePoints.count
    guard let model, changes > 0, present.count <= Self.pathLimit else { return asked }
    let free = TurningPointFinder(minimumLength: minimumLength, credibility: credibility)
    let supported = try free.choose(present, most: .max)
    let most = supported.segmentation.changePoints.count
    guard supported.design.model != model, most < changes else { return asked }
    return try choose(present, most: most)
  }

  private func choose(_ present: [Double], most: Int) throws(SeriesRefusal) -> SelectedSegmentation
  {
    let n = present.count
    let mean = Summaries.mean(present)
    let variance = present.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(n)
    let shortest = minimumLength ?? (n > SegmentDesign.shortSeries ? 5 : 3)
    guard variance > 0, variance.isFinite, n >= 2 * shortest else {
      let design = SegmentDesign(
        model ?? .gaussian, values: present, variance: 1, minimumLength: shortest)
      return SelectedSegmentation(
        design: design, segmentation: Segmentation(changePoints: [], cost: 0, penalty: 0),
        inflation: 1, criterion: 0, penalty: Self.price * 2 * log(Double(max(n, 2))))
    }
    let deviation = variance.squareRoot()
    let standard = present.map { ($0 - mean) / deviation }
    func design(_ model: SegmentModel, cutoff: Double = 3) -> SegmentDesign {
      SegmentDesign(
        model, values: model == .poisson ? present : standard, variance: variance,
        minimumLength: shortest, cutoff: cutoff)
    }
    var best: SelectedSegmentation?
    func consider(_ candidate: SelectedSegmentation?) {
      guard let candidate else { return }
      if best.map({ candidate.criterion < $0.criterion }) ?? true { best = candidate }
    }
    // Where most points are one value, tails are no matter of a Student t: it would take its scale from
    // those points alone.
    let mayBeHeavy = model == nil && n >= 20 && SegmentDesign.usualValue(of: present) == nil
    let heavy = mayBeHeavy || model == .t
    for kind in kinds(of: present) where kind != .t {
      consider(try bestDivision(design(kind), heavy: heavy, most: most))
    }
    if model == .t || mayBeHeavy {
      let first: SelectedSegmentation?
      if let best, best.design.model == .gaussian || best.design.model == .trend {
        first = best
      } else {
        first = try bestDivision(design(.gaussian), heavy: true, most: most)
      }
      if let first, model == .t || first.inflation <= Self.isolation {
        let leftOver = first.design.residuals(of: first.segmentation)
        let spread = 1.4826 * SegmentDesign.middle(of: leftOver.map { abs($0) }[...])
        let hasTails =
          model == .t
          || ResidualLikelihood(leftOver, floor: SegmentDesign.floor, heavy: true).freedom.isFinite
        if spread > 1e-5, hasTails {
          consider(try bestDivision(design(.t, cutoff: 3 * spread), heavy: true, most: most))
        } else if model == .t {
          consider(first)
        }
      }
    }
    guard let best else { throw .empty }
    return best
  }

  /// The models to consider, other than the bounded loss, which needs the scale of the noise first.
  private func kinds(of values: [Double]) -> [SegmentModel] {
    if let model { return model == .t ? [] : [model] }
    var kinds: [SegmentModel] = [.gaussian, .trend, .normal]
    let areCounts = values.allSatisfy { $0 >= 0 && $0 == $0.rounded() && $0 <= 1000 }
    if areCounts { kinds.append(.poisson) }
    return kinds
  }
}
