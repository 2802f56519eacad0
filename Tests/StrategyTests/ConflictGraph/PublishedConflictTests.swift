import Foundation
import Strategy
import Testing

/// Conflicts with published or independently computed equilibria.
enum PublishedConflicts {
  static let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/conformance/conflicts/cases.json").path

  static var isThere: Bool { FileManager.default.fileExists(atPath: path) }

  struct Stored: Decodable {
    struct Entry: Decodable {
      let dms: [String]
      let states: [Int]?
      let moves: [[[Int]]]
      let payoffs: [[Int]]?
      let ranking: [[Int]]?
      let computed: [String: [Int]]
      let stable: [String: [[Bool]]]?
      let coalition: [String: [Int]]?

      enum CodingKeys: String, CodingKey {
        case dms, states, moves, payoffs, computed, stable, coalition
        case ranking = "ranking_most_to_least"
      }

      func graph() throws -> ConflictGraph {
        let names = states ?? Array(1...moves[0].count)
        let index = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
        let values =
          payoffs
          ?? (ranking ?? []).map { order in
            names.map { order.count - (order.firstIndex(of: $0) ?? 0) }
          }
        return try ConflictGraph(
          decisionMakers: dms, stateNames: names.map(String.init),
          moves: moves.map { $0.map { $0.compactMap { index[$0] } } }, payoffs: values)
      }
    }
    let cases: [String: Entry]
  }

  static func load() throws -> [String: Stored.Entry] {
    try JSONDecoder().decode(Stored.self, from: Data(contentsOf: URL(filePath: path))).cases
  }
}

@Suite("Published conflicts", .enabled(if: PublishedConflicts.isThere, "needs ../shared"))
struct PublishedConflictTests {
  @Test("have the equilibria that were computed from the definitions elsewhere")
  func equilibria() throws {
    for (name, entry) in try PublishedConflicts.load() {
      let graph = try entry.graph()
      let found = ConflictStability(of: graph)
      for concept in [StabilityConcept.nash, .gmr, .smr, .seq] {
        let names = found.equilibria(concept).compactMap { Int(graph.stateNames[$0]) }
        #expect(names == entry.computed[concept.rawValue], "\(name) \(concept)")
        if let stored = entry.stable?[concept.rawValue] {
          #expect(found.stable[concept] == stored, "\(name) \(concept)")
        }
      }
    }
  }

  @Test("have the coalitionally stable states that were computed elsewhere")
  func coalitions() throws {
    for (name, entry) in try PublishedConflicts.load() {
      guard let expected = entry.coalition else { continue }
      let graph = try entry.graph()
      let found = try #require(CoalitionStability(of: graph))
      for concept in [StabilityConcept.nash, .gmr, .smr, .seq] {
        let names = found.stable[concept]?.compactMap { Int(graph.stateNames[$0]) }
        #expect(names == expected["c" + concept.rawValue], "\(name) \(concept)")
      }
    }
  }

  @Test("of Korea 2017 come out as published when simultaneous sanctions count")
  func korea() throws {
    let entry = try #require(try PublishedConflicts.load()["Korea2017"])
    let graph = try entry.graph()
    let stable = ConflictStability(of: graph).stable
    let states = (0..<graph.count).filter { state in
      graph.decisionMakers.indices.allSatisfy { maker in
        [StabilityConcept.nash, .seq, .sim].contains { stable[$0]?[maker][state] == true }
      }
    }
    #expect(states.compactMap { Int(graph.stateNames[$0]) } == [0, 4, 5, 10])
  }
}
