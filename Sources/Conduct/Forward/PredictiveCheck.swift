import Diplomacy
import Estimation
import Foundation

/// One feature of the record beside the same feature of records drawn from an explanation.
///
/// > Gelman, A., Meng, X.-L., Stern, H. "Posterior predictive assessment of model fitness via
/// > realized discrepancies." *Statistica Sinica* 6, 1996, 733-807.
public struct PredictiveCheck: Hashable, Sendable, Codable {
  /// A feature.
  public enum Feature: String, Hashable, CaseIterable, Sendable, Codable {
    /// The most hostile acts within seven days.
    case largestBurst = "largest_burst"
    /// The longest run of days without a hostile act between two of them.
    case longestGap = "longest_gap"
    /// Hostile acts while the story's condition held.
    case hostileWhileHeld = "hostile_while_held"
    /// Hostile acts after it ended.
    case hostileAfter = "hostile_after"
    /// Conciliatory acts while it held.
    case conciliatoryWhileHeld = "conciliatory_while_held"
    /// Conciliatory acts after it ended.
    case conciliatoryAfter = "conciliatory_after"
    /// Days from the end of the condition to the next conciliatory act.
    case daysToEasing = "days_to_easing"
    /// Demands and threats among the hostile acts.
    case demandsAndThreats = "demands_and_threats"
    /// Refusals and reductions among the hostile acts.
    case refusalsAndReductions = "refusals_and_reductions"
  }

  /// The explanation.
  public let explanation: String
  /// The feature.
  public let feature: Feature
  /// What the record shows.
  public let observed: Double
  /// The 5 per cent point of what the explanation draws.
  public let low: Double
  /// The median of what it draws.
  public let median: Double
  /// The 95 per cent point of what it draws.
  public let high: Double
  /// The share of draws at least as far out on the observed side, doubled, at most 1.
  public let tail: Double

  /// Whether the record looks unlike what the explanation draws: a tail below one in twenty.
  public var isUnusual: Bool { tail < 0.05 }

  /// The checks of every explanation.
  static func all(
    _ ground: ComparisonInput, counterpart: ConductParameters, samples: Int,
    generator: SeededGenerator
  ) -> [PredictiveCheck] {
    let candidates = ground.evidence.engine.candidates
    return concurrentMap(candidates.count) { candidate in
      PredictiveDraws(ground: ground, counterpart: counterpart, candidate: candidate)
        .checks(samples: samples, generator: generator.stream(UInt64(candidate)))
    }
    .flatMap(\.self)
  }
}

/// Records drawn from one explanation fitted to the case.
private struct PredictiveDraws {
  let ground: ComparisonInput
  let counterpart: ConductParameters
  let candidate: Int

  private typealias Features = [PredictiveCheck.Feature: Double]

  /// The mix of kinds that the story has learned; nothing where kinds are not read.
  private var mix: MarkCourse? {
    guard ground.options.readsContent else { return nil }
    return MarkEvidence.learned(
      from: MarkEvidence.marks(of: ground.subject, ground.record),
      candidate: ground.evidence.engine.candidates[candidate],
      table: ground.options.markTable ?? .standing(for: ground.subject))
  }

  func checks(samples: Int, generator: SeededGenerator) -> [PredictiveCheck] {
    let mix = mix
    let seen = features(
      hostile: days(.hostile), conciliatory: days(.conciliatory), kinds: observedKinds())
    var drawn: [PredictiveCheck.Feature: [Double]] = [:]
    for sample in 0..<samples {
      var source = generator.stream(UInt64(sample))
      for (feature, value) in draw(mix, using: &source) {
        drawn[feature, default: []].append(value)
      }
    }
    return PredictiveCheck.Feature.allCases.compactMap { feature in
      guard let observed = seen[feature], let values = drawn[feature]?.sorted(),
        values.count > 1
      else { return nil }
      let above = Double(values.count { $0 >= observed } + 1) / Double(values.count + 1)
      let below = Double(values.count { $0 <= observed } + 1) / Double(values.count + 1)
      func point(_ share: Double) -> Double {
        values[min(values.count - 1, Int(share * Double(values.count)))]
      }
      return PredictiveCheck(
        explanation: ground.evidence.engine.candidates[candidate].id, feature: feature,
        observed: observed, low: point(0.05), median: point(0.5), high: point(0.95),
        tail: min(1, 2 * min(above, below)))
    }
  }

