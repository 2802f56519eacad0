import Diplomacy
import Testing

@testable import Forecasting

@Suite("Tables in the program")
struct ShippedTests {
  @Test("the weights know every kind over 7, 30 and 90 days, with origin, days and calibration")
  func weights() throws {
    let weights = try OutlookWeights.shipped()
    #expect(weights.horizons == [7, 30, 90])
    #expect(!weights.origin.isEmpty)
    #expect(weights.fitted > weights.days.last)
    for kind in ActKind.allCases {
      for days in weights.horizons {
        let entry = try #require(weights.entry(kind, days: days))
        #expect(entry.calibration.count == 10)
        #expect(entry.positives <= entry.rows)
      }
    }
  }

  @Test("every sort of act that is asked after has a row, with shares and intervals in order")
  func responses() throws {
    let table = try ResponseTable.shipped()
    #expect(table.rows.map(\.codes) == ResponseTable.questions.map(\.codes))
    for row in table.rows {
      #expect(row.cases >= row.pairs)
      #expect(row.windows.map(\.days) == [7, 30])
      for window in row.windows {
        #expect((0...1).contains(window.after) && (0...1).contains(window.matched))
        #expect(abs(window.excess.value - (window.after - window.matched)) < 1e-4)
        #expect(window.excess.low <= window.excess.value)
        #expect(window.excess.value <= window.excess.high)
      }
    }
  }

  @Test("the table is read by the narrowest code, and says what it cannot say")
  func sentences() throws {
    let table = try ResponseTable.shipped()
    let apology = table.row(for: try #require(EventCode(rawValue: "055")))
    #expect(apology?.isThin == true)
    #expect(apology?.sentence.contains("cannot say that an apology calms") == true)
    let codes = ["112", "112", "161"].compactMap { EventCode(rawValue: $0) }
    let rows = table.rows(fitting: codes)
    #expect(rows.map(\.codes) == [["112"], ["161"]])
    #expect(rows.allSatisfy { $0.sentence.contains("on matched days of the same pairs") })
  }
}
