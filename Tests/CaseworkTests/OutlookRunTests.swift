import Diplomacy
import Estimation
import EventData
import Forecasting
import Foundation
import TestSupport
import Testing

@testable import Casework

@Suite("Forecasts and briefs from a store")
struct OutlookRunTests {
  /// A store of simulated events between four states; it says nothing about them.
  private static func store(
    _ folder: TemporaryFolder, days: Int = 700, without: ClosedRange<Int>? = nil,
    busy: Range<Int>? = nil
  ) throws -> String {
    var random = SeededGenerator(seed: 11)
    let names = ["Spain", "Algeria", "Chile", "Peru"]
    let codes = ["010", "042", "057", "111", "112", "130", "160", "163", "190"]
    var text = "date\tsource\tcameo\tgoldstein\trelation\ttarget\tsplit\n"
    let first = try #require(Day("2010-01-01"))
    for day in 0..<days where without?.contains(day) != true {
      for (source, target) in [(0, 1), (1, 0), (2, 3), (3, 2)] {
        let rate = busy?.contains(day) == true && source == 0 ? 4.0 : 0.8
        for _ in 0..<random.poisson(mean: rate) {
          let code = codes[random.index(below: codes.count)]
          text +=
            "\(first + day)\t\(names[source])\t\(code)\t0.0\tsimulated\t\(names[target])\ttrain\n"
        }
      }
    }
    let file = try folder.file("made.tsv", text.utf8)
    let path = folder.path + "/events.db"
    _ = try StoreImport(of: [file], into: path, format: nil, skipsInvalid: false)
    return path
  }

  /// Weights fitted on simulated events, as a file.
  private static func weights(_ store: String, _ folder: TemporaryFolder) throws -> String {
    let record = try OutlookStore(store).record()
    let weights = try OutlookFit.weights(
      from: record, horizons: [7, 30], origin: "simulated", fitted: Day(ordinal: 0))
    let path = folder.path + "/weights.json"
    try JSONEncoder().encode(weights).write(to: URL(fileURLWithPath: path))
    return path
  }

  private static func brief(_ folder: TemporaryFolder) throws -> WatchBrief {
    let data = try #require(FileManager.default.contents(atPath: folder.path + "/out/watch.json"))
    return try JSONDecoder().decode(WatchBrief.self, from: data)
  }

