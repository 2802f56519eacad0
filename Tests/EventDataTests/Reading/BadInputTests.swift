import Diplomacy
import EventData
import TestSupport
import Testing

@Suite("Bad rows")
struct BadInputTests {
  /// A good row, a bad one, a good one: the bad one is rejected with its line, the others kept.
  private func reason(_ bad: String) throws -> String {
    let good = MadeRows.gdelt2()
    let reading = try Reading(text: "\(good)\n\(bad)\n\(good)\n")
    #expect(reading.counts.read == 3)
    #expect(reading.counts.kept == 2)
    #expect(reading.rejected.map(\.line) == [2])
    return reading.rejected.first?.reason ?? ""
  }

  @Test("with a wrong number of columns are told by both numbers")
  func columns() throws {
    #expect(try reason("1\t2\t3") == "the row has 3 columns and GDELT 2.0 events 61")
    #expect(try reason(MadeRows.gdelt2() + "\tmore").contains("62 columns"))
  }

  @Test("with NUL bytes are rejected")
  func nul() throws { #expect(try reason(MadeRows.gdelt2(source: "R\0S")).contains("NUL")) }

  @Test(
    "with days that stand for unknown, or do not exist, are rejected",
    arguments: ["19000101", "99999999", "20180230", "0", "", "2018-6-1", "20180601x"])
  func days(day: String) throws {
    #expect(try reason(MadeRows.gdelt2(day: day)).hasPrefix("'\(day)'"))
  }

  @Test(
    "with weights off the scale are rejected",
    arguments: ["1e308", "NaN", "inf", "10.1", "-11", "--1", "1.2.3", "9999999999999999999", "."])
  func weights(weight: String) throws {
    #expect(try reason(MadeRows.gdelt2(weight: weight)).hasPrefix("'"))
  }

  @Test("with codes outside CAMEO are rejected, longer codes cut to the known one")
  func codes() throws {
    #expect(try reason(MadeRows.gdelt2(code: "---")).contains("no CAMEO code"))
    #expect(try reason(MadeRows.gdelt2(code: "29")).contains("no CAMEO code"))
    let reading = try Reading(text: MadeRows.gdelt2(code: "0130"))
    #expect(reading.events.first?.code.rawValue == "013")
    #expect(reading.events.first?.rawCode == "0130")
  }

  @Test("of actor codes with quotes or SQL are kept as they are, unresolved")
  func hostileCodes() throws {
    let code = "'); DROP TABLE report;--\""
    let reading = try Reading(text: MadeRows.gdelt2(source: code))
    #expect(reading.events.first?.source.code == code + "GOV")
    #expect(reading.events.first?.source.actor == nil)
    #expect(reading.events.first?.dyad == nil)
  }

  @Test("of 64 MB are passed over without being held")
  func longLine() throws {
    let good = Array((MadeRows.gdelt2() + "\n").utf8)
    let stream = LongLineStream(before: good, length: 64 << 20, after: good)
    let reading = try Reading(RowStream(stream, name: "long"))
    #expect(reading.counts.kept == 2)
    #expect(reading.rejected.map(\.line) == [2])
    #expect(reading.rejected.first?.reason == "the row is longer than 16 MiB")
  }

  @Test("with a quotation mark left open do not swallow the rows behind them")
  func openQuote() throws {
    let header = "event_id_cnty,event_date,event_type,sub_event_type,actor1,inter1,actor2,inter2"
    let good = "A1,2024-03-01,Battles,Armed clash,X,1,Y,2"
    let bad = "A2,2024-03-01,\"Battles,Armed clash,X,1,Y,2"
    let reading = try Reading(text: [header, good, bad, good, good].joined(separator: "\n"))
    #expect(reading.counts.kept == 3)
    #expect(reading.rejected.map(\.line) == [3])
  }

  @Test("do not stand in the way of an empty file or an unknown format being told")
  func unknown() {
    for text in ["", "just some words\n", "a,b\n1,2\n"] {
      do {
        _ = try Reading(text: text)
        Issue.record("read without complaint")
      } catch {
        #expect((error as? InputError)?.kind == .malformed)
      }
    }
  }
}

/// A stream with one very long line that is never held whole.
private final class LongLineStream: ByteStream {
  private var parts: [(bytes: [UInt8], left: Int)]

  init(before: [UInt8], length: Int, after: [UInt8]) {
    let filler = [UInt8](repeating: 0x78, count: 1 << 16)
    parts = [(before, before.count), (filler, length), ([0x0A] + after, after.count + 1)]
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    while let first = parts.first, first.left == 0 { parts.removeFirst() }
    guard let first = parts.first else { return 0 }
    // The filler repeats; the other parts are handed out whole or from where they stopped.
    let offset = first.bytes.count < 1 << 16 ? first.bytes.count - first.left : 0
    let count = min(buffer.count, first.left, first.bytes.count - offset)
    buffer.copyBytes(from: first.bytes[offset..<offset + count])
    parts[0].left -= count
    return count
  }
}
