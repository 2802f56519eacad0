import Games
import Estimation
import Testing

@testable import Strategy

@Suite("Regions of parameters")
struct RegionTests {
  @Test("over two parameters have the sides that solving the game at single points gives")
  func map() throws {
    let tree = try CrisisTree(.insulation())
    let map = try #require(RegionMap(tree, ("V", "k"), lines: 6, steps: 8))
    #expect(map.holds)
    #expect(map.across.edgeBelow.map { abs($0 - 10.0 / 3) < 1e-12 } == true)
    #expect(map.across.edgeAbove == nil)
    for line in map.lines {
      for step in 0..<12 {
        let worth = Rational(20 * step + 7, over: 12)
        let point: [String: Rational] = ["V": worth, "k": try #require(Rational(exactly: line.up))]
        let moved = try CrisisTree(try #require(CrisisModel.insulation().setting(point)))
        let holds = PureEquilibria<Rational>(moved.tree(at: moved.values), tolerance: 0).list()
          .profiles.contains { moved.plays($0, type: 0, acts: moved.observed) }
        #expect(line.spans.contains { $0[0] <= worth.double && worth.double <= $0[1] } == holds)
      }
    }
  }

  @Test("with three classes of nodes and three alternatives end only at their stated edges")
  func weights() {
    var generator = SeededGenerator(seed: 4)
    var changes = 0
    for _ in 0..<30 {
      let matrix = (0..<3).map { _ in
        (0..<3).map { _ in
          Polynomial(Rational(Int.random(in: -5...4, using: &generator)))
            + Polynomial(parameter: 0)
            * Polynomial(Rational(Int.random(in: -3...3, using: &generator)))
        }
      }
      let requirement = RegionRequirement(reason: "", groups: [], classes: matrix)
      #expect(requirement.hasAllEdges)
      let roots = requirement.edges.flatMap {
        PolynomialRoots.real($0.coefficients(of: 0, at: [0]))
      }
      var last: (point: Rational, holds: Bool)?
      for step in -200...200 {
        let point = Rational(step, over: 40) + Rational(1, over: 977)
        let holds = requirement.holds(at: [point])
        // A twin without the programme: weights on a fine grid of the triangle.
        let isFound = (0...24).contains { first in
          (0...(24 - first)).contains { second in
            (0..<3).allSatisfy { column in
              let weights = [first, second, 24 - first - second]
              return zip(matrix, weights).reduce(Rational.zero) {
                $0 + $1.0[column].value(at: [point]) * Rational($1.1)
              } >= 0
            }
          }
        }
        if isFound { #expect(holds) }
        if let last, last.holds != holds {
          changes += 1
          #expect(roots.contains { $0 >= last.point && $0 <= point })
        }
        last = (point, holds)
      }
    }
    #expect(changes > 5)
  }

  @Test("need all real roots of a polynomial")
  func roots() {
    // (x - 1)(x - 2)(x + 3)(x² + 1), and a double root.
    let quintic: [Rational] = [6, -7, 6, -6, 0, 1]
    let found = PolynomialRoots.real(quintic).map(\.double)
    #expect(found.count == 3)
    for (root, expected) in zip(found, [-3.0, 1, 2]) { #expect(abs(root - expected) < 1e-9) }
    #expect(PolynomialRoots.real([4, -4, 1]).map(\.double) == [2])
    #expect(PolynomialRoots.real([1, 3]) == [Rational(-1, over: 3)])
    #expect(PolynomialRoots.real([5]).isEmpty)
  }

  @Test("are stated for every pure equilibrium, in words")
  func everyProfile() throws {
    let analysis = try CrisisGameAnalysis(.insulation(), lambdas: [])
    #expect(analysis.profiles.count == 2)
    #expect(analysis.profiles.count { $0.holdsActs } == 1)
    for profile in analysis.profiles {
      #expect(profile.isExact)
      #expect(profile.conditions.allSatisfy { $0.holds })
      #expect(!profile.margins.isEmpty)
    }
    #expect(
      analysis.profiles.contains {
        $0.courses == ["deliberate: close > wait > thaw", "aggrieved: open > press"]
      })
    #expect(analysis.endings.map(\.name).contains("close > apologise > refuse > thaw"))
    #expect(analysis.endings.count { $0.isObserved } == 1)
    #expect(analysis.regions.map(\.holds) == [true])
  }
}
