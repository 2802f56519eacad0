import EventData
import Foundation
import TestSupport
import Testing

@Suite("The aggregator")
struct AggregatorTests {
  private func csv(_ result: AggregationResult) -> String {
    var text = ""
    result.writeCSV { text += String(decoding: $0, as: UTF8.self) }
    return text
  }

  @Test("agrees with a slow twin on random files with broken rows", arguments: 1...12)
  func twin(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let bytes = MadeRows.random(160, broken: seed % 3 == 0 ? 0.4 : 0.05, using: &dice)
    let folder = try TemporaryFolder()
    let file = try folder.file("rows.tsv", bytes)
    let result = try Aggregator(AggregationQuery(by: [.dyad, .month]), workers: 2)
      .run([file], format: .gdelt2)
    let naive = NaiveAggregation(bytes)
    #expect(result.rejected.map(\.line) == naive.rejectedLines)
    #expect(result.withoutActor == naive.withoutActor)
    #expect(result.count == naive.groups.count)
    for index in 0..<result.count {
      let row = result[index]
      let twin = naive.groups[
        NaiveAggregation.Key(source: row.source, target: row.target, month: row.span)]
      #expect(twin?.count == row.count)
      #expect(twin?.tenths == row.sum)
    }
    #expect(result.counts.read == result.counts.kept + result.counts.rejected)
  }

  @Test("rejects the same rows as the full reader", arguments: 20...26)
  func sameRejects(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let bytes = MadeRows.random(120, broken: 0.5, using: &dice)
    let folder = try TemporaryFolder()
    let file = try folder.file("rows.tsv", bytes)
    let fast = try Aggregator(AggregationQuery(by: [.dyad, .month]), workers: 1)
      .run([file], format: .gdelt2)
    let full = try Reading(file, format: .gdelt2)
    #expect(fast.rejected == full.rejected)
    #expect(fast.counts == full.counts)
  }

  @Test("passes over a header and rejects any other first row of words, as the full reader does")
  func firstRow() throws {
    let folder = try TemporaryFolder()
    var names = (0..<61).map { "Column\($0)" }
    for (place, name) in [
      (0, "GlobalEventID"), (1, "SQLDATE"), (7, "Actor1CountryCode"), (17, "Actor2CountryCode"),
      (26, "EventCode"), (28, "EventRootCode"), (29, "QuadClass"), (30, "GoldsteinScale"),
      (31, "NumMentions"),
    ] {
      names[place] = name
    }
    let header = names.joined(separator: "\t")
    for (first, rejected) in [(header, 0), ("L\tDef\tDef\tquad", 1), ("GlobalEventID\ta\tb\tc", 1)]
    {
      let text = first + "\n" + MadeRows.gdelt2() + "\n"
      let file = try folder.file("a.tsv", Array(text.utf8))
      let fast = try Aggregator(AggregationQuery(by: [.dyad, .month]), workers: 1)
        .run([file], format: .gdelt2)
      let full = try Reading(file, format: .gdelt2)
      #expect(fast.rejected.count == rejected)
      #expect(fast.rejected == full.rejected)
      #expect(fast.counts == full.counts)
    }
  }

  @Test("writes the same bytes with one worker as with several, plain or compressed")
  func sameBytes() throws {
    var dice = Dice(seed: 7)
    let folder = try TemporaryFolder()
    let files = try (0..<3).map { index in
      try folder.file("\(index).tsv", MadeRows.random(200, broken: 0, using: &dice))
    }
    let query = try AggregationQuery(by: [.dyad, .week])
    let one = try Aggregator(query, workers: 1).run(files)
    let four = try Aggregator(query, workers: 4).run(files)
    #expect(csv(one) == csv(four))
    #expect(one.counts.kept == 600)
    #expect(csv(one).hasPrefix("source,target,week,count,sum\n"))
  }

