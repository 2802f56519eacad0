public import Diplomacy
import Estimation
import Foundation

/// How well each explanation foretold acts that it had not seen.
///
/// The log predictive score of a stretch of days is the evidence up to its end less the evidence up
/// to its start: what the model, fitted to the earlier days, made of the later ones, quiet days
/// included. It is held against that of a null whose rate does not change.
///
/// > Dawid, A. P. "Statistical theory: the prequential approach." *Journal of the Royal Statistical
/// > Society A* 147(2), 1984, 278-292.
public struct ForwardScore: Hashable, Sendable, Codable {
  /// What the score says of one explanation.
  public struct Entry: Hashable, Sendable, Codable {
    /// The explanation.
    public let id: String
    /// The log predictive score of times and kinds, in nats.
    public let score: Double
    /// How far that lies above the score of the null, in nats.
    public let gainOverNull: Double
    /// The stacking weight: the share in the mixture that foretells best, block by block.
    public let weight: Double
  }

  /// The gain over the null from which on a leader is called one, in nats.
  public static let leastGain = 1.0

  /// The first day that was foretold.
  public let from: Day
  /// The last day that was foretold.
  public let through: Day
  /// The acts of the actor on those days.
  public let acts: Int
  /// The number of stretches of days by which the stacking weights were found.
  public let blocks: Int
  /// The explanations in the order of the case.
  public let explanations: [Entry]
  /// The stacking weight of the null.
  public let nullWeight: Double

  /// Whether an explanation foretold the acts better than the null by at least ``leastGain``.
  public func beatsNull(_ id: String) -> Bool {
    explanations.contains { $0.id == id && $0.gainOverNull >= Self.leastGain }
  }

  /// Scores the last third of a window on the first two.
  init?(_ ground: ComparisonInput) {
    let length = ground.record.length
    guard length >= 9 else { return nil }
    self.init(
      ground.subject, record: ground.record, candidates: ground.evidence.engine.candidates,
      start: length - length / 3, options: ground.options, generator: ground.generator.stream(0))
  }

  /// Scores rows after the window.
  init(_ subject: Case, after later: [Event], options: ComparisonOptions) throws(Problem) {
    let rows = later.filter { $0.date.first > subject.window.last && $0.exclusion == nil }
    guard let last = rows.map(\.date.last).max() else {
      throw Problem(
        file: "\(subject.id)/case.yaml",
        what: "no row that counts lies after the window, which ends on \(subject.window.last)",
        fix: "give rows from after that day")
    }
    var extended = subject
    extended.window = DateSpan(from: subject.window.first, through: last) ?? subject.window
    let known = Set(subject.events.map(\.id))
    extended.events = subject.events.filter { $0.date.first <= subject.window.last }
    extended.events += rows.filter { !known.contains($0.id) }
    extended.events += subject.events.filter { $0.date.first > subject.window.last }
    let input = try ComparisonInput(extended, options: options)
    self.init(
      extended, record: input.record, candidates: input.evidence.engine.candidates,
      start: subject.window.length, options: input.options, generator: input.generator.stream(0))
  }

  private init(
    _ subject: Case, record: ConductRecord, candidates: [Candidate], start: Int,
    options: ComparisonOptions, generator: SeededGenerator
  ) {
    let count = min(6, max(1, (record.length - start) / 7))
    let ends = (0...count).map { start + (record.length - start) * $0 / count }
    let still = Candidate(
      id: "", kind: ConductKind.named(ConductKind.constantRate) ?? Self.still, prior: 0,
      conditions: candidates[0].conditions)
    let engine = EvidenceEngine(record, candidates + [still], model: options.model)
    let draws = engine.draws(min(options.draws, 20), generator: generator)
    let totals = concurrentMap(ends.count) { engine.logEvidence(draws, end: ends[$0]) }
    let kinds = Self.kinds(subject, record, candidates + [still], ends: ends, options)
    var gains: [[Double]] = []
    var scores = [Double](repeating: 0, count: candidates.count + 1)
    for block in 0..<count {
      var row = kinds[block]
      for index in row.indices {
        row[index] += totals[block + 1][index] - totals[block][index]
        scores[index] += row[index]
      }
      gains.append(row)
    }
    let weights = Self.stacking(gains)
    from = record.start + start
    through = record.start + (record.length - 1)
    acts = record.acts.count { $0.role.isOwn && $0.middle >= start }
    blocks = count
    nullWeight = weights[candidates.count]
    explanations = candidates.indices.map { index in
      Entry(
        id: candidates[index].id, score: scores[index],
        gainOverNull: scores[index] - scores[candidates.count], weight: weights[index])
    }
  }

  /// A kind of conduct in which nothing is at work.
  private static let still = ConductKind(name: "null", signature: "", active: [:])

  /// The gains from the kinds of acts in each block.
  private static func kinds(
    _ subject: Case, _ record: ConductRecord, _ candidates: [Candidate], ends: [Int],
    _ options: ComparisonOptions
  ) -> [[Double]] {
    guard options.readsContent else {
      return ends.dropFirst().map { _ in [Double](repeating: 0, count: candidates.count) }
    }
    let table = options.markTable ?? .standing(for: subject)
    let sums = ends.map { end in
      MarkEvidence(
        subject, record: record, candidates: candidates, table: table, end: end
      ).part.logEvidence
    }
    return zip(sums.dropFirst(), sums).map { after, before in
      zip(after, before).map { $0 - $1 }
    }
  }

  /// The weights of the mixture with the greatest sum of log predictive scores.
  ///
  /// > Yao, Y., Vehtari, A., Simpson, D., Gelman, A. "Using stacking to average Bayesian predictive
  /// > distributions." *Bayesian Analysis* 13(3), 2018, eq. 4; found by expectation and
  /// > maximisation, which never leaves the simplex.
  static func stacking(_ gains: [[Double]]) -> [Double] {
    guard let models = gains.first?.count, models > 0 else { return [] }
    var weights = [Double](repeating: 1 / Double(models), count: models)
    for _ in 0..<2000 {
      var sums = [Double](repeating: 0, count: models)
      for block in gains {
        let shares = SpecialFunctions.softmax(
          block.indices.map { weights[$0] > 0 ? log(weights[$0]) + block[$0] : -.infinity })
        for index in shares.indices { sums[index] += shares[index] }
      }
      weights = sums.map { $0 / Double(gains.count) }
    }
    return weights
  }
}
