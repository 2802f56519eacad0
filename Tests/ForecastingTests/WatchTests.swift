import Diplomacy
import Estimation
import Testing

@testable import Forecasting

@Suite("Watch")
struct WatchTests {
  private static let days = 1000
  private static let coverage = DataCoverage((0..<days).map { (day: $0, reports: 10) })

  private static func history(_ seed: UInt64, rate: Double) -> DyadHistory {
    DyadHistory(
      of: Dyad(from: "AZE", toward: "RUS"), from: 0,
      own: MadeHistories.acts(rate: rate, days: 0..<days, seed: seed),
      reverse: MadeHistories.acts(rate: rate, days: 0..<days, seed: seed + 50_000))
  }

  @Test("with nothing planted at most one pair-week in twenty reaches the first screen")
  func placebo() {
    let rates = [0.05, 0.2, 0.5, 1.0, 2.0]
    let alarms = concurrentMap(60) { index in
      (0..<6).map { week in
        WatchAlarm(
          of: Self.history(UInt64(index), rate: rates[index % rates.count]), Self.coverage,
          before: 1000 - 7 * week
        ).reachesScreen(at: 0.04)
      }
    }.flatMap { $0 }
    #expect(Double(alarms.count { $0 }) / Double(alarms.count) <= 0.05)
  }

  @Test("a rate doubled for two weeks is found within ten days in four cases of five")
  func doubled() {
    let found = concurrentMap(50) { index -> Bool in
      let base = Self.history(UInt64(index) + 900, rate: 2.5)
      let more = MadeHistories.acts(rate: 2.5, days: 986..<1000, seed: UInt64(index) + 7000)
      // A day's act of one code stands once, so the doubled acts get codes of their own.
      let history = DyadHistory(
        of: base.dyad, from: 0, own: base.own,
        reverse: base.reverse + more.map { DatedAct(day: $0.day, code: $0.code) })
      return [993, 996].contains { day in
        WatchAlarm(of: history, Self.coverage, before: day).reachesScreen(at: 0.04)
      }
    }
    #expect(found.count { $0 } >= 40)
  }

  @Test("a channel that falls silent is found within ten days in four cases of five")
  func silent() throws {
    let consult = try #require(EventCode(rawValue: "042"))
    let found = concurrentMap(50) { index -> Bool in
      let base = Self.history(UInt64(index) + 300, rate: 0.2)
      let talks = MadeHistories.acts(
        rate: 0.7, days: 0..<986, seed: UInt64(index) + 3000, codes: [consult])
      let history = DyadHistory(
        of: base.dyad, from: 0,
        own: base.own.filter {
          $0.day < 986 || !$0.kinds.contains(.consult) && !$0.kinds.contains(.agree)
        } + talks,
        reverse: base.reverse.filter {
          $0.day < 986 || !$0.kinds.contains(.consult) && !$0.kinds.contains(.agree)
        })
      return [993, 996].contains { day in
        WatchAlarm(of: history, Self.coverage, before: day).reachesScreen(at: 0.04)
      }
    }
    #expect(found.count { $0 } >= 40)
  }

  @Test("days without data are a hole and no silence")
  func hole() throws {
    let history = Self.history(5, rate: 2)
    let quiet = DyadHistory(
      of: history.dyad, from: 0, own: history.own.filter { $0.day < 985 },
      reverse: history.reverse.filter { $0.day < 985 })
    let whole = WatchAlarm(of: quiet, Self.coverage, before: 1000)
    #expect(whole.reachesScreen(at: 0.04))
    #expect(whole.signals.contains { $0.kind == .silence })
    let holed = DataCoverage((0..<985).map { (day: $0, reports: 10) }, before: 1000)
    #expect(holed.holes(from: 900, before: 1000) == [985...999])
    let alarm = WatchAlarm(of: quiet, holed, before: 1000)
    #expect(!alarm.signals.contains { $0.kind == .silence || $0.kind == .channelSilent })
  }

  @Test("a first contact after long is told with the day before it")
  func contact() throws {
    let consult = try #require(EventCode(rawValue: "042"))
    let accuse = try #require(EventCode(rawValue: "112"))
    let own =
      stride(from: 0, to: 1000, by: 9).map { DatedAct(day: $0, code: accuse) }
      + [DatedAct(day: 560, code: consult), DatedAct(day: 997, code: consult)]
    let history = DyadHistory(
      of: Dyad(from: "DZA", toward: "ESP"), from: 0, own: own, reverse: [])
    let signals = WatchAlarm(of: history, Self.coverage, before: 1000).signals
    let opened = try #require(signals.first { $0.kind == .channelOpened })
    #expect(opened.before == Day(ordinal: 560))
  }

  @Test("no signal of a day is changed by acts of that day or later")
  func leak() {
    let history = Self.history(11, rate: 0.6)
    let past = history.before(800)
    #expect(
      WatchAlarm(of: history, Self.coverage, before: 800)
        == WatchAlarm(of: past, Self.coverage, before: 800))
  }
}