  @Test("adds tenths exactly where binary fractions would not")
  func exact() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<300).map { MadeRows.gdelt2(id: "\($0)", weight: $0 % 2 == 0 ? "0.1" : "-0.3") }
    let file = try folder.file("rows.tsv", (rows.joined(separator: "\n") + "\n").utf8)
    let result = try Aggregator(AggregationQuery(by: [.dyad, .month]), workers: 2).run([file])
    #expect(csv(result) == "source,target,month,count,sum\nRUS,UKR,2018-06,300,-30.0\n")
  }

  @Test(
    "keeps the rows that fit a condition",
    arguments: [
      ("source=RUS & root>=10", 2), ("root=10..20", 3), ("!(root=19)", 3), ("target=UKR,USA", 3),
      ("date=2018-07", 1), ("goldstein<-4.5 | goldstein>2", 3), ("quad!=3", 3), ("code=112", 1),
      ("source=RUS&(root=11|root=19)", 2), ("mentions>100", 0),
    ])
  func conditions(text: String, count: Int) throws {
    let rows = [
      MadeRows.gdelt2(id: "1"), MadeRows.gdelt2(id: "2", code: "190", weight: "-10"),
      MadeRows.gdelt2(id: "3", source: "USA", code: "172", weight: "-5"),
      MadeRows.gdelt2(id: "4", day: "20180703", target: "CHN", code: "042", weight: "2.8"),
    ]
    let folder = try TemporaryFolder()
    let file = try folder.file("rows.tsv", (rows.joined(separator: "\n") + "\n").utf8)
    let query = try AggregationQuery(by: [.source], where: RowCondition(text))
    #expect(try Aggregator(query, workers: 1).run([file]).fitting == count)
  }

  @Test(
    "refuses a condition it cannot read, and quotes it",
    arguments: ["", "root", "root>", "colour=red", "root>=x", "(root=1", "source<RUS", "root=5..1"])
  func badConditions(text: String) {
    #expect(throws: InputError.self) { try RowCondition(text) }
    do { _ = try RowCondition(text) } catch {
      #expect(error.kind == .usage)
      #expect(error.description.contains("'\(text)'"))
    }
  }

  @Test("refuses groupings that make no sense")
  func badKeys() {
    #expect(throws: InputError.self) { try AggregationQuery(by: []) }
    #expect(throws: InputError.self) { try AggregationQuery(by: [.dyad, .source]) }
    #expect(throws: InputError.self) { try AggregationQuery(by: [.week, .month]) }
  }

  @Test("names weeks by their Monday and pads months")
  func spans() throws {
    let folder = try TemporaryFolder()
    // 1 and 3 June 2018 were a Friday and a Sunday, 4 June a Monday.
    let rows = ["20180601", "20180603", "20180604"].map { MadeRows.gdelt2(day: $0) }
    let file = try folder.file("rows.tsv", (rows.joined(separator: "\n") + "\n").utf8)
    let weeks = try Aggregator(AggregationQuery(by: [.week], sum: nil), workers: 1).run([file])
    #expect(csv(weeks) == "week,count\n2018-05-28,2\n2018-06-04,1\n")
    let roots = try Aggregator(
      AggregationQuery(by: [.root, .quad, .day], sum: .mentions, counts: false), workers: 1
    ).run([file])
    #expect(csv(roots).hasPrefix("root,quad,day,sum\n11,3,2018-06-01,3\n"))
  }

  @Test(
    "adds up real files as an independent count does",
    .enabled(if: Shared.isThere, "needs ../shared"))
  func samples() throws {
    let query = try AggregationQuery(by: [.dyad, .month])
    let plain = try Aggregator(query, workers: 2)
      .run([Shared.file("conformance/samples/gdelt1_58col_reed9999_events.tsv")])
    #expect(plain.counts.kept == 710)
    #expect(plain.counts.kept - plain.withoutActor == 196)
    let quoted = try Aggregator(query, workers: 2)
      .run([Shared.file("conformance/samples/gdelt1_georgia_aug2012.csv")])
    #expect(quoted.counts.kept == 1255)
  }
}
