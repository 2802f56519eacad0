import Diplomacy
import Testing

@Suite("Finding codes")
struct CodeSearchTests {
  @Test(
    "by everyday words for acts",
    arguments: [
      ("expel", "161"), ("expelled diplomats", "161"), ("summons", "114"), ("apology", "055"),
      ("sanctions", "163"), ("arrests", "173"), ("visit", "042"), ("phone call", "041"),
      ("treaty", "057"), ("release prisoners", "0841"), ("missile strike", "195"),
    ])
  func words(query: String, code: String) {
    #expect(CodeSearch.codes(for: query, limit: 6).map(\.rawValue).contains(code))
  }

  @Test("by the digits they start with, and nothing for nonsense")
  func numbers() {
    #expect(CodeSearch.codes(for: "17").first?.rawValue == "170")
    #expect(CodeSearch.codes(for: "17").allSatisfy { $0.root == 17 })
    #expect(CodeSearch.codes(for: "0841").map(\.rawValue) == ["0841"])
    #expect(CodeSearch.codes(for: "xyzzy").isEmpty)
    #expect(CodeSearch.codes(for: "").isEmpty)
  }
}
