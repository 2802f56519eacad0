import Diplomacy
import Foundation

/// The slow twin: splits text into fields and adds up in a dictionary.
///
/// It shares no code with the library. Reasons for rejection are not compared, only the lines.
struct NaiveAggregation {
  struct Key: Hashable {
    let source: String
    let target: String
    let month: String
  }

  var groups: [Key: (count: Int, tenths: Int)] = [:]
  var rejectedLines: [Int] = []
  var withoutActor = 0

  init(_ bytes: [UInt8]) {
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      var line = line
      if line.last == 0x0D { line = line.dropLast() }
      if line.isEmpty { continue }
      guard !line.contains(0), let row = Self.row(line) else {
        rejectedLines.append(number)
        continue
      }
      if row.0.isEmpty || row.1.isEmpty {
        withoutActor += 1
        continue
      }
      let key = Key(source: row.0, target: row.1, month: row.2)
      let old = groups[key] ?? (0, 0)
      groups[key] = (old.count + 1, old.tenths + row.3)
    }
  }

  private static func row(_ line: ArraySlice<UInt8>) -> (String, String, String, Int)? {
    let fields = line.split(separator: 0x09, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard fields.count == 61, isWhole(fields[0]) else { return nil }
    let date = Array(fields[1])
    var month = ""
    if date.count == 8, date.allSatisfy({ $0.isASCII && $0.isNumber }) {
      month = String(date[0..<4]) + "-" + String(date[4..<6])
      guard isDay(month + "-" + String(date[6..<8])) else { return nil }
    } else {
      guard isDay(String(fields[1].prefix(10))), fields[1].utf8.count == 10 else { return nil }
      month = String(fields[1].prefix(7))
    }
    let stated = Int(fields[28]).flatMap { (1...20).contains($0) ? $0 : nil }
    guard let code = code(fields[26], root: stated), fields[29].isEmpty else { return nil }
    guard fields[31].isEmpty || (Int(fields[31]).map { (0...1_000_000_000).contains($0) } ?? false)
    else { return nil }
    if fields[30].isEmpty {
      return (fields[7], fields[17], month, Int((weights[code] ?? 0) * 10))
    }
    guard let tenths = tenths(fields[30]) else { return nil }
    return (fields[7], fields[17], month, tenths)
  }

  private static let weights = Dictionary(
    uniqueKeysWithValues: EventCode.all.map {
      ($0.rawValue, IntensityScale.goldsteinGDELT.weightOrOther(of: $0))
    })

  /// The code that a field means where zeros in front may be lost.
  private static func code(_ field: String, root: Int?) -> String? {
    func longest(_ text: String) -> String? {
      (2...4).reversed().lazy.map { String(text.prefix($0)) }.first { weights[$0] != nil }
    }
    let padded = "0" + field
    if let root {
      return [longest(field), field.utf8.count <= 3 ? longest(padded) : nil].compactMap { $0 }
        .first { Int($0.prefix(2)) == root }
    }
    if field.utf8.count < 3, weights[padded] != nil { return padded }
    return longest(field) ?? (field.utf8.count == 3 && weights[padded] != nil ? padded : nil)
  }

  private static func isWhole(_ text: String) -> Bool {
    var digits = Substring(text)
    if let first = digits.first, first == "-" || first == "+" { digits = digits.dropFirst() }
    return (1...18).contains(digits.utf8.count)
      && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return false }
    let numbers = parts.compactMap { Int($0) }
    guard numbers[0] >= 1901, numbers[0] <= 2099 else { return false }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let wanted = DateComponents(
      calendar: calendar, year: numbers[0], month: numbers[1], day: numbers[2])
    return wanted.isValidDate(in: calendar)
  }

  private static func tenths(_ text: String) -> Int? {
    if text.isEmpty { return 0 }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) }),
      let value = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")),
      text.utf8.dropFirst().allSatisfy({ $0 != 0x2B && $0 != 0x2D }),
      text.utf8.count(where: { $0 == 0x2E }) <= 1,
      text.utf8.contains(where: { (0x30...0x39).contains($0) })
    else { return nil }
    var product = value * 10
    var rounded = Decimal()
    NSDecimalRound(&rounded, &product, 0, .plain)
    let tenths = NSDecimalNumber(decimal: rounded).intValue
    return (-100...100).contains(tenths) && text.utf8.count < 15 ? tenths : nil
  }
}
