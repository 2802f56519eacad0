public import TimeSeries
public import Diplomacy
import Foundation

/// A day on which the conduct of one side toward the other may have turned.
public struct RelationTurningPoint: Hashable, Sendable, Codable {
  /// The likeliest day: that of the first act of the new kind.
  public let day: Day
  /// The shortest days within which conduct turned with a probability of 95 %, or where that would take
  /// more than a third of the window, of 80 %.
  public let span: DateSpan
  /// The days that hold half of where in the span the turn may be.
  public let halfSpan: DateSpan
  /// The probability that conduct turned at least once within the span.
  public let probability: Double
  /// The share of the turn's probability that falls on the likeliest day.
  public let shareOfDay: Double
  /// The mean weight of the acts since the turn before.
  public let levelBefore: Double
  /// The mean weight of the acts until the next turn.
  public let levelAfter: Double
  /// The hostile acts in thirty days since the turn before.
  public let hostileBefore: Double
  /// The hostile acts in thirty days until the next turn.
  public let hostileAfter: Double
  /// The rows near the turn, of both sides: those in the half span and the week before it, weightiest
  /// first.
  public let rows: [String]
  /// What the numbers mean, in words.
  public let statement: String

  /// Whether conduct became more hostile: by the kind of acts, or where that is alike by their number.
  public var isWorsening: Bool {
    abs(levelAfter - levelBefore) >= 0.5
      ? levelAfter < levelBefore : hostileAfter > hostileBefore
  }
}

/// The turning points of one side's conduct toward the other.
///
/// A turn is a change in how often acts come, in their kind, or in both (`ConductBins`). The posterior
/// is exact; the likelihood is tempered by how much more the counts vary than chance alone would have
/// it, so that bursts of acts do not pass for certainty. A turn is named where conduct turned with at
/// least four chances in five within days that are no more than a third of the window.
public struct DirectionTurningPoints: Hashable, Sendable, Codable {
  /// Who acts toward whom.
  public let dyad: Dyad
  /// The number of acts used.
  public let acts: Int
  /// The model of the weights between turns that the acts support best.
  public let model: SegmentModel
  /// The factor by which bursts of acts inflate chance differences of their counts.
  public let inflation: Double
  /// The probability of each number of turns, from none up.
  public let countProbability: [Double]
  /// The expected number of turns.
  public let expectedCount: Double
  /// The turns that are told apart and can be placed.
  public let points: [RelationTurningPoint]
  /// The days over which further turns of the likeliest number may lie that the acts cannot place.
  public let unplaced: [DateSpan]
  /// For each day with an act, the probability that conduct turned with it.
  public let dayProbability: [DayProbability]
  /// Why there is no answer, where there is none.
  public let refusal: String?

  /// A day with the probability that conduct turned on it.
  public struct DayProbability: Hashable, Sendable, Codable {
    /// The day.
    public let day: Day
    /// The probability.
    public let probability: Double
  }

  /// The probability that conduct turned at all.
  public var anyTurn: Double { 1 - (countProbability.first ?? 1) }

  /// The least number of acts that can show a turn.
  public static let leastActs = 8
}

/// The posterior of one direction with its stretches of days, before it is put into words.
struct DirectionPosterior {
  let dyad: Dyad
  let acts: [CourseAct]
  let bins: ConductBins
  let window: DateSpan
  let posterior: BayesianSegmentation?
  let inflation: Double
  let refusal: String?

  init(_ dyad: Dyad, in subject: Case, on scale: IntensityScale) {
    self.dyad = dyad
    window = subject.window
    let first = subject.baseline.map { min($0.first, subject.window.first) } ?? subject.window.first
    acts = CourseAct.acts(of: dyad, part: .all, on: scale, in: subject.events)
      .filter { $0.date.first >= first && $0.date.last <= subject.window.last }
    bins = ConductBins(acts, window: subject.window, baseline: subject.baseline)
    guard acts.count >= DirectionTurningPoints.leastActs else {
      posterior = nil
      inflation = 1
      refusal =
        "\(acts.count) acts cannot show a turn; at least \(DirectionTurningPoints.leastActs) are needed"
      return
    }
    refusal = nil
    let plain = Self.fitted(bins, weight: 1)
    let places = Self.turns(plain).map(Self.likeliest)
    inflation = bins.dispersion(cutAt: places)
    posterior = inflation > 1 ? Self.fitted(bins, weight: 1 / inflation) : plain
  }

  /// The posterior over all divisions; two turns are expected beforehand, however long the record.
  private static func fitted(_ bins: ConductBins, weight: Double) -> BayesianSegmentation {
    let count = bins.bins.count
    return BayesianSegmentation(
      count: count, prior: .poisson(GammaRate(shape: 1, rate: 1)),
      hazard: min(0.2, 2 / Double(max(1, count))), weight: weight
    ) { bins.logMarginals(from: $0, weight: weight) }
  }

  /// The probability that conduct turned within some days of a date.
  func probability(near date: DateSpan, within reach: Int) -> Double {
    guard let posterior,
      let near = DateSpan(from: date.first - reach, through: date.last + reach)
    else { return 0 }
    let places = bins.bins.indices.filter { $0 > 0 && bins.bins[$0].overlaps(near) }
    guard let low = places.first, let high = places.last else { return 0 }
    return posterior.probability(ofTurnIn: low...high)
  }
}
