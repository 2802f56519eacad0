import Conduct
public import Diplomacy
import Foundation
public import Strategy

/// After one act of the game: what an observer of the game and what the record should have one believe.
///
/// The game knows only the acts it names, in the claim's order. The record knows all acts up to the
/// day of the row that the act refers to. The two need not agree, and their types are not the same
/// as the rival explanations; that is why they stand side by side.
public struct BeliefsByAct: Hashable, Sendable, Encodable {
  /// The chance of an explanation.
  public struct Share: Hashable, Sendable, Encodable {
    /// The id of the explanation.
    public let id: String
    /// Its probability.
    public let chance: Double
  }

  /// The move and the option, as `apology: refuse`.
  public let act: String
  /// The player's id.
  public let by: String
  /// The row of the record, where the game names one that is there.
  public let row: String?
  /// The days on which that row may have happened.
  public let date: DateSpan?
  /// The precision of choice at which the observer reads the acts.
  public let lambda: Double
  /// The observer's beliefs about the types after the act.
  public let observer: [ObserverReading.Belief]
  /// The probabilities of the explanations from the stream of acts up to that day; empty
  /// where the explanations were not compared or the day lies outside the window.
  public let explanations: [Share]

  /// Puts both side by side for every act of a game.
  static func list(
    _ game: CrisisGameAnalysis, conduct: ConductAssessment?, record: [Event]
  ) -> [BeliefsByAct] {
    let reading = game.readings.min { abs(log($0.lambda)) < abs(log($1.lambda)) }
    guard let reading else { return [] }
    let rows = Dictionary(record.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return zip(reading.steps, game.observed).map { step, act in
      let event = rows[act.reference]
      return BeliefsByAct(
        act: step.act, by: step.by, row: event?.id, date: event?.date, lambda: reading.lambda,
        observer: step.beliefs,
        explanations: event.flatMap { event in conduct.map { shares($0, through: event.date.last) }
        }
          ?? [])
    }
  }

  private static func shares(_ conduct: ConductAssessment, through day: Day) -> [Share] {
    guard let course = conduct.course, let first = course.steps.first?.from, first <= day,
      let last = course.steps.last?.through, day <= last
    else { return [] }
    let priors = Dictionary(
      conduct.explanations.map { ($0.id, $0.prior) }, uniquingKeysWith: { first, _ in first })
    var logs = course.explanations.map { log(priors[$0] ?? 0) }
    for step in course.steps where step.from <= day {
      for (index, gain) in step.gains.enumerated() { logs[index] += conduct.power * gain }
    }
    let top = logs.max() ?? 0
    let weights = logs.map { exp($0 - top) }
    let sum = weights.reduce(0, +)
    return zip(course.explanations, weights).map { Share(id: $0, chance: $1 / sum) }
  }
}
