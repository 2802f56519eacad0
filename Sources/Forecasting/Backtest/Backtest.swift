public import Diplomacy
import Estimation
import Foundation

/// Forecasts at past origins scored against what came, beside the usual rate and persistence.
///
/// Each forecast sees the acts before its origin alone, and the pairs are chosen by what was known
/// then. The days of the targets should lie after those of the fit; ``overlapsFit`` says whether they do.
public struct Backtest: Hashable, Sendable, Codable {
  /// A score of skill over climatology with its interval by pair.
  public struct Skill: Hashable, Sendable, Codable {
    /// 1 minus the log loss over that of the usual rate; below zero it is worse.
    public let skill: Double
    /// The 95 % interval over resampled pairs of states.
    public let low: Double
    /// The upper end.
    public let high: Double
  }

  /// The scores of one kind of act, or of all.
  public struct Score: Hashable, Sendable, Codable {
    /// The kind; nothing for all together.
    public let kind: ActKind?
    /// How many forecasts.
    public let count: Int
    /// How many of them came true.
    public let positives: Int
    /// The mean log loss of the model in nats.
    public let loss: Double
    /// The mean log loss of the usual rate.
    public let usualLoss: Double
    /// The skill of the model over the usual rate.
    public let model: Skill
    /// The skill of persistence, the rate of the last 30 days, over the usual rate.
    public let persistence: Skill
    /// The expected calibration error of the model: 20 bins for all, 10 for a kind.
    public let calibrationError: Double
    /// Forecast against outcome.
    public let bins: [OutlookWeights.Bin]
    /// Whether fewer than thirty came true.
    public var isThin: Bool { positives < OutlookWeights.thinBelow }
  }

  /// The scores over one horizon.
  public struct Horizon: Hashable, Sendable, Codable {
    /// The number of days.
    public let days: Int
    /// All kinds together.
    public let all: Score
    /// Kind by kind.
    public let kinds: [Score]
  }

  /// The first origin.
  public let first: Day
  /// The last origin.
  public let last: Day
  /// The number of origins.
  public let origins: Int
  /// The number of directed pairs.
  public let dyads: Int
  /// Whether the fit saw days of these targets: then the scores flatter it.
  public let overlapsFit: Bool
  /// The scores by horizon.
  public let horizons: [Horizon]
  /// The seed of the resampling.
  public let seed: UInt64

  /// Scores weights on a record.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - weights: The weights.
  ///   - horizons: The numbers of days.
  ///   - first: The first origin; after 28 % of the record, at most two years, where left out.
  ///   - resamples: How many resamplings of pairs.
  ///   - seed: The seed of the resampling.
  /// - Throws: ``ForecastFailure`` where no pair is active at any origin.
  public init(
    of record: TrainingRecord, by weights: OutlookWeights, horizons: [Int], from first: Day? = nil,
    resamples: Int = 500, seed: UInt64 = 1
  ) throws(ForecastFailure) {
    let span = record.end - record.start
    let start = first?.ordinal ?? record.start + min(730, span * 28 / 100)
    guard start > record.start else {
      throw ForecastFailure(
        "the record begins on \(Day(ordinal: record.start)); name a later first origin")
    }
    let origins = Array(stride(from: start, to: record.end, by: record.step))
    var scored: [Horizon] = []
    var used: Set<Int> = []
    var dyads: Set<Int> = []
    for days in horizons.sorted() {
      let forecasts = BacktestForecasts(record, origins: origins, days: days, weights: weights)
      used.formUnion(forecasts.rows.map(\.origin))
      dyads.formUnion(forecasts.rows.map(\.pair))
      guard !forecasts.rows.isEmpty else {
        throw ForecastFailure(
          "no pair has \(record.fewestActs) acts before any origin whose \(days) days the record "
            + "covers; import more, or ask for a shorter horizon")
      }
      let all = forecasts.score(nil, record, resamples, seed)
      let kinds = ActKind.allCases.map { forecasts.score($0, record, resamples, seed) }
      scored.append(Horizon(days: days, all: all, kinds: kinds))
    }
    self.first = Day(ordinal: used.min() ?? start)
    self.last = Day(ordinal: used.max() ?? start)
    self.origins = used.count
    self.dyads = dyads.count
    overlapsFit = weights.days.last.ordinal >= start
    self.horizons = scored
    self.seed = seed
  }
}

/// The forecasts of a backtest over one horizon.
struct BacktestForecasts {
  /// One pair at one origin: by kind, what each way of forecasting said and what came.
  struct Row {
    let pair: Int
    let origin: Int
    var model: [Double]
    var usual: [Double]
    var persistence: [Double]
    let followed: KindSet
  }

  private(set) var rows: [Row] = []