  @Test("forecasts on file are scored once their days are over, and only where there are data")
  func filed() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(folder)
    let weights = try Self.weights(store, folder)
    let dyad = Dyad(from: "ESP", toward: "DZA")
    let file = folder.path + "/forecasts.jsonl"
    let run = try OutlookRun(
      of: dyad, in: store, asOf: Day("2011-06-01"), horizons: [7, 30], weights: weights)
    #expect(try FiledForecasts(run).append(to: file) == 52)
    #expect(try FiledForecasts(run).append(to: file) == 0)
    let late = try OutlookRun(
      of: dyad, in: store, asOf: nil, horizons: [7, 30], weights: weights)
    #expect(try FiledForecasts(late).append(to: file) == 52)
    let outcomes = try FiledForecasts(reading: file).outcomes(in: OutlookStore(store))
    let score = FiledForecasts.score(outcomes)
    #expect(score.resolved == 52)
    #expect(score.open == 52)
    for outcome in outcomes.prefix(52) {
      let entry = outcome.entry
      let history = try OutlookStore(store).history(
        of: Dyad(from: entry.source, toward: entry.target))
      #expect(
        outcome.happened
          == history.own.contains {
            $0.day >= entry.from.ordinal && $0.day <= entry.through.ordinal
              && $0.kinds.contains(entry.kind)
          })
    }
    try Data("not json\n".utf8).write(to: URL(fileURLWithPath: file))
    #expect(throws: CaseworkFailure.self) { try FiledForecasts(reading: file) }
  }

  @Test(
    "targets are answered row by row, by name or code, and bad rows are refused with their line")
  func targets() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(folder)
    let weights = try Self.weights(store, folder)
    let path = folder.path + "/targets.csv"
    let rows = "origin,source,target,class,horizon,happened\n2011-06-01,Spain,DZA,accuse,7,0\n"
    try Data(rows.utf8).write(to: URL(fileURLWithPath: path))
    let answer = try TargetForecasts.csv(path, in: store, weights: weights)
    let run = try OutlookRun(
      of: Dyad(from: "ESP", toward: "DZA"), in: store, asOf: Day("2011-06-01"), horizons: [7],
      weights: weights)
    let chance = try #require(run.outlooks[0].chances.first { $0.kind == .accuse })
    let last = try #require(answer.text.split(separator: "\n").last?.split(separator: ",").last)
    #expect(abs((Double(last) ?? 0) - chance.probability) < 1e-5)
    for bad in ["2011-06-01,Spain,DZA,shout,7,0", "2011-06-01,Nowhere,DZA,accuse,7,0", "x"] {
      try Data((rows + bad + "\n").utf8).write(to: URL(fileURLWithPath: path))
      #expect {
        try TargetForecasts.csv(path, in: store, weights: weights)
      } throws: {
        "\($0)".contains("targets.csv:3")
      }
    }
  }

  @Test("watch twice with no new data says nothing new; new acts end that")
  func twice() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(folder)
    let weights = try Self.weights(store, folder)
    let pairs = folder.path + "/pairs.yaml"
    try Data("pairs:\n  - [ESP, DZA]\n  - CHL-PER\n".utf8).write(to: URL(fileURLWithPath: pairs))
    func watch(_ day: String) throws -> WatchBrief {
      try WatchRun(over: pairs, in: store, asOf: Day(day), weights: weights)
        .write(into: folder.path + "/out")
      return try Self.brief(folder)
    }
    let first = try watch("2011-10-01")
    #expect(!first.isUnchanged)
    let again = try watch("2011-10-01")
    #expect(again.isUnchanged)
    #expect(again.items == first.items)
    for name in ["html", "md", "atom"] {
      let data = FileManager.default.contents(atPath: folder.path + "/out/watch.\(name)")
      #expect(String(decoding: data ?? Data(), as: UTF8.self).contains("Nothing new"))
    }
    let later = try watch("2011-11-05")
    #expect(!later.isUnchanged)
    #expect(later.since == Day("2011-10-01"))
    // The thirty days of the first brief are over, so its chances have come out.
    #expect(later.items.allSatisfy { $0.outcomes.count == 26 && $0.outlook.count == 26 })
    #expect(later.items.flatMap(\.outlook).allSatisfy { $0.last != nil })
  }

  @Test("a hole in the data is named and called no silence")
  func hole() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(folder, without: 680...692)
    let weights = try Self.weights(store, folder)
    let pairs = folder.path + "/pairs.yaml"
    try Data("pairs:\n  - [ESP, DZA]\n".utf8).write(to: URL(fileURLWithPath: pairs))
    let day = try #require(Day("2010-01-01")) + 693
    let run = try WatchRun(over: pairs, in: store, asOf: day, weights: weights)
    #expect(run.brief.holes == [DateSpan(from: day - 7, through: day - 1)].compactMap { $0 })
    #expect(!run.brief.items[0].signals.contains { $0.kind == .silence })
    try run.write(into: folder.path + "/out")
    let page = FileManager.default.contents(atPath: folder.path + "/out/watch.md") ?? Data()
    #expect(String(decoding: page, as: UTF8.self).contains("A hole in the data"))
  }

  @Test("a burst of acts puts its pair on the first screen, with the reason first")
  func burst() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(folder, busy: 690..<700)
    let weights = try Self.weights(store, folder)
    let pairs = folder.path + "/pairs.yaml"
    try Data("pairs:\n  - [CHL, PER]\n  - [ESP, DZA]\n".utf8).write(
      to: URL(fileURLWithPath: pairs))
    let brief = try WatchRun(over: pairs, in: store, weights: weights).brief
    #expect(brief.items.first?.pair == Pair("DZA", "ESP"))
    #expect(brief.items.first?.isOnScreen == true)
  }

  @Test("a pairs file that is wrong is refused with its line")
  func badPairs() throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(folder)
    let pairs = folder.path + "/pairs.yaml"
    for text in ["pairs:\n  - [ESP, XQQQ]\n", "pairs:\n  - [ESP]\n", "pairs:\n  - [ESP, ESP]\n"] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: pairs))
      #expect { try WatchRun(over: pairs, in: store) } throws: { "\($0)".contains("pairs.yaml:2") }
    }
  }
}
