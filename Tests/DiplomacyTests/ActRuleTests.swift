import Diplomacy
import Testing

@Suite("The rule of acts")
struct ActRuleTests {
  private func row(
    _ id: String = "A", _ code: String = "112", sameAs: String? = nil, stated: Double? = nil,
    organ: String = "", targetOrgan: String = "", status: EventStatus = .confirmed,
    intent: EventIntent = .intended, conciliation: [String] = [],
    sources: [ActorCode] = ["AAA"], targets: [ActorCode] = ["BBB"]
  ) throws -> Event {
    Event(
      id: id, date: DateSpan(Day(ordinal: 20_000)), sources: sources, targets: targets,
      code: try #require(EventCode(code)), summary: "An act.", sourceOrgan: organ,
      targetOrgan: targetOrgan, sameAs: sameAs, statedIntensity: stated, status: status,
      intent: intent, conciliation: conciliation)
  }

  @Test("a stated weight comes before the scale's, and the tone is its sign")
  func statedFirst() throws {
    let accusation = ActRule().reading(of: try row(stated: 5))
    #expect(accusation.weight == 5)
    #expect(accusation.tone == .conciliatory)
    #expect(accusation.quadClass == .verbalConflict)
    let scales = ActRule(ignoringStatedWeights: true).reading(of: try row(stated: 5))
    #expect(scales.weight == IntensityScale.goldsteinGDELT.weight(of: scales.row.code))
    #expect(scales.tone == .hostile)
  }

  @Test("a neutral code with a tag of conciliation is conciliatory, of no weight and of one point")
  func tag() throws {
    let tagged = ActRule().reading(of: try row("A", "015", conciliation: ["acknowledgement"]))
    #expect(tagged.weight == 0)
    #expect(tagged.tone == .conciliatory)
    #expect(tagged.size == 1)
    #expect(ActRule().reading(of: try row("A", "015")).tone == .neutral)
    let stated = try row("A", "015", stated: 0, conciliation: ["acknowledgement"])
    #expect(ActRule().reading(of: stated).tone == .neutral)
    #expect(ActRule(ignoringStatedWeights: true).reading(of: stated).tone == .conciliatory)
    let hostile = try row("A", "112", conciliation: ["acknowledgement"])
    #expect(ActRule().reading(of: hostile).tone == .hostile)
  }

  @Test("every code has the tone of its weight on either scale", arguments: IntensityScale.allCases)
  func everyCode(scale: IntensityScale) throws {
    for code in EventCode.all {
      let reading = ActRule(scale: scale).reading(of: try row("A", code.rawValue))
      #expect(reading.tone == Tone(weight: reading.weight))
      #expect(reading.size == abs(reading.weight))
      #expect(abs(reading.weight) <= 10)
    }
  }

  @Test("who is acted upon among the people of a state is all one; who acts is not")
  func organs() throws {
    #expect(ActRule().reading(of: try row(targetOrgan: "non_state")).counts)
    #expect(ActRule().reading(of: try row(organ: "non_state")).exclusion == .nonState)
  }

  @Test("a second report counts once with the row it repeats")
  func duplicates() throws {
    let record = [try row("A"), try row("B", sameAs: "A"), try row("C", sameAs: "B")]
    #expect(ActRule().acts(of: record).map(\.row.id) == ["A"])
    #expect(ActRule().acts(of: Array(record.reversed())).map(\.row.id) == ["A"])
  }

  @Test(
    "a second report stands in for a row that is not established",
    arguments: [EventStatus.unverified, .alleged, .denied])
  func standIn(status: EventStatus) throws {
    let record = [
      try row("A", status: status), try row("B", sameAs: "A", status: .alleged),
      try row("C", sameAs: "A"), try row("D", sameAs: "C"),
    ]
    #expect(ActRule().acts(of: record).map(\.row.id) == ["C"])
    #expect(ActRule().readings(of: record).map(\.exclusion).last == .duplicate)
  }

  @Test("a second report of what is no act of a state goes with it")
  func leftOutForWhatItIs() throws {
    for head in [try row("A", organ: "non_state"), try row("A", intent: .unintentional)] {
      #expect(ActRule().acts(of: [head, try row("B", sameAs: "A")]).isEmpty)
    }
  }

  @Test("second reports that repeat each other in a ring, or a row that is not there, end")
  func rings() throws {
    let ring = [try row("A", sameAs: "B"), try row("B", sameAs: "A")]
    #expect(ActRule().acts(of: ring).count <= 1)
    #expect(ActRule().acts(of: [try row("A", sameAs: "A")]).count <= 1)
    let orphans = [try row("B", sameAs: "A"), try row("C", sameAs: "A")]
    #expect(ActRule().acts(of: orphans).map(\.row.id) == ["B"])
  }

  @Test("a joint act is one act of each source toward each target")
  func joint() throws {
    let acts = ActRule().acts(of: [try row(sources: ["AAA", "CCC"], targets: ["BBB", "AAA"])])
    #expect(acts.count == 1)
    let act = try #require(acts.first)
    #expect(act.isOf(Dyad(from: "AAA", toward: "BBB")))
    #expect(act.isOf(Dyad(from: "CCC", toward: "AAA")))
    #expect(!act.isOf(Dyad(from: "AAA", toward: "AAA")))
  }
}
