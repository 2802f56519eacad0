import Diplomacy
import Estimation

@testable import Forecasting

/// Simulated histories; nothing in them is about the states whose codes they carry.
enum MadeHistories {
  static let codes = [
    "010", "036", "042", "057", "061", "084", "111", "112", "130", "150", "161", "163", "173",
    "190",
  ]
  .compactMap { EventCode(rawValue: $0) }

  /// Acts of Poisson counts a day, the codes drawn evenly.
  static func acts(
    rate: Double, days: Range<Int>, seed: UInt64, codes: [EventCode] = codes
  ) -> [DatedAct] {
    var random = SeededGenerator(seed: seed)
    return days.flatMap { day in
      (0..<random.poisson(mean: rate)).map { _ in
        DatedAct(day: day, code: codes[random.index(below: codes.count)])
      }
    }
  }

  static func history(
    _ source: ActorCode = "AZE", _ target: ActorCode = "RUS", rate: Double = 0.3,
    days: Range<Int> = 0..<900, seed: UInt64 = 7
  ) -> DyadHistory {
    DyadHistory(
      of: Dyad(from: source, toward: target), from: days.lowerBound,
      own: acts(rate: rate, days: days, seed: seed),
      reverse: acts(rate: rate, days: days, seed: seed + 1000))
  }

  /// Weights that stand for no data: every column counts.
  static func weights(horizons: [Int] = [7, 30], seed: UInt64 = 3) -> OutlookWeights {
    var random = SeededGenerator(seed: seed)
    let entries = ActKind.allCases.flatMap { kind in
      horizons.map { days in
        OutlookWeights.Entry(
          kind: kind, days: days,
          model: LogisticSum(
            offset: 1 + random.uniform(), slope: 0.8 + 0.4 * random.uniform(), floor: 0.01,
            weights: (0..<OutlookColumns.count).map { _ in random.uniform() }),
          rows: 1000, positives: kind == .coerce ? 12 : 100, calibration: [])
      }
    }
    guard let days = DateSpan(from: Day(ordinal: 0), through: Day(ordinal: 899)) else {
      preconditionFailure("the days of the made weights")
    }
    return OutlookWeights(
      origin: "simulated", days: days, fitted: Day(ordinal: 900), digest: "made", entries: entries)
  }

  /// A record of pairs that excite themselves, so that the past tells of the future.
  static func record(pairs: Int = 24, days: Int = 1200) -> TrainingRecord {
    var histories: [DyadHistory] = []
    for index in 0..<pairs {
      var random = SeededGenerator(seed: UInt64(100 + index))
      let base = 0.01 + 0.05 * random.uniform()
      let dyad = Dyad(from: ActorCode("A\(index + 10)"), toward: ActorCode("B\(index + 10)"))
      func side() -> [DatedAct] {
        var (heat, acts) = (0.0, [DatedAct]())
        for day in 0..<days {
          heat *= 0.93
          let count = random.poisson(mean: base + 0.05 * heat)
          for _ in 0..<count {
            acts.append(DatedAct(day: day, code: codes[random.index(below: codes.count)]))
          }
          heat += Double(count)
        }
        return acts
      }
      let (own, reverse) = (side(), side())
      histories.append(DyadHistory(of: dyad, from: 0, own: own, reverse: reverse))
      histories.append(DyadHistory(of: dyad.reversed, from: 0, own: reverse, reverse: own))
    }
    return TrainingRecord(histories, from: 0, before: days)
  }
}
