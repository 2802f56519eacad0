import EventData
import Casework
import Diplomacy
import Foundation
import TestSupport
import TimeSeries
import Testing

@Suite("Tables of numbers")
struct SeriesTableTests {
  private func series(_ text: String, column: String? = nil) throws -> SeriesFile {
    let folder = try TemporaryFolder()
    let file = try folder.file("s.csv", text.utf8)
    return try SeriesFile(path: file.path, column: column)
  }

  private func message(_ text: String) -> String {
    do {
      _ = try series(text)
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test("give the column that all rows show to be the series")
  func column() throws {
    let late = try series("day,score\n0,NA\n1,1.5\n2,2.5\n")
    #expect(late.column == "score")
    #expect(late.values == [nil, 1.5, 2.5])
    #expect(late.notices.contains { $0.contains("score") })
    let words = try series("country,year,score\nA,1990,1\nB,1991,2\nC,1992,3\n")
    #expect(words.column == "score")
    #expect(try series("1\n2\n\n4\n").values == [1, 2, nil, 4])
  }

  @Test(
    "refuse a value that was meant for a number, with its line and column",
    arguments: ["20.1%", "1,100", "<5", "$3", "1.2.3"])
  func meant(value: String) {
    let text = "year,score\n1990,\"\(value)\"\n1991,2\n1992,3\n"
    let told = message(text)
    #expect(told.contains(":2:"))
    #expect(told.contains("score"))
  }

  @Test("name only columns that could be the series where several could")
  func several() {
    let told = message("date,a,b\n2020-01-01,1,2\n2020-01-02,1,2\n")
    #expect(told.contains("'a', 'b'"))
    #expect(!told.contains("'date'"))
  }

  @Test("stand in the order of their dates, with holes as missing values")
  func order() throws {
    let mixed = try series("date,v\n2020-01-03,3\n2020-01-01,1\n2020-01-05,5\n2020-01-02,2\n")
    #expect(mixed.values == [1, 2, 3, nil, 5])
    #expect(mixed.starts?.count == 5)
    #expect(mixed.starts?.first?.description == "2020-01-01")
    #expect(mixed.notices.contains { $0.contains("order") })
    let months = try series("month,v\n200011,1\n200012,2\n200101,3\n200103,5\n")
    #expect(months.values == [1, 2, 3, nil, 5])
    let backwards = try series("year,v\n1992,3\n1991,2\n1990,1\n")
    #expect(backwards.values == [1, 2, 3])
  }

  @Test("leave times out of totals, and refuse a missing total wherever it stands")
  func totals() throws {
    func table(_ first: String) -> Data {
      var text = "month,a,b\n"
      for index in 0..<40 {
        let a = Double((index * 7919) % 101) / 10
        let b = Double((index * 104_729) % 97) / 10
        text += "\(200001 + index % 12 + index / 12 * 100),\(index == 0 ? first : "\(a)"),\(b)\n"
      }
      return Data(text.utf8)
    }
    let found = try TotalsTable.read(table("1"), path: "t", lags: 1, seed: 1)
    #expect(found.analysis.names == ["a", "b"])
    #expect(found.notices.contains { $0.contains("month") })
    do {
      _ = try TotalsTable.read(table("NA"), path: "t", lags: 1, seed: 1)
      Issue.record("read without complaint")
    } catch {
      #expect(error.message.contains("t:2"))
    }
  }
}
