import Diplomacy
import EventData
import Foundation
import TestSupport
import Testing

@Suite("Two readers of one format")
struct TwinReaderTests {
  /// Rows of a format varied at random, some of them broken in one of many ways; the first is good.
  private func file(_ format: NaiveFormat, _ count: Int, using dice: inout Dice) -> [UInt8] {
    var bytes = Array((format.header.map { $0 + "\n" } ?? "").utf8)
    bytes += Array((format.good.joined(separator: format.separator) + "\n").utf8)
    for _ in 0..<count {
      var fields = format.good
      for variant in format.variants where Bool.random(using: &dice) {
        fields[variant.place] = variant.values.randomElement(using: &dice) ?? ""
      }
      var row = Array(fields.joined(separator: format.separator).utf8)
      if Int.random(in: 0..<3, using: &dice) == 0 {
        let place = Int.random(in: 0..<row.count, using: &dice)
        switch Int.random(in: 0..<6, using: &dice) {
        case 0: row[place] = UInt8.random(in: 0...255, using: &dice)
        case 1: row.insert(contentsOf: format.separator.utf8, at: place)
        case 2: row.remove(at: place)
        case 3: row.insert(contentsOf: Array("1e308".utf8), at: place)
        case 4: row.insert(0, at: place)
        default: row.removeLast(row.count - place)
        }
      }
      bytes += row
      bytes += Int.random(in: 0..<9, using: &dice) == 0 ? [0x0D, 0x0A] : [0x0A]
    }
    return bytes
  }

  @Test(
    "agree on what is kept and what is rejected, line by line", arguments: NaiveFormat.all, 1...6)
  func twins(format: NaiveFormat, seed: UInt64) throws {
    var dice = Dice(seed: seed &+ UInt64(format.testDescription.utf8.count) << 8)
    let bytes = file(format, 60, using: &dice)
    let stream = try RowStream(MemoryStream(bytes), name: "twin", format: format.format)
    let reading = try Reading(stream)
    let naive = format.rows(bytes)
    #expect(reading.rejected.map(\.line) == naive.rejected)
    let kept = reading.events.map { event in
      TwinRow(
        line: event.line, day: event.date.first.description, code: event.code.rawValue,
        tenths: event.tenths, texts: format.read(event))
    }
    #expect(kept == naive.kept)
    #expect(reading.counts.read == naive.kept.count + naive.rejected.count)
  }

  @Test("agree on mentions", arguments: 1...6)
  func mentions(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let good = [
      "5", "20180601120000", "20180601121500", "1", "example.org", "http://x", "1", "-1", "2", "3",
      "1", "80", "100", "-1.5", "", "",
    ]
    let format = NaiveFormat(
      format: .gdeltMentions, good: good,
      variants: [
        (0, ["6", "x"]), (1, ["20180601246000", "20180230120000"]),
        (11, ["0", "100", "101", "-1"]),
      ], decode: { _ in nil }, texts: [], read: { _ in [] })
    let bytes = file(format, 60, using: &dice)
    func isStamp(_ text: String) -> Bool {
      guard text.utf8.count == 14, NaiveRows.calendarDay(String(text.prefix(8))) != nil,
        let hour = Int(text.dropFirst(8).prefix(2)), let minute = Int(text.dropFirst(10).prefix(2))
      else { return false }
      return (0..<24).contains(hour) && (0..<60).contains(minute)
        && text.dropFirst(8).prefix(4).utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    var kept: [Int] = []
    var rejected: [Int] = []
    for row in NaiveRows.tabs(bytes) {
      guard let fields = row.fields, (14...16).contains(fields.count),
        NaiveRows.whole(fields[0]) != nil, isStamp(fields[1]), isStamp(fields[2]),
        let confidence = NaiveRows.whole(fields[11]), (0...100).contains(confidence)
      else {
        rejected.append(row.line)
        continue
      }
      kept.append(confidence)
    }
    var read: [Int] = []
    var refused: [Int] = []
    _ = try RowStream(MemoryStream(bytes), name: "twin", format: .gdeltMentions).read(
      with: GDELTMentionReader(), keep: { read.append($0.confidence) },
      reject: { refused.append($0.line) })
    #expect(read == kept)
    #expect(refused == rejected)
  }

  @Test("agree on daily sums", arguments: 1...6)
  func dailySums(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let format = NaiveFormat(
      format: .dailySums, header: "date\ta\tb\tw", good: ["2018-01-01", "RUS", "AZE", "-13.5"],
      variants: [
        (0, ["99999999", "2018-02-30"]), (1, ["", "GEO"]), (3, ["1234.56", "x", "", "7"]),
      ],
      decode: { _ in nil }, texts: [], read: { _ in [] })
    let bytes = file(format, 60, using: &dice)
    var kept: [Int] = []
    var rejected: [Int] = []
    for row in NaiveRows.tabs(bytes).dropFirst() {
      guard let fields = row.fields, fields.count == 4, NaiveRows.day(fields[0]) != nil,
        !fields[1].isEmpty, !fields[2].isEmpty, let tenths = NaiveRows.tenths(fields[3])
      else {
        rejected.append(row.line)
        continue
      }
      kept.append(tenths)
    }
    var read: [Int] = []
    var refused: [Int] = []
    _ = try RowStream(MemoryStream(bytes), name: "twin", format: .dailySums).read(
      with: DailySumReader(), keep: { read.append($0.tenths) }, reject: { refused.append($0.line) })
    #expect(read == kept)
    #expect(refused == rejected)
  }

  @Test("agree on JSON Lines", arguments: 1...6)
  func jsonLines(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let lines = (0..<60).map { number in
      let day = ["2025-06-27", "2025-02-30", "1900-01-01"].randomElement(using: &dice) ?? ""
      let code = ["112", "0130", "zz"].randomElement(using: &dice) ?? ""
      let weight = ["-2", "3.45", "1e9", "\"x\"", "null"].randomElement(using: &dice) ?? ""
      return
        #"{"id":"n\#(number)","date":"\#(day)","source":"AZE","target":"RUS","code":"\#(code)","#
        + #""intensity":\#(weight)}"#
    }
    var bytes = Array(lines.joined(separator: "\n").utf8)
    for _ in 0..<6 {
      let place = Int.random(in: 1..<bytes.count, using: &dice)
      if Bool.random(using: &dice) { bytes.remove(at: place) } else { bytes[place] = 0x7D }
    }
    var kept: [String] = []
    var rejected: [Int] = []
    for row in NaiveRows.whole(bytes) {
      let text = row.fields?.first ?? ""
      guard
        let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
        let day = object["date"] as? String, day.utf8.count == 10, NaiveRows.day(day) != nil,
        let code = (object["code"] as? String).flatMap(NaiveRows.code),
        object["id"] == nil || object["id"] is String,
        Self.isWeight(object["intensity"])
      else {
        rejected.append(row.line)
        continue
      }
      kept.append("\(object["id"] as? String ?? "") \(day) \(code)")
    }
    let reading = try Reading(
      RowStream(MemoryStream(bytes), name: "twin", format: .jsonLines))
    #expect(reading.events.map { "\($0.id) \($0.date.first) \($0.code)" } == kept)
    #expect(reading.rejected.map(\.line) == rejected)
  }

  private static func isWeight(_ value: Any?) -> Bool {
    if value == nil || value is NSNull { return true }
    return (value as? Double).map { abs($0) <= 10 } ?? false
  }
}
