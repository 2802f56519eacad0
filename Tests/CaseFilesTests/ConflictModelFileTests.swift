import Diplomacy
import CaseFiles
import Foundation
import Strategy
import Testing

@Suite("A conflict in a file")
struct ConflictModelFileTests {
  private func read(
    _ text: String, _ ending: String = "yaml", named: String? = nil, type: String? = nil
  ) throws -> ConflictModelFile.Reading {
    let path = NSTemporaryDirectory() + "conflict-\(UUID().uuidString).\(ending)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return ConflictModelFile.read(at: path, named: named, type: type)
  }

  /// The prisoner's dilemma as options: to confess or not.
  private static let options = """
    decision_makers:
      - { name: A, options: [tell], preferences: ["!b", "tell"] }
      - { name: B, options: [b], preferences: ["!tell", "b"] }
    status_quo: []
    """

  /// The same as a bare graph: states are none, A, B, both.
  private static let graph = """
    dms: [A, B]
    n_states: 4
    moves: [[[2], [1], [4], [3]], [[3], [4], [1], [2]]]
    ranking_most_to_least: [[2, 1, 4, 3], [3, 1, 4, 2]]
    """

  @Test("by options and by its graph has the same equilibria, and JSON is read like YAML")
  func twoForms() throws {
    let byOptions = try #require(try read(Self.options).graph)
    let byGraph = try #require(try read(Self.graph).graph)
    let json =
      #"{"dms":["A","B"],"n_states":4,"moves":[[[2],[1],[4],[3]],[[3],[4],[1],[2]]],"#
      + #""payoffs":[[3,4,1,2],[3,1,4,2]]}"#
    let byJSON = try #require(try read(json, "json").graph)
    for graph in [byOptions, byGraph, byJSON] {
      let found = ConflictStability(of: graph)
      // Both tell: the only Nash state. Staying silent is held by fear of the answer (GMR, SEQ).
      #expect(found.equilibria(.nash) == [3])
      #expect(Set(found.equilibria(.gmr)) == [0, 3])
      #expect(Set(found.equilibria(.seq)) == [0, 3])
    }
  }

  @Test("that holds several models names them, and gives the one asked for")
  func several() throws {
    func indented(_ text: String) -> String {
      text.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    }
    let text = "cases:\n  one:\n\(indented(Self.graph))\n  two:\n\(indented(Self.options))\n"
    #expect(try read(text).names == ["one", "two"])
    #expect(try read(text, named: "two").graph?.count == 4)
    #expect(try read(text, named: "three").graph == nil)
  }

  @Test(
    "with a fault is refused with its line",
    arguments: [
      ("- a\n", 1),
      ("dms: [A, B]\nn_states: 2\nmoves: [[[9], []], [[], []]]\npayoffs: [[1, 2], [1, 2]]\n", 3),
      ("dms: [A]\nn_states: 2\nmoves: [[[2], []]]\npayoffs: [[1]]\n", 1),
      (
        "decision_makers:\n  - { name: A, options: [x], preferences: [\"x &\"] }\nstatus_quo: []\n",
        2
      ),
      (
        "decision_makers:\n  - { name: A, options: [x], preferences: [\"y\"] }\nstatus_quo: []\n", 2
      ),
      ("dms: [A, B\nn_states: 2\n", 2),
    ])
  func faults(text: String, line: Int) throws {
    let reading = try read(text)
    #expect(reading.graph == nil)
    let problem = try #require(reading.problems.first)
    #expect(problem.severity == .error)
    #expect(abs(problem.line - line) <= 1, "\(problem)")
    #expect(!problem.what.isEmpty && !problem.fix.isEmpty)
  }

  @Test("made from a crisis game has its endings as states, for each type")
  func fromGame() throws {
    let path =
      URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "cases/aze-rus-2025/game.yaml").path
    let story = try #require(ConflictModelFile.read(at: path).graph)
    let other = try #require(ConflictModelFile.read(at: path, type: "aggrieved").graph)
    #expect(story.count == other.count)
    #expect(story.decisionMakers == other.decisionMakers)
    #expect(story.payoffs != other.payoffs)
    #expect(ConflictModelFile.read(at: path, type: "nobody").graph == nil)
  }
}