  private func days(_ role: ActRole) -> [Int] {
    ground.record.acts.filter { $0.role == role || (role == .hostile && $0.role == .closure) }
      .map(\.middle).sorted()
  }

  /// The day, from the start of the window, on which the story's condition ends.
  private var end: Int? {
    let story = ground.evidence.engine.candidates[candidate]
    func middle(_ days: Conditions.Days?) -> Int? {
      days.map { ($0.lowerBound + $0.upperBound) / 2 }
    }
    let day: Int?
    switch story.kind.dates {
    case .goal: day = middle(story.conditions.goal)
    case .redress: day = middle(story.conditions.redress)
    case .rounds: day = story.conditions.rounds.compactMap { middle($0) }.max()
    case .shocks, nil: day = nil
    }
    return day.flatMap { (1..<ground.record.length).contains($0) ? $0 : nil }
  }

  private func features(
    hostile: [Int], conciliatory: [Int], kinds: [HostileKind: Double]
  ) -> Features {
    var found: Features = [:]
    found[.largestBurst] = Double(
      hostile.map { day in hostile.count { (day..<(day + 7)).contains($0) } }.max() ?? 0)
    found[.longestGap] = Double(zip(hostile.dropFirst(), hostile).map { $0 - $1 }.max() ?? 0)
    if let end {
      found[.hostileWhileHeld] = Double(hostile.count { $0 < end })
      found[.hostileAfter] = Double(hostile.count { $0 >= end })
      found[.conciliatoryWhileHeld] = Double(conciliatory.count { $0 < end })
      found[.conciliatoryAfter] = Double(conciliatory.count { $0 >= end })
      found[.daysToEasing] = Double(
        (conciliatory.first { $0 >= end } ?? ground.record.length) - end)
    }
    if !kinds.isEmpty {
      found[.demandsAndThreats] = (kinds[.demand] ?? 0) + (kinds[.threaten] ?? 0)
      found[.refusalsAndReductions] = (kinds[.reject] ?? 0) + (kinds[.reduce] ?? 0)
    }
    return found
  }

  private func observedKinds() -> [HostileKind: Double] {
    guard ground.options.readsContent else { return [:] }
    return MarkEvidence.marks(of: ground.subject, ground.record).reduce(into: [:]) { sum, mark in
      for kind in mark.kinds { sum[kind, default: 0] += 1 / Double(mark.kinds.count) }
    }
  }

  private func draw(_ mix: MarkCourse?, using source: inout SeededGenerator) -> Features {
    let evidence = ground.evidence
    let fits = evidence.fits[candidate]
    let fit = fits[source.index(weights: SpecialFunctions.softmax(fits.map(\.logEvidence)))]
    let parameters = ConductParameters.drawn(
      from: fit, answerDays: evidence.draws[fit.draw].answerDays, length: ground.record.length,
      using: &source)
    var conditionSource = evidence.draws[fit.draw].conditionSource
    let course = ConditionCovariates(
      evidence.engine.candidates[candidate].conditions.drawn(using: &conditionSource),
      length: ground.record.length)
    let simulation = JointSimulation(conditions: course, streams: evidence.engine.streams)
    let chance = JointSimulation.Chance(length: ground.record.length, using: &source)
    let acts = simulation.run(focal: parameters, counterpart: counterpart, chance: chance)
      .filter(\.isOwn)
    let hostile = acts.filter { $0.stream != .conciliatory }.map(\.day).sorted()
    return features(
      hostile: hostile,
      conciliatory: acts.filter { $0.stream == .conciliatory }.map(\.day).sorted(),
      kinds: kinds(hostile, mix, using: &source))
  }

  /// Kinds for simulated hostile acts, drawn from the mix that the story has learned.
  private func kinds(
    _ days: [Int], _ mix: MarkCourse?, using source: inout SeededGenerator
  ) -> [HostileKind: Double] {
    guard let mix else { return [:] }
    return days.reduce(into: [:]) { counts, day in
      let shares = mix.shares(on: Double(day))
      let weights = HostileKind.allCases.map { shares[$0] ?? 0 }
      counts[HostileKind.allCases[source.index(weights: weights)], default: 0] += 1
    }
  }
}
