import Strategy
import Testing

@Suite("Stability in a graph model")
struct ConflictStabilityTests {
  @Test(
    "is found as the definitions say, in random conflicts",
    arguments: [
      (2, 2, false), (2, 3, true), (3, 1, false), (3, 2, true), (4, 1, false), (5, 1, true),
    ],
    0..<6)
  func definitions(shape: (makers: Int, options: Int, ties: Bool), seed: Int) throws {
    let graph = try RandomConflict.make(
      makers: shape.makers, optionsEach: shape.options, ties: shape.ties, seed: UInt64(seed))
    let found = ConflictStability(of: graph)
    let definitions = Definitions(graph: graph)
    for concept in [StabilityConcept.nash, .gmr, .smr, .seq] {
      let rows = try #require(found.stable[concept])
      for maker in graph.decisionMakers.indices {
        for state in 0..<graph.count {
          #expect(rows[maker][state] == definitions.isStable(concept, maker, state))
        }
      }
    }
  }

  @Test(
    "obeys the known theorems: R implies SMR and SEQ, each of which implies GMR", arguments: 0..<20)
  func theorems(seed: Int) throws {
    let graph = try RandomConflict.make(makers: 3, optionsEach: 2, ties: true, seed: UInt64(seed))
    let stable = ConflictStability(of: graph).stable
    let nash = try #require(stable[.nash])
    let gmr = try #require(stable[.gmr])
    let smr = try #require(stable[.smr])
    let seq = try #require(stable[.seq])
    for maker in graph.decisionMakers.indices {
      for state in 0..<graph.count {
        #expect(!nash[maker][state] || (smr[maker][state] && seq[maker][state]))
        #expect(!smr[maker][state] || gmr[maker][state])
        #expect(!seq[maker][state] || gmr[maker][state])
      }
    }
  }

  @Test(
    "does not change when decision makers and states are named in another order", arguments: 0..<8)
  func relabelling(seed: Int) throws {
    let graph = try RandomConflict.make(makers: 3, optionsEach: 1, ties: true, seed: UInt64(seed))
    let states = (0..<graph.count).reversed().map { $0 }
    let makers = [2, 0, 1]
    let other = try ConflictGraph(
      decisionMakers: makers.map { graph.decisionMakers[$0] },
      stateNames: states.map { graph.stateNames[$0] },
      moves: makers.map { maker in
        states.map { state in graph.moves[maker][state].map { graph.count - 1 - $0 } }
      },
      payoffs: makers.map { maker in states.map { graph.payoffs[maker][$0] } })
    let before = ConflictStability(of: graph)
    let after = ConflictStability(of: other)
    for concept in StabilityConcept.allCases {
      #expect(
        Set(before.equilibria(concept).map { graph.stateNames[$0] })
          == Set(after.equilibria(concept).map { other.stateNames[$0] }))
    }
  }

  @Test("with every preference known is the same under all four attitudes to the unknown")
  func attitudes() throws {
    let graph = try RandomConflict.make(makers: 3, optionsEach: 2, ties: true, seed: 5)
    let known = ConflictStability(of: graph).stable
    for attitude in UnknownPreferenceAttitude.allCases {
      for concept in [StabilityConcept.nash, .gmr, .smr, .seq] {
        #expect(attitude.stable(concept, in: graph) == known[concept])
      }
    }
  }

  @Test("under unknown preference nests: the more deterred and the less tempted, the more stable")
  func attitudesNest() throws {
    let known = try RandomConflict.make(makers: 3, optionsEach: 1, ties: false, seed: 9)
    let graph = try ConflictGraph(
      decisionMakers: known.decisionMakers, stateNames: known.stateNames, moves: known.moves,
      payoffs: known.payoffs,
      unknown: [[StatePair(0, 1), StatePair(2, 5)], [StatePair(0, 2), StatePair(3, 4)], []])
    for concept in [StabilityConcept.nash, .gmr] {
      let a = UnknownPreferenceAttitude.aggressive.stable(concept, in: graph)
      let d = UnknownPreferenceAttitude.conservative.stable(concept, in: graph)
      for (rowA, rowD) in zip(a, d) {
        #expect(zip(rowA, rowD).allSatisfy { !$0 || $1 })
      }
    }
  }

  @Test("by the inverse problem agrees with stability found directly", arguments: 0..<6)
  func inverse(seed: Int) throws {
    let graph = try RandomConflict.make(makers: 3, optionsEach: 1, ties: true, seed: UInt64(seed))
    let found = ConflictStability(of: graph)
    for concept in [StabilityConcept.nash, .gmr, .seq] {
      for maker in graph.decisionMakers.indices {
        for state in 0..<graph.count {
          let answer = InversePreference(state, concept: concept, maker: maker, in: graph)
          #expect(answer.holds == found.stable[concept]?[maker][state])
        }
      }
    }
  }

  @Test("refuses a model whose sizes disagree")
  func wrongSizes() {
    #expect(throws: ConflictModelError.self) {
      try ConflictGraph(
        decisionMakers: ["A"], stateNames: ["1", "2"], moves: [[[1], [5]]], payoffs: [[1, 2]])
    }
  }
}
