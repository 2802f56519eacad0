public import Diplomacy
import Estimation
import Foundation

/// Which pairs may turn sharply worse, as a list with its precision and recall; it promises nothing.
///
/// A direction turns sharply worse when its hostile acts in the next thirty days reach three times the
/// pair's own mean of the last year, and at least three, and those of the last thirty days did not.
/// Directions are ranked by the chance of that many acts, a negative binomial count of size one whose
/// mean follows from the chances of verbal and material conflict.
public struct Worsening: Hashable, Sendable, Codable {
  /// One direction on the list.
  public struct Item: Hashable, Sendable, Codable {
    /// Who acts toward whom.
    public let dyad: Dyad
    /// The number of hostile acts that would be sharply worse.
    public let threshold: Int
    /// The hostile acts of the last thirty days.
    public let recent: Int
    /// The score of the ranking, a chance that is not calibrated.
    public let score: Double
  }

  /// The list at the end of the record, the highest score first.
  public let items: [Item]
  /// The share of the ten highest at past origins that turned sharply worse.
  public let precision: Double
  /// The share of those that turned sharply worse that were among the ten highest.
  public let recall: Double
  /// The share of all that could turn worse that did.
  public let base: Double
  /// How many turned sharply worse.
  public let cases: Int
  /// The number of past origins.
  public let origins: Int
  /// Whether the weights saw days of these origins.
  public let overlapsFit: Bool

  /// The length of the lists that precision and recall speak of.
  public static let length = 10
  private static let days = 30

  /// Ranks the pairs of a record.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - weights: The weights; they need the horizon of thirty days.
  ///   - first: The first origin for precision and recall.
  /// - Throws: ``ForecastFailure`` where the weights know no thirty days.
  public init(
    of record: TrainingRecord, by weights: OutlookWeights, from first: Day? = nil
  ) throws(ForecastFailure) {
    guard weights.horizons.contains(Self.days) else {
      throw ForecastFailure("the list of pairs that may turn worse needs weights over 30 days")
    }
    let start = first?.ordinal ?? record.start + min(730, (record.end - record.start) * 28 / 100)
    let past = Array(stride(from: start, through: record.end - Self.days, by: record.step))
    var ranked: [Int: [(item: Item, worse: Bool)]] = [:]
    var now: [Item] = []
    for history in record.histories {
      let origins = (past + [record.end]).filter { record.isActive(history, at: $0) }
      let targets = origins.flatMap { origin in
        [ActKind.verbalConflict, .materialConflict].map { (origin, $0, Self.days) }
      }
      let chances = OutlookBatch.chances(history, targets, by: weights)
      let hostile = history.own.filter { !$0.kinds.isDisjoint(with: .hostile) }
      func count(_ from: Int, _ before: Int) -> Int {
        DyadHistory.place(of: before, in: hostile) - DyadHistory.place(of: from, in: hostile)
      }
      for (index, origin) in origins.enumerated() {
        let known = min(origin - record.start, 365)
        let mean = Double(count(origin - 365, origin)) * Double(Self.days) / Double(max(1, known))
        let threshold = max(3, Int((3 * mean).rounded(.up)))
        let recent = count(origin - Self.days, origin)
        guard recent < threshold else { continue }
        let expected =
          -log(1 - min(chances[2 * index], 0.9999))
          - log(1 - min(chances[2 * index + 1], 0.9999))
        let item = Item(
          dyad: history.dyad, threshold: threshold, recent: recent,
          score: WatchSignals.atLeast(threshold, (expected, 1)))
        if origin == record.end {
          now.append(item)
        } else {
          ranked[origin, default: []].append(
            (item, count(origin, origin + Self.days) >= threshold))
        }
      }
    }
    var (hits, shown, worse, all) = (0, 0, 0, 0)
    for (_, list) in ranked {
      let top = list.sorted { ($1.item.score, $0.item.dyad) < ($0.item.score, $1.item.dyad) }
        .prefix(Self.length)
      hits += top.count(where: \.worse)
      shown += top.count
      worse += list.count(where: \.worse)
      all += list.count
    }
    items = now.sorted { ($1.score, $0.dyad) < ($0.score, $1.dyad) }
    precision = Double(hits) / Double(max(1, shown))
    recall = Double(hits) / Double(max(1, worse))
    base = Double(worse) / Double(max(1, all))
    cases = worse
    origins = ranked.count
    overlapsFit = weights.days.last.ordinal >= start
  }
}
