import EventData
import Testing

/// What both readers must agree on in a kept row.
struct TwinRow: Equatable, CustomStringConvertible {
  var line: Int
  var day: String
  var code: String
  var tenths: Int?
  var texts: [String]

  var description: String { "\(line): \(day) \(code) \(tenths.map(String.init) ?? "-") \(texts)" }
}

/// A format as its codebook tells it: how a good row looks, and which rows are none.
struct NaiveFormat: Sendable, CustomTestStringConvertible {
  let format: EventFormat
  /// The first line, where the format has one.
  var header: String?
  /// The fields of a good row.
  let good: [String]
  /// Where the row can be varied: places and other good values.
  let variants: [(place: Int, values: [String])]
  /// What the row says, or nothing where it must be rejected.
  let decode: @Sendable ([String]) -> (day: String, code: String, tenths: Int?)?
  /// The places of texts that are compared.
  let texts: [Int]
  /// The same texts of an event.
  let read: @Sendable (CodedEvent) -> [String]

  var testDescription: String { format.rawValue }

  var separator: String {
    switch format {
    case .acled, .ucdp, .phoenix, .eventCSV, .caseCSV: ","
    default: "\t"
    }
  }

  /// The rows of a file, naively: those kept, and the lines of those rejected.
  func rows(_ bytes: [UInt8]) -> (kept: [TwinRow], rejected: [Int]) {
    var kept: [TwinRow] = []
    var rejected: [Int] = []
    let rows = separator == "\t" ? NaiveRows.tabs(bytes) : NaiveRows.commas(bytes)
    for row in rows {
      if row.line == 1, header != nil { continue }
      guard let fields = row.fields, let said = decode(fields) else {
        rejected.append(row.line)
        continue
      }
      kept.append(
        TwinRow(
          line: row.line, day: said.day, code: said.code, tenths: said.tenths,
          texts: texts.map { NaiveRows.known($0 < fields.count ? fields[$0] : "") }))
    }
    return (kept, rejected)
  }

  /// A day, a code and a weight at their places, the code cut to a known one.
  static func plain(
    columns: ClosedRange<Int>, day: Int, code: Int, weight: Int?, id: Int? = nil,
    mentions: Int? = nil
  ) -> @Sendable ([String]) -> (day: String, code: String, tenths: Int?)? {
    { fields in
      guard columns.contains(fields.count), id.map({ NaiveRows.whole(fields[$0]) != nil }) ?? true,
        mentions.map({ NaiveRows.isCount(fields[$0]) }) ?? true,
        let day = NaiveRows.day(fields[day]),
        let code = NaiveRows.fullCode(NaiveRows.known(fields[code])),
        let tenths = weight.map({ NaiveRows.weight(fields[$0]) }) ?? .some(nil)
      else { return nil }
      return (day, code, tenths)
    }
  }
}
