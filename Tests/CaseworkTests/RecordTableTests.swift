import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import Casework

@Suite("A table of the record")
struct RecordTableTests {
  /// A simulated record with gaps, and a plain way to ask it.
  private static func made(_ count: Int) -> RecordTable {
    var text = "id,date,source,target,code,summary,channel,status\n"
    for number in 0..<count {
      let day = Day(ordinal: 19_000 + (number * 7919) % 400)
      let source = ["AZE", "RUS", "AZE;TUR"][number % 3]
      let code = ["111", "042", "17", "0256"][(number / 3) % 4]
      let status = ["", "confirmed", "alleged"][(number / 5) % 3]
      let channel = number % 4 == 0 ? "head_of_state" : ""
      text +=
        "S\(number),\(day),\(source),RUS,\(code),\"Act \(number), simulated\",\(channel),\(status)\n"
    }
    return RecordTable(RecordText(Array(text.utf8)))
  }

  @Test("finds what a plain reading finds, and its counts are those of the other filters")
  func filters() {
    let table = Self.made(500)
    let text = table.text
    var query = RecordQuery()
    query.size = 500
    query.chosen = [.side: ["AZE"], .status: ["confirmed"]]
    query.search = "ACT simulated"
    query.from = Day("2022-03-01")
    query.until = Day("2022-12-31")
    func status(_ row: RecordText.Row) -> String {
      let cell = text.value("status", of: row)
      return cell.isEmpty ? "confirmed" : cell
    }
    func isWithin(_ row: RecordText.Row) -> Bool {
      ("2022-03-01"..."2022-12-31").contains(text.value("date", of: row))
    }
    let wanted = text.rows.indices.filter { number in
      let row = text.rows[number]
      return isWithin(row) && text.value("source", of: row) == "AZE" && status(row) == "confirmed"
    }
    let page = table.page(query)
    #expect(!wanted.isEmpty)
    #expect(page.rows == wanted && page.total == wanted.count)
    for (facet, values) in page.facets {
      for value in values {
        let expected = text.rows.count { row in
          let side = text.value("source", of: row)
          guard isWithin(row), facet == .side || side == "AZE",
            facet == .status || status(row) == "confirmed"
          else { return false }
          return switch facet {
          case .side: side == value.text
          case .target: text.value("target", of: row) == value.text
          case .code: text.value("code", of: row).prefix(2) == value.text
          case .channel: text.value("channel", of: row) == value.text
          case .status: status(row) == value.text
          case .grade: value.text.isEmpty
          }
        }
        #expect(value.count == expected, "\(facet) \(value.text)")
      }
    }
  }

  @Test("leafs through every row once in each order", arguments: RecordQuery.Order.allCases)
  func pages(order: RecordQuery.Order) {
    let table = Self.made(333)
    for isDescending in [false, true] {
      var query = RecordQuery()
      query.order = order
      query.isDescending = isDescending
      query.size = 50
      var seen: [Int] = []
      for number in 1...7 {
        query.page = number
        seen += table.page(query).rows
      }
      #expect(Set(seen).count == 333 && seen.count == 333)
      query.page = 99
      #expect(table.page(query).page == 7)
      if order == .date {
        let days = seen.map { table.text.value("date", of: table.text.rows[$0]) }
        #expect(days == (isDescending ? days.sorted(by: >) : days.sorted()))
      }
    }
  }

  @Test("holds rows that cannot be read")
  func brokenRows() {
    let text =
      "id,date,source,target,code,summary\nA1,nonsense,X\nA2,2025-01-01,AZE,RUS,999,s\n,,,,,\n"
    let table = RecordTable(RecordText(Array(text.utf8)))
    let page = table.page(RecordQuery())
    #expect(page.total == 3)
    #expect(table.text.number(of: "A1") == 0)
    #expect(RecordTable(RecordText([])).page(RecordQuery()).total == 0)
  }
}
