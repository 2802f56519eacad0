public import Diplomacy
import Foundation

/// How near a turn lies to a date that the case names, and how surprising that is.
public struct NamedDateTurn: Hashable, Sendable, Codable {
  /// Whose conduct toward whom.
  public let dyad: Dyad
  /// The name of the date.
  public let date: String
  /// When it was.
  public let day: DateSpan
  /// The turning point nearest to it, where there is one.
  public let nearest: Day?
  /// The days from the date to that turning point; negative where the turn came first.
  public let distance: Int?
  /// The probability that conduct turned within the reach of the date.
  public let probability: Double
  /// The share of all days of the window for which that probability is at least as large.
  ///
  /// A small share says that few dates chosen blindly would have a turn so near; it says nothing of
  /// the cause.
  public let placeboShare: Double
}

/// Which side turned first where both turned at about the same time.
public struct TurnOrder: Hashable, Sendable, Codable {
  /// The turn of the one side.
  public let first: Day
  /// The turn of the other side.
  public let second: Day
  /// The probability that the focal side turned on an earlier day.
  public let focalFirst: Double
  /// The probability that the other side turned on an earlier day.
  public let otherFirst: Double
  /// The probability that both turned on the same day.
  public let sameDay: Double
}

/// When the conduct of each side turned, how sure that is, and what stood near.
///
/// The one analysis of turns of a relation: reports and `turning-points --events` show the same.
public struct TurningPointAnalysis: Hashable, Sendable, Codable {
  /// The turning points of each direction, focal side first.
  public let directions: [DirectionTurningPoints]
  /// Each direction beside each date that the case names within its window.
  public let dates: [NamedDateTurn]
  /// Turns of both sides within 60 days of each other, and which came first.
  public let orders: [TurnOrder]
  /// The days around a date within which a turn counts as near.
  public let reach: Int

  /// Analyses both directions between two actors of a case.
  ///
  /// - Parameters:
  ///   - subject: The case.
  ///   - dyad: The direction that comes first; the case's own where left out.
  ///   - scale: The scale of the acts' weights.
  ///   - reach: The days around a date within which a turn counts as near.
  /// - Complexity: O(*d* *n*²) for *n* acts of a direction and *d* days of the window.
  public init(
    of subject: Case, dyad: Dyad? = nil, on scale: IntensityScale = .goldsteinGDELT,
    reach: Int = 14
  ) {
    let focal = dyad ?? subject.focalDyad
    let one = DirectionPosterior(focal, in: subject, on: scale)
    let other = DirectionPosterior(focal.reversed, in: subject, on: scale)
    let summaries = [one.summary(beside: other.acts), other.summary(beside: one.acts)]
    directions = summaries
    self.reach = reach
    dates = zip([one, other], summaries).flatMap { posterior, summary in
      Self.dates(of: posterior, summary, in: subject, reach)
    }
    orders = Self.orders(one, other)
  }

  /// The turning points of a direction.
  public func points(of dyad: Dyad) -> [RelationTurningPoint]? {
    directions.first { $0.dyad == dyad && $0.refusal == nil }?.points
  }

  /// The probability that conduct of a direction turned within some days of a date; nothing where its
  /// acts are too few.
  public static func probability(
    ofTurnOf dyad: Dyad, near date: DateSpan, within reach: Int, in subject: Case,
    on scale: IntensityScale
  ) -> Double? {
    let posterior = DirectionPosterior(dyad, in: subject, on: scale)
    return posterior.posterior == nil ? nil : posterior.probability(near: date, within: reach)
  }

  private static func dates(
    of posterior: DirectionPosterior, _ summary: DirectionTurningPoints, in subject: Case,
    _ reach: Int
  ) -> [NamedDateTurn] {
    guard posterior.posterior != nil else { return [] }
    let named = subject.dates.filter { $0.day.overlaps(subject.window) }
    guard !named.isEmpty else { return [] }
    var placebo: [Double] = []
    var day = subject.window.first
    var known: [ClosedRange<Day>: Double] = [:]
    while day <= subject.window.last {
      // Days near the same stretches have the same probability.
      let near = posterior.bins.bins.filter { $0.last >= day - reach && $0.first <= day + reach }
        .map(\.first)
      if let low = near.first, let high = near.last {
        let value = known[low...high] ?? posterior.probability(near: DateSpan(day), within: reach)
        known[low...high] = value
        placebo.append(value)
      } else {
        placebo.append(0)
      }
      day = day + 1
    }
    return named.map { date in
      let probability = posterior.probability(near: date.day, within: reach)
      let nearest = summary.points.min {
        abs(gap(date.day, $0.day)) < abs(gap(date.day, $1.day))
      }
      return NamedDateTurn(
        dyad: summary.dyad, date: date.id, day: date.day, nearest: nearest?.day,
        distance: nearest.map { gap(date.day, $0.day) }, probability: probability,
        placeboShare: Double(placebo.count { $0 >= probability - 1e-12 })
          / Double(max(1, placebo.count)))
    }
  }

  /// The days from a date to a day; zero within the date.
  private static func gap(_ date: DateSpan, _ day: Day) -> Int {
    date.contains(day) ? 0 : day < date.first ? day - date.first : day - date.last
  }

  private static func orders(_ one: DirectionPosterior, _ other: DirectionPosterior) -> [TurnOrder]
  {
    func turns(_ side: DirectionPosterior) -> [(Day, [DirectionTurningPoints.DayProbability])] {
      guard let posterior = side.posterior else { return [] }
      return side.named(posterior).map { turn in
        (side.bins.bins[turn.mode].first, side.byDay(turn.places))
      }
    }
    let theirs = turns(other)
    return turns(one).compactMap { day, distribution in
      guard let match = theirs.min(by: { abs($0.0 - day) < abs($1.0 - day) }),
        abs(match.0 - day) <= 60
      else { return nil }
      var (earlier, later, same) = (0.0, 0.0, 0.0)
      for own in distribution {
        for foreign in match.1 {
          let joint = own.probability * foreign.probability
          if own.day < foreign.day {
            earlier += joint
          } else if own.day > foreign.day {
            later += joint
          } else {
            same += joint
          }
        }
      }
      return TurnOrder(
        first: day, second: match.0, focalFirst: earlier, otherFirst: later, sameDay: same)
    }
  }
}
