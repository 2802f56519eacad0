import Diplomacy
import Testing

@testable import Assessment

@Suite("Choosing rows of the record")
struct RowSelectionTests {
  @Test("leaves out second reports, incidents and what only may fit")
  func hostileActs() throws {
    let selection = try #require(try SmallCase.context().selection(SmallCase.hostile))
    #expect(selection.certain.map(\.id) == ["R1", "R2", "R3"])
    #expect(selection.possible.isEmpty)
  }

  @Test("keeps a row dated to a month apart when a bound falls within the month")
  func uncertainDate() throws {
    var filter = SmallCase.hostile
    filter.until = .name("goal")
    let selection = try #require(try SmallCase.context().selection(filter))
    #expect(selection.certain.map(\.id) == ["R1", "R2"])
    #expect(selection.possible.map(\.id) == ["R3"])
  }

  @Test("lets excluded rows in where the filter says so")
  func excludedRows() throws {
    var filter = SmallCase.hostile
    filter.includesExcluded = true
    let selection = try #require(try SmallCase.context().selection(filter))
    #expect(selection.certain.map(\.id) == ["R1", "R2", "R3", "R7"])
  }

  @Test("refuses a filter whose date the case does not have")
  func unknownDate() throws {
    var filter = RowFilter()
    filter.from = .name("nowhere")
    #expect(try SmallCase.context().selection(filter) == nil)
  }

  @Test(
    "obeys each condition alone",
    arguments: [
      (SmallCase.rows { $0.ids = ["R4", "R9"] }, ["R4"]),
      (SmallCase.rows { $0.codes = ["11"] }, ["R1", "R2"]),
      (SmallCase.rows { $0.roots = [5...8] }, ["R4", "R5"]),
      (SmallCase.rows { $0.quads = [.materialConflict] }, ["R3"]),
      (SmallCase.rows { $0.issues = ["port"] }, ["R1"]),
      (SmallCase.rows { $0.conciliation = ["apology"] }, ["R5"]),
      (SmallCase.rows { $0.sources = ["XBB"] }, ["R5", "R8"]),
      (SmallCase.rows { $0.from = .span(DateSpan(Day(ordinal: 19_783))) }, ["R4"]),
    ])
  func oneCondition(filter: RowFilter, expected: [String]) throws {
    let selection = try #require(try SmallCase.context().selection(filter))
    #expect(selection.certain.map(\.id) == expected)
  }
}
