import Diplomacy
import Testing

@testable import Assessment

@Suite("What a search covers")
struct SearchCoverageTests {
  /// Whether a search covers a filter of Alfa's hostile acts.
  func isCovered(
    _ filter: RowFilter, by searches: [RecordSearch]
  ) throws -> Bool {
    var subject = try SmallCase.make()
    subject.searches = searches
    if case .covered = SearchCoverage(of: filter, in: subject, on: .goldsteinGDELT) { return true }
    return false
  }

  @Test("needs every pair, day and kind that the filter lets in")
  func needs() throws {
    let all = try SmallCase.search()
    #expect(try isCovered(SmallCase.hostile, by: [all]))
    #expect(try !isCovered(SmallCase.hostile, by: []))
    var wider = SmallCase.hostile
    wider.from = .span(try DateSpan(parsing: "2023-12-31"))
    #expect(try !isCovered(wider, by: [all]))
    let hostile = try SmallCase.search(rows: SmallCase.rows { $0.tones = [.hostile] })
    #expect(try isCovered(SmallCase.hostile, by: [hostile]))
    #expect(
      try isCovered(
        SmallCase.rows {
          $0.codes = ["19"]; $0.sources = ["XAA"]; $0.targets = ["XBB"]
        }, by: [hostile]))
    #expect(
      try !isCovered(
        SmallCase.rows {
          $0.sources = ["XAA"]; $0.targets = ["XBB"]
        }, by: [hostile]))
    #expect(
      try !isCovered(
        SmallCase.rows {
          $0.sources = ["XAA"]; $0.targets = ["XCC"]
        }, by: [all]))
  }

  @Test("lets several searches share the days")
  func shared() throws {
    func search(_ span: String) throws -> RecordSearch {
      RecordSearch(
        spans: [try DateSpan(parsing: span)], pairs: [Pair("XAA", "XBB")], publishers: ["one"],
        by: "the coder")
    }
    let first = try search("2024-01-01/2024-02-10")
    #expect(try isCovered(SmallCase.hostile, by: [first, search("2024-02-11/2024-03-31")]))
    #expect(try !isCovered(SmallCase.hostile, by: [first, search("2024-02-12/2024-03-31")]))
  }

  @Test("does not cover a record that holds far fewer rows than the search found")
  func thinned() throws {
    #expect(try isCovered(SmallCase.hostile, by: [SmallCase.search(found: 8)]))
    #expect(try !isCovered(SmallCase.hostile, by: [SmallCase.search(found: 12)]))
  }
}
