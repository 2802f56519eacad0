import Diplomacy
import Foundation
import Testing

@testable import Forecasting

@Suite("Outlook of a pair")
struct OutlookTests {
  private let weights = MadeHistories.weights()
  private func outlook(
    _ history: DyadHistory, on day: Int = 700
  ) throws -> Outlook {
    try Outlook(of: history, from: Day(ordinal: day), by: weights, horizons: [7, 30])
  }

  @Test("the shares of every forecast and its floor sum to 1", arguments: [UInt64(1), 2, 3])
  func shares(seed: UInt64) throws {
    let found = try outlook(MadeHistories.history(seed: seed))
    #expect(found.chances.count == ActKind.allCases.count * 2)
    for chance in found.chances {
      let sum = chance.floor + chance.shares.reduce(0) { $0 + $1.share }
      #expect(abs(sum - 1) < 1e-9)
      #expect(chance.shares.allSatisfy { $0.share > 0 && $0.act.day < 700 })
    }
  }

  @Test("a chance is the one that its columns give")
  func columns() throws {
    let history = MadeHistories.history()
    let rates = try #require(DecayedCounts.rates(of: history, before: [700]).first)
    for kind in ActKind.allCases {
      let entry = try #require(weights.entry(kind, days: 7))
      let lanes = OutlookColumns.lanes(rates, groups: OutlookColumns.groups(for: kind))
      let chance = try #require(
        try outlook(history).chances.first { $0.kind == kind && $0.days == 7 })
      #expect(abs(entry.model.probability(sum: entry.model.sum(lanes)) - chance.probability) < 1e-5)
    }
  }

  @Test("no rate and no forecast is changed by acts of the origin or later, whatever their kind")
  func leak() throws {
    let history = MadeHistories.history(days: 0..<700)
    let known = try outlook(history)
    let rates = DecayedCounts.rates(of: history, before: [700])
    for code in EventCode.all {
      for day in [700, 701, 850] {
        let later = DatedAct(day: day, code: code)
        for ours in [true, false] {
          let more = DyadHistory(
            of: history.dyad, from: history.start, own: history.own + (ours ? [later] : []),
            reverse: history.reverse + (ours ? [] : [later]))
          #expect(DecayedCounts.rates(of: more, before: [700]) == rates)
          if code.rawValue.count == 2 { #expect(try outlook(more) == known) }
        }
      }
    }
  }

  @Test("an act of the day before does change it, so that the leak test can fail")
  func notDeaf() throws {
    let history = MadeHistories.history(days: 0..<690)
    let code = try #require(EventCode(rawValue: "112"))
    let more = DyadHistory(
      of: history.dyad, from: 0, own: history.own + [DatedAct(day: 699, code: code)],
      reverse: history.reverse)
    #expect(try outlook(more).chances != outlook(history).chances)
  }

  @Test("a forecast is unchanged by renaming the states")
  func renaming() throws {
    let one = try outlook(MadeHistories.history("AZE", "RUS"))
    let other = try outlook(MadeHistories.history("ESP", "DZA"))
    #expect(one.chances == other.chances)
  }

  @Test("chances do not fall as the horizon grows, and a raised one says so")
  func coherence() throws {
    // The made weights of two horizons know nothing of each other, so some need raising.
    var raised = 0
    for seed in UInt64(1)...20 {
      let found = try Outlook(
        of: MadeHistories.history(seed: seed), from: Day(ordinal: 700),
        by: MadeHistories.weights(seed: seed), horizons: [7, 30])
      for kind in ActKind.allCases {
        let chances = found.chances.filter { $0.kind == kind }
        #expect(chances[0].probability <= chances[1].probability)
        #expect((chances[1].raisedFrom == nil) == (chances[0].probability < chances[1].probability))
        raised += chances[1].raisedFrom == nil ? 0 : 1
      }
    }
    #expect(raised > 0)
  }

  @Test("kinds with under thirty acts behind the weights are called thin")
  func thin() throws {
    for chance in try outlook(MadeHistories.history()).chances {
      #expect(chance.isThin == (chance.kind == .coerce))
    }
  }

  @Test("rates equal a plain sum over all acts and days")
  func plainRates() {
    let history = MadeHistories.history(days: 0..<400)
    let origins = [1, 30, 200, 399, 450]
    let rates = DecayedCounts.rates(of: history, before: origins)
    for (row, origin) in origins.enumerated() {
      for (life, halfLife) in DecayedCounts.halfLives.enumerated() {
        let days = (0..<origin).reduce(0) { $0 + pow(0.5, Double(origin - 1 - $1) / halfLife) }
        for kind in ActKind.allCases {
          for (isReverse, acts) in [(false, history.own), (true, history.reverse)] {
            let sum = acts.filter { $0.day < origin && $0.kinds.contains(kind) }
              .reduce(0.0) { $0 + pow(0.5, Double(origin - 1 - $1.day) / halfLife) }
            let place = DecayedCounts.place(kind.index, reverse: isReverse, halfLife: life)
            #expect(abs(Double(rates[row][place]) - sum / days) < 1e-5)
          }
        }
      }
    }
  }

  @Test("the kinds of codes are those of the benchmark's patterns")
  func kinds() {
    func pattern(_ kind: ActKind) -> Regex<AnyRegexOutput>? {
      let text: [ActKind: String] = [
        .verbalCooperation: "^0[1-5].*", .materialCooperation: "^0[678].*",
        .verbalConflict: "^(09|1[0-3]).*", .materialConflict: "^(1[4-9]|20).*",
        .consult: "^04.*", .agree: "^057.*", .yield: "^(035|05[56]|08).*", .accuse: "^11.*",
        .threaten: "^13.*", .posture: "^15.*", .reduce: "^16(?!3).*", .coerce: "^(163|17).*",
        .fight: "^(1[89]|20).*",
      ]
      return text[kind].flatMap { try? Regex($0) }
    }
    for code in EventCode.all {
      let kinds = ActKind.kinds(of: code, isTowardState: true)
      for kind in ActKind.allCases {
        guard let pattern = pattern(kind) else { continue }
        #expect(kinds.contains(kind) == (code.rawValue.wholeMatch(of: pattern) != nil), "\(code)")
      }
      let toOthers = ActKind.kinds(of: code, isTowardState: false)
      #expect(toOthers == (kinds.contains(.coerce) ? KindSet(ActKind.coerce) : []))
    }
  }

  @Test("a horizon that the weights do not know, and a day before the record, are refused")
  func refusals() {
    let history = MadeHistories.history()
    #expect(throws: ForecastFailure.self) {
      try Outlook(of: history, from: Day(ordinal: 700), by: weights, horizons: [8])
    }
    #expect(throws: ForecastFailure.self) {
      try Outlook(of: history, from: Day(ordinal: 0), by: weights, horizons: [7])
    }
  }

  @Test("weights that cannot be used are refused with the reason")
  func badWeights() throws {
    let json = try JSONEncoder().encode(weights)
    #expect(try OutlookWeights(json: json, named: "w") == weights)
    let text = String(decoding: json, as: UTF8.self)
    for (old, new) in [("\"form\":1", "\"form\":2"), ("\"floor\":0.01", "\"floor\":-1")] {
      let bad = Data(text.replacing(old, with: new).utf8)
      #expect(throws: ForecastFailure.self) { try OutlookWeights(json: bad, named: "w") }
    }
    #expect(throws: ForecastFailure.self) { try OutlookWeights(json: Data("{}".utf8), named: "w") }
  }
}
