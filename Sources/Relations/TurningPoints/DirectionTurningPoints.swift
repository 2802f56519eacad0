public import TimeSeries
public import Diplomacy
import Foundation

/// A day on which the conduct of one side toward the other may have turned.
public struct RelationTurningPoint: Hashable, Sendable, Codable {
  /// The likeliest day: that of the first act of the new kind.
  public let day: Day
  /// The days that hold 95 % of where the turn may be.
  public let span: DateSpan
  /// The days that hold half of it.
  public let halfSpan: DateSpan
  /// The probability that conduct turned at least once within the span.
  public let probability: Double
  /// The share of the turn's probability that falls on the likeliest day.
  public let shareOfDay: Double
  /// The mean weight of the acts since the turn before.
  public let levelBefore: Double
  /// The mean weight of the acts until the next turn.
  public let levelAfter: Double
  /// The rows near the turn, of both sides: those in the half span and the week before it, weightiest
  /// first.
  public let rows: [String]
  /// What the numbers mean, in words.
  public let statement: String

  /// Whether acts became more hostile.
  public var isWorsening: Bool { levelAfter < levelBefore }
}

/// The turning points of one side's conduct toward the other.
///
/// The series is that of the acts' weights, act by act in order of time: a turn is a change in the
/// kind of acts, not in how often they come. The posterior is exact; the likelihood is tempered by the
/// memory of the series, so that runs of like acts do not pass for certainty.
public struct DirectionTurningPoints: Hashable, Sendable, Codable {
  /// Who acts toward whom.
  public let dyad: Dyad
  /// The number of acts used.
  public let acts: Int
  /// The model of the weights between turns that the acts support best.
  public let model: SegmentModel
  /// The factor by which the memory of the series inflates chance differences.
  public let inflation: Double
  /// The probability of each number of turns, from none up.
  public let countProbability: [Double]
  /// The expected number of turns.
  public let expectedCount: Double
  /// The turns that are told apart, of the likeliest number of them.
  public let points: [RelationTurningPoint]
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

/// The posterior of one direction with the days of its acts, before it is put into words.
struct DirectionPosterior {
  let dyad: Dyad
  let acts: [CourseAct]
  let days: [Day]
  let posterior: BayesianSegmentation?
  let inflation: Double
  let refusal: String?

  init(_ dyad: Dyad, in subject: Case, on scale: IntensityScale) {
    self.dyad = dyad
    let first = subject.baseline.map { min($0.first, subject.window.first) } ?? subject.window.first
    acts = CourseAct.acts(of: dyad, part: .all, on: scale, in: subject.events)
      .filter { $0.date.first >= first && $0.date.last <= subject.window.last }
      .sorted { ($0.date.middle, $0.date.last, $0.row) < ($1.date.middle, $1.date.last, $1.row) }
    days = acts.map(\.date.middle)
    let weights = acts.map(\.weight)
    guard weights.count >= DirectionTurningPoints.leastActs else {
      posterior = nil
      inflation = 1
      refusal =
        "\(weights.count) acts cannot show a turn; at least \(DirectionTurningPoints.leastActs) are needed"
      return
    }
    let outcome = Self.fitted(weights)
    inflation = outcome.inflation
    posterior = try? outcome.posterior.get()
    if case .failure(let reason) = outcome.posterior {
      refusal = "\(reason)"
    } else {
      refusal = nil
    }
  }

  /// The posterior of the acts' weights, tempered by their memory.
  private static func fitted(_ weights: [Double]) -> (
    inflation: Double, posterior: Result<BayesianSegmentation, SeriesRefusal>
  ) {
    do {
      let inflation = try TurningPointFinder().choose(weights).inflation
      // Two turns are expected beforehand, whatever the number of acts.
      let posterior = try BayesianSegmentation.bySupport(
        weights, hazard: min(0.2, 2 / Double(weights.count)), weight: 1 / inflation,
        mayBeCounts: false)
      return (inflation, .success(posterior))
    } catch {
      return (1, .failure(error))
    }
  }

  /// The probability that conduct turned with an act within some days of a date.
  func probability(near date: DateSpan, within reach: Int) -> Double {
    guard let posterior else { return 0 }
    let places = days.indices.filter {
      $0 > 0 && days[$0] >= date.first - reach && days[$0] <= date.last + reach
    }
    guard let low = places.first, let high = places.last else { return 0 }
    return posterior.probability(ofTurnIn: low...high)
  }
}
