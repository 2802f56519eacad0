import Estimation
import Testing

@Suite("Agreement of coders")
struct CoderAgreementTests {
  /// The values of each coder, a dot where there is none.
  private static func units(_ coders: [String]) -> [[Character]] {
    let rows = coders.map { Array($0.filter { $0 != " " }) }
    return rows[0].indices.map { index in rows.map { $0[index] }.filter { $0 != "." } }
  }

  @Test(
    "is Krippendorff's alpha of the published examples",
    arguments: [
      // Krippendorff 2011, sections A, B and C: two observers of binary and of nominal data, and
      // four observers of nominal data with values missing.
      (["0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"], 0.095, 10),
      (["a a b b d c c c e d d a", "b a b b b c c c e d d d"], 0.692, 12),
      (
        [
          "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .",
          "1 2 3 3 2 4 4 1 2 5 1 .",
        ], 0.743, 11
      ),
    ] as [([String], Double, Int)])
  func published(_ coders: [String], _ expected: Double, _ units: Int) throws {
    let found = CoderAgreement(Self.units(coders), generator: SeededGenerator(seed: 1))
    let alpha = try #require(found.alpha)
    #expect(abs(alpha - expected) < 0.0006, "\(alpha)")
    #expect(found.units == units)
    #expect(try #require(found.interval).contains(alpha))
  }

  @Test("is 1 for coders who agree, about 0 for chance, and nothing where nothing differs")
  func extremes() throws {
    var source = SeededGenerator(seed: 3)
    let same = (0..<50).map { _ in source.index(below: 4) }.map { [$0, $0] }
    #expect(CoderAgreement(same, generator: source).alpha == 1)
    let chance = (0..<4000).map { _ in [source.index(below: 4), source.index(below: 4)] }
    #expect(abs(try #require(CoderAgreement(chance, draws: 20, generator: source).alpha)) < 0.04)
    #expect(CoderAgreement([[1, 1], [1, 1]], generator: source).alpha == nil)
    #expect(CoderAgreement([[1], [2]], generator: source).units == 0)
    #expect(CoderAgreement([[Int]](), generator: source).alpha == nil)
  }

  @Test("has an interval that holds the truth about as often as it says")
  func coverage() throws {
    // Two coders who take over the true value with probability .8, else one of four at random:
    // alpha is .64 in the long run.
    var (held, runs) = (0, 0)
    for seed in 0..<60 {
      var source = SeededGenerator(seed: UInt64(seed))
      let units = (0..<80).map { _ -> [Int] in
        let truth = source.index(below: 4)
        return (0..<2).map { _ in source.uniform() < 0.8 ? truth : source.index(below: 4) }
      }
      let found = CoderAgreement(units, draws: 200, generator: source)
      runs += 1
      if try #require(found.interval).contains(0.64) { held += 1 }
    }
    #expect(held >= 50, "\(held) of \(runs)")
  }
}
