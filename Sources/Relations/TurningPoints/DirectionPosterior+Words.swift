import TimeSeries
import Diplomacy
import Foundation

extension DirectionPosterior {
  /// The turning points with their days, acts and words.
  ///
  /// - Parameter others: The acts of the other direction, which may stand near a turn.
  func summary(beside others: [CourseAct]) -> DirectionTurningPoints {
    guard let posterior else {
      return DirectionTurningPoints(
        dyad: dyad, acts: acts.count, model: .gaussian, inflation: 1, countProbability: [],
        expectedCount: 0, points: [], dayProbability: [], refusal: refusal)
    }
    let distributions = turns(posterior)
    let modes = distributions.map(Self.likeliest)
    let edges = [0] + modes + [acts.count]
    let points = distributions.enumerated().map { position, places in
      point(
        places, mode: modes[position], before: edges[position], after: edges[position + 2],
        posterior: posterior, beside: others)
    }
    return DirectionTurningPoints(
      dyad: dyad, acts: acts.count, model: posterior.prior.model, inflation: inflation,
      countProbability: posterior.countProbability, expectedCount: posterior.expectedCount,
      points: points, dayProbability: byDay(posterior.changeProbability), refusal: nil)
  }

  /// The distributions of the places of the turns that are told apart.
  ///
  /// Their number is the likeliest one; where a turn is likelier than none, the likeliest from one up.
  /// Where two of them would most likely be the same turn, there is one less.
  func turns(_ posterior: BayesianSegmentation) -> [[Double]] {
    let chances = posterior.countProbability
    var number = posterior.likeliestCount
    if number == 0, chances[0] < 0.5 {
      number = chances.indices.dropFirst().max { chances[$0] < chances[$1] } ?? 0
    }
    while number > 0 {
      let distributions = posterior.placeDistributions(number)
      let modes = distributions.map { days[Self.likeliest($0)] }
      if zip(modes, modes.dropFirst()).allSatisfy({ $0 < $1 }) { return distributions }
      number -= 1
    }
    return []
  }

  /// The likeliest place within the shortest run that holds half the probability.
  ///
  /// Where a turn may lie in two stretches of time, that is a place in the likelier stretch.
  static func likeliest(_ places: [Double]) -> Int {
    let half = CredibleSet.shortest(places, share: 0.5).range
    return half.max { places[$0] < places[$1] } ?? half.lowerBound
  }

  /// The probabilities of places summed over the acts of a day.
  func byDay(_ places: [Double]) -> [DirectionTurningPoints.DayProbability] {
    var result: [DirectionTurningPoints.DayProbability] = []
    for (day, probability) in zip(days, places) {
      if let last = result.last, last.day == day {
        result[result.count - 1] = .init(day: day, probability: last.probability + probability)
      } else {
        result.append(.init(day: day, probability: probability))
      }
    }
    return result
  }

  private func span(_ places: [Double], _ share: Double) -> (
    DateSpan, ClosedRange<Int>
  ) {
    let range = CredibleSet.shortest(places, share: share).range
    let first = days[range.lowerBound]
    let last = days[range.upperBound]
    return (DateSpan(from: first, through: last) ?? DateSpan(first), range)
  }

  private func point(
    _ places: [Double], mode: Int, before: Int, after: Int, posterior: BayesianSegmentation,
    beside others: [CourseAct]
  ) -> RelationTurningPoint {
    let (wide, range) = span(places, 0.95)
    let inside = places.indices.map { range.contains($0) ? places[$0] : 0 }
    let (half, _) = span(inside, 0.5)
    let probability = posterior.probability(ofTurnIn: range)
    func mean(_ part: Range<Int>) -> Double {
      part.reduce(0) { $0 + acts[$1].weight } / Double(max(1, part.count))
    }
    let share = zip(days, places).reduce(0) { $0 + ($1.0 == days[mode] ? $1.1 : 0) }
    let near = (acts + others).filter {
      $0.date.last >= half.first - 7 && $0.date.first <= half.last
    }
    let weightiest = near.sorted {
      (-abs($0.weight), $0.date.first, $0.row) < (-abs($1.weight), $1.date.first, $1.row)
    }
    var rows: [String] = []
    for act in weightiest where !rows.contains(act.row) && rows.count < 8 { rows.append(act.row) }
    return RelationTurningPoint(
      day: days[mode], span: wide, halfSpan: half, probability: probability, shareOfDay: share,
      levelBefore: mean(before..<mode), levelAfter: mean(mode..<after), rows: rows,
      statement: Self.statement(probability, wide, half, days[mode], share))
  }

  private static func statement(
    _ probability: Double, _ wide: DateSpan, _ half: DateSpan, _ day: Day, _ share: Double
  ) -> String {
    func percent(_ value: Double) -> String {
      value > 0.995 ? "over 99 %" : "\(Int((100 * value).rounded())) %"
    }
    func words(_ span: DateSpan) -> String {
      span.isExact ? "on \(span.first)" : "between \(span.first) and \(span.last)"
    }
    var text =
      "The probability that conduct turned \(words(wide)) is \(percent(probability)); with "
      + "\(percent(1 - min(probability, 0.999))) it did not turn in those days."
    if probability > 0.995 {
      text = "That conduct turned \(words(wide)) is all but certain on these acts."
    }
    if !wide.isExact {
      text +=
        half.isExact
        ? " If it did, the odds are even or better that it was \(words(half))"
        : " If it did, half of the probability lies \(words(half))"
      text += "; the single likeliest day, \(day), has \(percent(share))."
    }
    return text
  }
}
