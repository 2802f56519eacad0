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
    let turns = named(posterior)
    let edges = [0] + turns.map(\.mode) + [bins.bins.count]
    let found = turns.enumerated().map { position, turn in
      point(
        turn, before: edges[position], after: edges[position + 2], beside: others)
    }
    let placed = found.map(\.span)
    let unplaced = Self.turns(posterior).map { span(CredibleSet.shortest($0, share: 0.95).range) }
      .filter { wide in !placed.contains { $0.overlaps(wide) } }
    return DirectionTurningPoints(
      dyad: dyad, acts: acts.count, model: posterior.prior.model, inflation: inflation,
      countProbability: posterior.countProbability, expectedCount: posterior.expectedCount,
      points: found, unplaced: unplaced,
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

  /// A turn that can be named: the places within which conduct turned, and how that is spread.
  struct NamedTurn {
    /// The stretches within which conduct turned.
    let range: ClosedRange<Int>
    /// The probability that it did.
    let probability: Double
    /// How a turn within them is spread, zero elsewhere.
    let places: [Double]
    /// The likeliest stretch.
    let mode: Int
  }

  /// The turns that can be named: in each span of days conduct turned with four chances in five or more,
  /// and no span is longer than a third of the window.
  func named(_ posterior: BayesianSegmentation) -> [NamedTurn] {
    let ranges = TurnRanges(posterior)
    return ranges.shortest(least: 0.8, wide: 0.95) { 3 * span($0).length <= window.length }.map {
      range in
      let total = range.reduce(0) { $0 + posterior.changeProbability[$1] }
      let places = posterior.changeProbability.enumerated().map { index, chance in
        range.contains(index) && total > 0 ? chance / total : 0
      }
      return NamedTurn(
        range: range, probability: ranges.probability(of: range), places: places,
        mode: Self.likeliest(places))
    }
  }

  private func span(_ range: ClosedRange<Int>) -> DateSpan {
    let first = bins.bins[range.lowerBound].first
    return DateSpan(from: first, through: bins.bins[range.upperBound].last) ?? DateSpan(first)
  }

  private func point(
    _ turn: NamedTurn, before: Int, after: Int, beside others: [CourseAct]
  ) -> RelationTurningPoint {
    let (places, mode, probability) = (turn.places, turn.mode, turn.probability)
    let wide = span(turn.range)
    let half = span(CredibleSet.shortest(places, share: 0.5).range)
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
