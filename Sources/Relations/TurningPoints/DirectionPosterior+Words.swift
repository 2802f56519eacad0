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
        dyad: dyad, acts: acts.count, model: .poisson, inflation: 1, countProbability: [],
        expectedCount: 0, points: [], unplaced: [], dayProbability: [], refusal: refusal)
    }
    let distributions = Self.turns(posterior)
    let modes = distributions.map(Self.likeliest)
    let edges = [0] + modes + [bins.bins.count]
    let found = distributions.enumerated().map { position, places in
      point(
        places, mode: modes[position], before: edges[position], after: edges[position + 2],
        posterior: posterior, beside: others)
    }
    // A turn that may lie anywhere in more than a third of the window is none that can be named.
    let named = zip(found, distributions).filter { $0.0.probability >= 0.5 && isPlaced($0.1) }
      .map(\.0)
    return DirectionTurningPoints(
      dyad: dyad, acts: acts.count, model: posterior.prior.model, inflation: inflation,
      countProbability: posterior.countProbability, expectedCount: posterior.expectedCount,
      points: named, unplaced: found.filter { !named.contains($0) }.map(\.span),
      dayProbability: byDay(posterior.changeProbability), refusal: nil)
  }

  /// The distributions of the places of the turns that are told apart.
  ///
  /// Their number is the likeliest one; where a turn is likelier than none, the likeliest from one up.
  /// Where two of them would most likely be the same turn, there is one less.
  static func turns(_ posterior: BayesianSegmentation) -> [[Double]] {
    let chances = posterior.countProbability
    var number = posterior.likeliestCount
    if number == 0, chances[0] < 0.5 {
      number = chances.indices.dropFirst().max { chances[$0] < chances[$1] } ?? 0
    }
    while number > 0 {
      let distributions = posterior.placeDistributions(number)
      let modes = distributions.map(likeliest)
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

  /// The probabilities of places by the first day of each stretch.
  func byDay(_ places: [Double]) -> [DirectionTurningPoints.DayProbability] {
    zip(bins.bins, places).map { .init(day: $0.first, probability: $1) }
  }

  /// Whether the days that hold 95 % of where a turn may be are no more than a third of the window.
  func isPlaced(_ places: [Double]) -> Bool { 3 * span(places, 0.95).0.length <= window.length }

  private func span(_ places: [Double], _ share: Double) -> (DateSpan, ClosedRange<Int>) {
    let range = CredibleSet.shortest(places, share: share).range
    let first = bins.bins[range.lowerBound].first
    let last = bins.bins[range.upperBound].last
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
    let (one, other) = (part(before..<mode), part(mode..<after))
    let isWorse =
      abs(other.level - one.level) >= 0.5 ? other.level < one.level : other.hostile > one.hostile
    let day = day(of: mode, within: wide, isWorse: isWorse)
    let near = (acts + others).filter {
      $0.date.last >= half.first - 7 && $0.date.first <= max(half.last, day)
    }
    let weightiest = near.sorted {
      (-abs($0.weight), $0.date.first, $0.row) < (-abs($1.weight), $1.date.first, $1.row)
    }
    var rows: [String] = []
    for act in weightiest where !rows.contains(act.row) && rows.count < 8 { rows.append(act.row) }
    return RelationTurningPoint(
      day: day, span: wide, halfSpan: half, probability: probability, shareOfDay: places[mode],
      levelBefore: one.level, levelAfter: other.level, hostileBefore: one.hostile,
      hostileAfter: other.hostile, rows: rows,
      statement: Self.statement(probability, wide, half, day, places[mode]))
  }

  /// The mean weight of the acts of some stretches, and their hostile acts in thirty days.
  private func part(_ range: Range<Int>) -> (level: Double, hostile: Double) {
    guard let first = range.first, let last = range.last,
      let span = DateSpan(from: bins.bins[first].first, through: bins.bins[last].last)
    else { return (0, 0) }
    let tally = ActTally(of: acts, in: span)
    return (
      tally.acts > 0 ? tally.sum / tally.acts : 0, 30 * tally.hostile / Double(span.length)
    )
  }

  /// The day of the first act of the new kind from the likeliest stretch on, or else of its start.
  private func day(of mode: Int, within span: DateSpan, isWorse: Bool) -> Day {
    let start = bins.bins[mode].first
    let next = acts.filter { $0.date.first >= start && $0.date.first <= span.last }
    let first = next.first { $0.isHostile == isWorse } ?? next.first
    return first?.date.first ?? start
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
