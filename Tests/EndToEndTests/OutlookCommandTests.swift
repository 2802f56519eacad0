import Foundation
import FoundationXML
import Testing

/// Forecasts, base rates and watch lists on a store of simulated events, which say nothing of states.
@Suite("The outlook, end to end")
struct OutlookCommandTests {
  /// A store of acts that follow a rule of small numbers, so that every run has the same.
  private static func store(_ scratch: Scratch) throws -> String {
    var state: UInt64 = 7
    func draw(_ count: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % count)
    }
    let codes = ["010", "042", "057", "111", "112", "130", "161", "163", "190"]
    var lines = ""
    var number = 0
    for day in 0..<720 {
      let date = Date(timeIntervalSince1970: 1_262_304_000 + Double(day) * 86_400)
      let text = date.formatted(.iso8601.year().month().day())
      for (source, target) in [("ESP", "DZA"), ("DZA", "ESP"), ("CHL", "PER"), ("PER", "CHL")] {
        for _ in 0..<draw(3) {
          number += 1
          lines +=
            "{\"id\":\"\(number)\",\"date\":\"\(text)\",\"source\":\"\(source)\",\"target\":\"\(target)\","
            + "\"code\":\"\(codes[draw(UInt64(codes.count))])\",\"summary\":\"simulated\","
            + "\"publisher\":\"P\",\"url\":\"https://example.org/\(number)\"}\n"
        }
      }
    }
    let file = scratch.path("simulated.jsonl")
    try Data(lines.utf8).write(to: URL(filePath: file))
    let store = scratch.path("events.db")
    #expect(try Program.run(["import", "--store", store, file]).code == 0)
    return store
  }

  @Test("forecast and responses answer in every form, and a backtest scores them")
  func forecast() throws {
    let scratch = try Scratch()
    let store = try Self.store(scratch)
    for format in ["text", "json", "html"] {
      let run = try Program.run([
        "forecast", "--store", store, "ESP", "DZA", "--within", "7d,30d", "--format", format,
      ])
      #expect(run.code == 0, "\(run.notes)")
      if format == "json" {
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: run.output) }
      }
      #expect(run.text.contains("2011"), "\(format): past acts carry their days")
    }
    for format in ["text", "json"] {
      let after = try Program.run([
        "responses", "--store", store, "--after", "161", "--every-pair", "--format", format,
      ])
      #expect(after.code == 0, "\(after.notes)")
      #expect(!after.text.isEmpty)
      let back = try Program.run(["forecast", "--store", store, "--backtest", "--format", format])
      #expect(back.code == 0, "\(back.notes)")
      #expect(!back.text.isEmpty)
      let worse = try Program.run(["forecast", "--store", store, "--worsening", "--format", format])
      #expect(worse.code == 0, "\(worse.notes)")
    }
    let unknown = try Program.run(["forecast", "--store", store, "ESP", "ZZZ"])
    #expect(unknown.code != 0)
    #expect(!unknown.notes.isEmpty)
  }

  @Test("weights are fitted on a store and used, and a table of base rates is made of it")
  func fitted() throws {
    let scratch = try Scratch()
    let store = try Self.store(scratch)
    let weights = scratch.path("weights.json")
    let fit = try Program.run([
      "forecast", "--store", store, "--fit", "--origin", "simulated", "--within", "7d",
      "--output", weights,
    ])
    #expect(fit.code == 0, "\(fit.notes)")
    let used = try Program.run([
      "forecast", "--store", store, "ESP", "DZA", "--within", "7d", "--weights", weights,
    ])
    #expect(used.code == 0, "\(used.notes)")
    #expect(used.text.contains("simulated"))
    let table = try Program.run([
      "responses", "--store", store, "--table", "--origin", "simulated", "--format", "json",
    ])
    #expect(table.code == 0, "\(table.notes)")
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: table.output) }
  }

  @Test("forecasts on file are scored by the store")
  func filed() throws {
    let scratch = try Scratch()
    let store = try Self.store(scratch)
    let file = scratch.path("forecasts.jsonl")
    let made = try Program.run([
      "forecast", "--store", store, "ESP", "DZA", "--within", "7d", "--as-of", "2011-10-01",
      "--file", file,
    ])
    #expect(made.code == 0, "\(made.notes)")
    for format in ["text", "json"] {
      let scored = try Program.run(["resolve", file, "--store", store, "--format", format])
      #expect(scored.code == 0, "\(scored.notes)")
      #expect(!scored.text.isEmpty)
    }
  }

  @Test("watch writes page, text, data and feed, and says nothing new the second time")
  func watch() throws {
    let scratch = try Scratch()
    let store = try Self.store(scratch)
    let pairs = scratch.path("pairs.yaml")
    try Data("pairs:\n  - [ESP, DZA]\n  - [CHL, PER]\n".utf8).write(to: URL(filePath: pairs))
    let output = scratch.path("out")
    for turn in 1...2 {
      let run = try Program.run(["watch", pairs, "--store", store, "--output", output])
      #expect(run.code == 0, "\(run.notes)")
      let text = try String(contentsOfFile: output + "/watch.md", encoding: .utf8)
      if turn == 2 { #expect(text.lowercased().contains("nothing new"), "\(text.prefix(400))") }
    }
    let feed = try #require(FileManager.default.contents(atPath: output + "/watch.atom"))
    #expect(XMLParser(data: feed).parse())
    for name in ["watch.html", "watch.json"] {
      #expect(FileManager.default.fileExists(atPath: output + "/" + name))
    }
  }
}
