public import Diplomacy
import Estimation
import Foundation

/// A dated implication of the explanations that rows can confirm or refute.
public struct Prediction: Hashable, Sendable, Codable, Identifiable {
  /// The id, unique among those of one day.
  public let id: String
  /// Who is to act.
  public let source: ActorCode
  /// Toward whom.
  public let target: ActorCode
  /// The tone of the acts that count; any where nothing is stated.
  public let tone: Tone?
  /// The kinds of hostile acts that count; all where there are none.
  public let kinds: [HostileKind]
  /// The first day on which an act counts.
  public let from: Day
  /// The last day on which an act counts.
  public let through: Day
  /// The probability of at least one such act under each explanation, in the order of the case.
  public let probabilities: [Double]
  /// The probability under the mixture of the explanations at their posterior.
  public let mixed: Double

  /// Makes a prediction.
  public init(
    id: String, source: ActorCode, target: ActorCode, tone: Tone?, kinds: [HostileKind], from: Day,
    through: Day, probabilities: [Double], mixed: Double
  ) {
    self.id = id
    self.source = source
    self.target = target
    self.tone = tone
    self.kinds = kinds
    self.from = from
    self.through = through
    self.probabilities = probabilities
    self.mixed = mixed
  }

  /// Whether it came true on some rows; nothing where the dates of the rows leave it open.
  ///
  /// - Parameters:
  ///   - rows: The rows that are known by now.
  ///   - scale: The table of weights for rows without a stated one.
  public func outcome(
    in rows: [Event], scale: IntensityScale = .goldsteinGDELT
  ) -> Bool? {
    let fitting = rows.filter { row in
      guard row.exclusion == nil, row.isOf(Dyad(from: source, toward: target)) else { return false }
      let weight = row.statedIntensity ?? scale.weightOrOther(of: row.code)
      if let tone, Tone(weight: weight) != tone { return false }
      return kinds.isEmpty || !Set(HostileKind.all(of: row.code)).isDisjoint(with: kinds)
    }
    if fitting.contains(where: { $0.date.first >= from && $0.date.last <= through }) { return true }
    return fitting.contains { $0.date.first <= through && $0.date.last >= from } ? nil : false
  }

  /// The implications of a comparison after the end of its window.
  static func all(_ ground: ComparisonInput, generator: SeededGenerator) -> [Prediction] {
    PredictionMaker(ground: ground).all(samples: 40, generator: generator)
  }
}

/// Draws the coefficients of every explanation and carries the last day forward.
private struct PredictionMaker {
  let ground: ComparisonInput

  private struct Question {
    let id: String
    let stream: ActStream
    let tone: Tone
    let kinds: [HostileKind]
    let days: Int
  }

  private static let questions: [Question] = [
    Question(id: "hostile-30", stream: .hostile, tone: .hostile, kinds: [], days: 30),
    Question(id: "hostile-90", stream: .hostile, tone: .hostile, kinds: [], days: 90),
    Question(
      id: "conciliatory-30", stream: .conciliatory, tone: .conciliatory, kinds: [], days: 30),
    Question(
      id: "conciliatory-90", stream: .conciliatory, tone: .conciliatory, kinds: [], days: 90),
    Question(
      id: "demand-or-threat-90", stream: .hostile, tone: .hostile, kinds: [.demand, .threaten],
      days: 90),
    Question(
      id: "refusal-or-reduction-90", stream: .hostile, tone: .hostile, kinds: [.reject, .reduce],
      days: 90),
    Question(
      id: "accusation-or-protest-90", stream: .hostile, tone: .hostile,
      kinds: [.accuse, .protest], days: 90),
  ]

  func all(samples: Int, generator: SeededGenerator) -> [Prediction] {
    let evidence = ground.evidence
    let candidates = evidence.engine.candidates
    let questions = Self.questions
    let table = ground.options.markTable ?? .standing(for: ground.subject)
    let marks = MarkEvidence.marks(of: ground.subject, ground.record)
    var chances = [[Double]](
      repeating: [Double](repeating: 0, count: candidates.count), count: questions.count)
    for candidate in candidates.indices {
      let shares = MarkEvidence.learned(
        from: marks, candidate: candidates[candidate], table: table
      ).shares(on: Double(ground.record.length))
      let fits = evidence.fits[candidate]
      let weights = SpecialFunctions.softmax(fits.map(\.logEvidence))
      for sample in 0..<samples {
        var source = generator.stream(UInt64(sample * candidates.count + candidate))
        let fit = fits[source.index(weights: weights)]
        let parameters = ConductParameters.drawn(
          from: fit, answerDays: evidence.draws[fit.draw].answerDays,
          length: ground.record.length, using: &source)
        var conditionSource = evidence.draws[fit.draw].conditionSource
        let course = ConditionCovariates(
          candidates[candidate].conditions.drawn(using: &conditionSource),
          length: ground.record.length)
        for (index, question) in questions.enumerated() {
          let rate = min(exp(parameters.course(question.stream, course)[course.length - 1]), 5)
          let share =
            question.kinds.isEmpty
            ? 1 : question.kinds.reduce(0) { $0 + (shares[$1] ?? 0) }
          chances[index][candidate] +=
            (1 - exp(-rate * Double(question.days) * share)) / Double(samples)
        }
      }
    }
    let posterior = ground.posterior
    let start = ground.subject.window.last + 1
    return questions.enumerated().map { index, question in
      Prediction(
        id: question.id, source: ground.subject.focal, target: ground.subject.counterpart,
        tone: question.tone, kinds: question.kinds, from: start,
        through: start + (question.days - 1), probabilities: chances[index],
        mixed: zip(chances[index], posterior).reduce(0) { $0 + $1.0 * $1.1 })
    }
  }
}
