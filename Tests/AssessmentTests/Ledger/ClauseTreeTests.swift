import Diplomacy
import Testing

@testable import Assessment

@Suite("The verdict of an assertion")
struct ClauseTreeTests {
  /// A clause that is known to have a verdict.
  static func clause(_ verdict: Verdict) -> ClauseTree {
    .clause(ClauseFinding(.untestable("made"), verdict, .none))
  }

  @Test("is the weakest of clauses that must all hold, and the strongest where one is enough")
  func rules() {
    for one in Verdict.allCases {
      for other in Verdict.allCases {
        let parts = [Self.clause(one), Self.clause(other)]
        #expect(ClauseTree.all(parts).verdict == min(one, other))
        #expect(ClauseTree.any(parts).verdict == max(one, other))
      }
    }
    #expect(Verdict.contradicted < .untested && Verdict.untested < .partly)
    #expect(Verdict.partly < .holdsAsSearched && Verdict.holdsAsSearched < .supported)
  }

  @Test(
    "follows both readings of an ambiguous sentence",
    arguments: [
      (Verdict.supported, Verdict.supported, Verdict.supported),
      (.supported, .contradicted, .partly), (.supported, .untested, .partly),
      (.holdsAsSearched, .supported, .holdsAsSearched), (.partly, .supported, .partly),
      (.untested, .contradicted, .untested), (.contradicted, .untested, .contradicted),
    ])
  func readings(loose: Verdict, strict: Verdict, expected: Verdict) {
    let tree = ClauseTree.readings(loose: Self.clause(loose), strict: Self.clause(strict))
    #expect(tree.verdict == expected)
  }

  @Test("numbers clauses through and keeps the words that each tests")
  func numbers() throws {
    let count = Check.count(CountCheck(rows: SmallCase.hostile, atLeast: 3))
    let check = Check.all([
      .clause(says: "three", count),
      .any([count, .readings(loose: count, strict: .untestable("needs archives"))]),
    ])
    let entry = LedgerEntry(
      Assertion(id: "A", text: "made", check: check), try SmallCase.context().tree(of: check))
    #expect(entry.clauses.map(\.number) == [1, 2, 3, 4])
    #expect(entry.clauses.map(\.says) == ["three", "", "", ""])
    #expect(entry.verdict == .supported)
    #expect(entry.clauses[0].check.description.hasPrefix("count: { rows: { source: XAA"))
  }
}
