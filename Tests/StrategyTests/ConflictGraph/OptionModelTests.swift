import Strategy
import Testing

@Suite("A conflict described by options")
struct OptionModelTests {
  /// Two neighbours: A may close the channel, B may press; both prefer no pressing.
  let neighbours = OptionModel(
    decisionMakers: [
      .init(name: "A", options: ["close"], preferences: ["!press", "!close"]),
      .init(name: "B", options: ["press"], preferences: ["!close", "press"]),
    ],
    statusQuo: [])

  @Test("becomes a graph whose payoffs put the more important statement first")
  func payoffs() throws {
    let graph = try neighbours.graph()
    #expect(graph.count == 4)
    // The states in the order of bits: none, close, press, both.
    #expect(graph.payoffs == [[3, 2, 1, 0], [2, 0, 3, 1]])
    #expect(graph.moves[0] == [[1], [0], [3], [2]])
    #expect(graph.moves[1] == [[2], [3], [0], [1]])
    #expect(graph.statusQuo == 0)
  }

  @Test("leaves out what cannot be combined, and keeps what cannot be undone")
  func feasibility() throws {
    let model = OptionModel(
      decisionMakers: neighbours.decisionMakers, infeasible: ["close & press"],
      irreversible: ["press"])
    let graph = try model.graph()
    #expect(graph.count == 3)
    #expect(graph.moves[1] == [[2], [], []])
  }

  @Test("has the equilibria computed by hand, and a path to them")
  func equilibria() throws {
    // A always gains from opening, B from pressing: press alone is the only Nash state.
    let analysis = ConflictAnalysis(of: try neighbours.graph(), inverseFor: 0)
    #expect(analysis.equilibria["nash"] == [.number(3)])
    let path = try #require(analysis.paths.first { $0.to == .number(3) })
    #expect(path.improving)
    #expect(path.movers == ["B"])
    let inverse = try #require(analysis.inverse)
    #expect(inverse.filter { $0.concept == .nash }.map(\.holds) == [true, false])
  }

  @Test(
    "refuses a statement that is malformed",
    arguments: ["close &", "(press", "open", "close press", "<->", ""])
  func malformed(text: String) {
    #expect(throws: ConflictModelError.self) {
      try OptionStatement(text, options: ["close", "press"])
    }
  }

  @Test(
    "reads statements with the usual binding",
    arguments: [
      ("!a & b | c", [false, false, true, false, true, true, true, true]),
      ("a -> b -> c", [true, true, true, false, true, true, true, true]),
      ("a <-> b", [true, false, false, true, true, false, false, true]),
    ])
  func binding(text: String, expected: [Bool]) throws {
    let statement = try OptionStatement(text, options: ["a", "b", "c"])
    #expect((0..<8).map { statement.holds(in: UInt64($0)) } == expected)
  }

  @Test("with strength stated is strongly stable only where the punishment is severe")
  func strength() throws {
    // Pressing is what A strongly dislikes; a move that B can answer by pressing is deterred.
    let model = OptionModel(decisionMakers: [
      .init(name: "A", options: ["close"], preferences: ["!press", "close"], strong: 1),
      .init(name: "B", options: ["press"], preferences: ["press <-> close"]),
    ])
    let analysis = ConflictAnalysis(of: try model.graph())
    // From 'nothing' A improves by closing; B then presses, to A's severe loss.
    #expect(analysis.stable["seq"]?["A"]?.contains(.number(1)) == true)
    #expect(analysis.stronglyStable?["seq"]?["A"]?.contains(.number(1)) == true)
    // From 'press' alone A improves by closing, and no answer of B is worse than the start.
    #expect(analysis.stronglyStable?["gmr"]?["A"]?.contains(.number(3)) == false)
  }
}