  init(_ record: TrainingRecord, origins: [Int], days: Int, weights: OutlookWeights) {
    let windows = WindowCounts(record, days: days)
    let priors = origins.map { windows.rates(before: $0) }
    let collected = TrainingRows(record, origins: origins, before: record.end, horizons: [days])
    let kinds = ActKind.allCases
    let groups = kinds.map { OutlookColumns.groups(for: $0) }
    let shorter = weights.horizons.filter { $0 < days }
    let entries = kinds.map { kind in
      (shorter + [days]).compactMap { weights.entry(kind, days: $0)?.model }
    }
    for row in collected.rows {
      guard let followed = row.followed[0],
        let place = origins.firstIndex(of: row.origin)
      else { continue }
      let own = record.histories[row.pair].own
      let recent = own[DyadHistory.place(of: row.origin - 30, in: own)...]
        .prefix { $0.day < row.origin }
      var forecast = Row(
        pair: row.pair, origin: row.origin, model: [], usual: [], persistence: [],
        followed: followed)
      for (index, kind) in kinds.enumerated() {
        let lanes = OutlookColumns.lanes(row.rates, groups: groups[index])
        forecast.model.append(
          entries[index].map { $0.probability(sum: $0.sum(lanes)) }.max() ?? 0.5)
        let prior = priors[place][index]
        forecast.usual.append(
          windows.rate(pair: row.pair, kind: index, before: row.origin, prior: prior))
        let rate = -log(1 - min(max(prior, 0), 0.999)) / Double(days)
        let seen = Double(recent.count { $0.kinds.contains(kind) })
        forecast.persistence.append(1 - exp(-Double(days) * (seen + 10 * rate) / 40))
      }
      rows.append(forecast)
    }
  }

  /// The score of one kind, or of all together.
  func score(
    _ kind: ActKind?, _ record: TrainingRecord, _ resamples: Int, _ seed: UInt64
  ) -> Backtest.Score {
    let places = kind.map { [$0.index] } ?? Array(ActKind.allCases.indices)
    var sums: [Pair: (model: Double, usual: Double, persistence: Double)] = [:]
    var (chances, outcomes) = ([Double](), [Bool]())
    for row in rows {
      let dyad = record.histories[row.pair].dyad
      let pair = Pair(dyad.source, dyad.target)
      for place in places {
        let came = row.followed.contains(ActKind.allCases[place])
        chances.append(row.model[place])
        outcomes.append(came)
        sums[pair, default: (0, 0, 0)].model += LogLoss.of(row.model[place], came)
        sums[pair, default: (0, 0, 0)].usual += LogLoss.of(row.usual[place], came)
        sums[pair, default: (0, 0, 0)].persistence += LogLoss.of(row.persistence[place], came)
      }
    }
    let losses = sums.sorted { $0.key < $1.key }.map(\.value)
    let bins = Calibration.bins(chances, outcomes, count: kind == nil ? 20 : 10)
    let count = Double(max(1, chances.count))
    return Backtest.Score(
      kind: kind, count: chances.count, positives: outcomes.count { $0 },
      loss: losses.reduce(0) { $0 + $1.model } / count,
      usualLoss: losses.reduce(0) { $0 + $1.usual } / count,
      model: Self.skill(losses.map { ($0.model, $0.usual) }, resamples, seed),
      persistence: Self.skill(losses.map { ($0.persistence, $0.usual) }, resamples, seed),
      calibrationError: Calibration.error(bins), bins: bins)
  }

  /// The skill of one way over another, with its interval over resampled pairs.
  static func skill(
    _ losses: [(own: Double, reference: Double)], _ resamples: Int, _ seed: UInt64
  ) -> Backtest.Skill {
    func skill(_ own: Double, _ reference: Double) -> Double {
      reference > 0 ? 1 - own / reference : 0
    }
    var random = SeededGenerator(seed: seed)
    let drawn = (0..<resamples).map { _ -> Double in
      var (own, reference) = (0.0, 0.0)
      for _ in losses.indices {
        let one = losses[random.index(below: losses.count)]
        own += one.own
        reference += one.reference
      }
      return skill(own, reference)
    }
    let whole = skill(
      losses.reduce(0) { $0 + $1.own }, losses.reduce(0) { $0 + $1.reference })
    return Backtest.Skill(
      skill: whole, low: drawn.isEmpty ? whole : Summaries.quantile(drawn, 0.025),
      high: drawn.isEmpty ? whole : Summaries.quantile(drawn, 0.975))
  }
}

/// How many past windows of each pair held each kind of act, summed up once for every origin.
struct WindowCounts {
  private let days: Int
  private let start: Int
  /// By pair and kind: the number of windows with an act among the first so many.
  private let held: [[[Int32]]]

  init(_ record: TrainingRecord, days: Int) {
    self.days = days
    start = record.start
    let windows = max(0, (record.end - record.start - days) / 7 + 1)
    held = record.histories.map { history in
      ActKind.allCases.map { kind in
        var counts: [Int32] = [0]
        counts.reserveCapacity(windows + 1)
        let acts = history.own.filter { $0.kinds.contains(kind) }.map(\.day)
        var next = 0
        for window in 0..<windows {
          let first = record.start + 7 * window
          while next < acts.count, acts[next] < first { next += 1 }
          let isHeld = next < acts.count && acts[next] < first + days
          counts.append(counts[window] + (isHeld ? 1 : 0))
        }
        return counts
      }
    }
  }

  private func windows(before origin: Int) -> Int {
    origin - start < days ? 0 : (origin - start - days) / 7 + 1
  }

  /// The share of all pairs' windows before an origin that held each kind.
  func rates(before origin: Int) -> [Double] {
    let n = windows(before: origin)
    return ActKind.allCases.indices.map { kind in
      guard n > 0, !held.isEmpty else { return 0 }
      let sum = held.reduce(0) { $0 + Int($1[kind][min(n, $1[kind].count - 1)]) }
      return Double(sum) / Double(n * held.count)
    }
  }

  /// The usual rate of a pair before an origin.
  func rate(pair: Int, kind: Int, before origin: Int, prior: Double) -> Double {
    let n = windows(before: origin)
    let counts = held[pair][kind]
    let weight = UsualRate.weight(days: origin - start)
    return (Double(counts[min(n, counts.count - 1)]) + weight * min(max(prior, 1e-4), 1))
      / (Double(n) + weight)
  }
}
