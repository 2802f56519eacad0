import Diplomacy
import Foundation
import Testing

@testable import Forecasting

@Suite("Fit and backtest")
struct BacktestTests {
  @Test("a backtest gives the losses of a plain twin that knows each day's past alone")
  func twin() throws {
    let record = MadeHistories.record(pairs: 5, days: 900)
    let weights = MadeHistories.weights(horizons: [7])
    let test = try Backtest(of: record, by: weights, horizons: [7], resamples: 20)
    let origins = Array(stride(from: min(730, 900 * 28 / 100), to: 900, by: record.step))
    var (own, usual, persistence, count) = (0.0, 0.0, 0.0, 0)
    for origin in origins where origin + 7 <= 900 {
      for history in record.histories {
        let past = history.before(origin)
        let recent = past.own.filter {
          $0.day >= origin - record.lookBack && !$0.kinds.isDisjoint(with: .any)
        }
        let scale = max(1, Double(record.lookBack) / Double(origin))
        guard Double(recent.count) * scale >= 10 else { continue }
        let outlook = try Outlook(
          of: past, from: Day(ordinal: origin), by: weights, horizons: [7])
        for chance in outlook.chances {
          let came = history.own.contains {
            $0.day >= origin && $0.day < origin + 7 && $0.kinds.contains(chance.kind)
          }
          func share(_ acts: [DatedAct]) -> (held: Double, all: Double) {
            var (held, all, start) = (0.0, 0.0, 0)
            while start + 7 <= origin {
              all += 1
              held +=
                acts.contains {
                  $0.day >= start && $0.day < start + 7 && $0.kinds.contains(chance.kind)
                } ? 1 : 0
              start += 7
            }
            return (held, all)
          }
          let shares = record.histories.map { share($0.own) }
          let prior = shares.reduce(0) { $0 + $1.held } / shares.reduce(0) { $0 + $1.all }
          let mine = share(history.own)
          let weight = origin >= 730 ? 13.0 : 4.0
          let rate = (mine.held + weight * max(prior, 1e-4)) / (mine.all + weight)
          let seen = Double(
            past.own.count { $0.day >= origin - 30 && $0.kinds.contains(chance.kind) })
          let daily = (seen - 10 * log(1 - min(prior, 0.999)) / 7) / 40
          func loss(_ p: Double) -> Double {
            -log(came ? min(max(p, 1e-4), 1 - 1e-4) : 1 - min(max(p, 1e-4), 1 - 1e-4))
          }
          own += loss(chance.probability)
          usual += loss(rate)
          persistence += loss(1 - exp(-7 * daily))
          count += 1
        }
      }
    }
    let all = try #require(test.horizons.first?.all)
    #expect(all.count == count)
    #expect(abs(all.loss - own / Double(count)) < 1e-5)
    #expect(abs(all.usualLoss - usual / Double(count)) < 1e-9)
    #expect(abs(all.persistence.skill - (1 - persistence / usual)) < 1e-9)
    #expect(test.horizons[0].kinds.reduce(0) { $0 + $1.positives } == all.positives)
  }

  @Test("a fit on pairs that excite themselves beats the usual rate on days it has not seen")
  func fit() throws {
    let whole = MadeHistories.record(pairs: 30, days: 1500)
    let early = TrainingRecord(
      whole.histories.map { $0.before(1100) }, from: 0, before: 1100)
    let weights = try OutlookFit.weights(
      from: early, horizons: [7, 30], origin: "simulated", fitted: Day(ordinal: 1100))
    let test = try Backtest(
      of: whole, by: weights, horizons: [7, 30], from: Day(ordinal: 1100), resamples: 200)
    #expect(!test.overlapsFit)
    for horizon in test.horizons {
      #expect(horizon.all.model.low > 0)
      #expect(horizon.all.calibrationError < 0.03)
    }
    // The same acts give the same weights, and the later days were not looked at.
    let again = try OutlookFit.weights(
      from: TrainingRecord(
        MadeHistories.record(pairs: 30, days: 1500).histories.map { $0.before(1100) }, from: 0,
        before: 1100), horizons: [7, 30], origin: "simulated", fitted: Day(ordinal: 1100))
    #expect(again == weights)
    #expect(try Backtest(of: whole, by: weights, horizons: [7]).overlapsFit)
  }

  @Test("a record that is too short or too thin is refused")
  func short() {
    #expect(throws: ForecastFailure.self) {
      try OutlookFit.weights(
        from: MadeHistories.record(pairs: 3, days: 100), horizons: [30], origin: "simulated",
        fitted: Day(ordinal: 100))
    }
    #expect(throws: ForecastFailure.self) {
      try OutlookFit.weights(
        from: TrainingRecord([], from: 0, before: 2000), horizons: [30], origin: "simulated",
        fitted: Day(ordinal: 100))
    }
  }

  @Test("the calibration error of forecasts that come true as said is small, of others large")
  func calibration() {
    let forecasts = (0..<1000).map { Double($0) / 1000 }
    let told = forecasts.enumerated().map { Double(($0.offset * 617) % 1000) / 1000 < $0.element }
    #expect(Calibration.error(Calibration.bins(forecasts, told, count: 10)) < 0.03)
    let never = [Bool](repeating: false, count: 1000)
    #expect(abs(Calibration.error(Calibration.bins(forecasts, never, count: 10)) - 0.4995) < 1e-9)
  }
}
