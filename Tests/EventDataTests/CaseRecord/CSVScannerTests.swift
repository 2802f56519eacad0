import EventData
import Testing

@Suite("The CSV scanner")
struct CSVScannerTests {
  /// The fields of every row with the line on which each row starts.
  private func rows(_ text: String) -> [(fields: [String], line: Int, faults: [CSVRow.Fault])] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { held in
      var scanner = CSVScanner()
      var row = CSVRow()
      var rows: [(fields: [String], line: Int, faults: [CSVRow.Fault])] = []
      var at = 0
      while at < held.count, let next = scanner.next(held, from: at, isAtEnd: true, into: &row) {
        rows.append(
          (row.fields.map { CSVScanner.text($0, in: held) }, row.line, row.faults.map(\.fault)))
        at = next
      }
      return rows
    }
  }

  @Test(
    "splits rows as RFC 4180 says",
    arguments: [
      ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
      ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
      ("a,b\rc,d", [["a", "b"], ["c", "d"]]),
      ("a,,c\n,,\n", [["a", "", "c"], ["", "", ""]]),
      ("\"a,b\",\"c\"\"d\"\n", [["a,b", "c\"d"]]),
      ("\"a\nb\r\nc\",d\n", [["a\nb\r\nc", "d"]]),
      ("\"\",x\n", [["", "x"]]),
      ("\"\"\"\"\n", [["\""]]),
      ("a,b,", [["a", "b", ""]]),
      ("x", [["x"]]),
    ])
  func splits(_ text: String, _ expected: [[String]]) {
    #expect(rows(text).map(\.fields) == expected)
  }

  @Test("counts lines within quoted fields")
  func countsLines() {
    let found = rows("a,b\r\n\"1\r\n2\n3\",x\r\nlast,\"\"\n")
    #expect(found.map(\.line) == [1, 2, 5])
  }

  @Test(
    "says what RFC 4180 does not allow",
    arguments: [
      ("5\" gun,b\n", CSVRow.Fault.strayQuote), ("\"a\"b,c\n", .textAfterQuote),
      ("x,\"open\nand on\n", .unclosedQuote),
    ])
  func findsFaults(_ text: String, _ fault: CSVRow.Fault) {
    #expect(rows(text).flatMap(\.faults) == [fault])
  }

  @Test("keeps the text of a field with a stray quote as it is")
  func keepsStrayQuotes() {
    #expect(rows("5\" gun,b\n").map(\.fields) == [["5\" gun", "b"]])
  }

  @Test(
    "finds no end of a row that may go on", arguments: ["a,b", "a,\"b\"", "a,\"b", "a\r", "a,"])
  func waits(_ text: String) {
    let bytes = Array(text.utf8)
    var scanner = CSVScanner()
    var row = CSVRow()
    let next = bytes.withUnsafeBufferPointer {
      scanner.next($0, from: 0, isAtEnd: false, into: &row)
    }
    #expect(next == nil)
    #expect(scanner.line == 1)
  }
}
