import Diplomacy
import EventData

/// Reads media.csv, the counts that `demarche read --survey` writes.
struct MediaFile {
  private(set) var sample: MediaSample?

  private static let needed = ["outlet", "side", "toward", "month", "texts"]

  init(_ bytes: [UInt8], _ problems: FileProblems) {
    let table = CSVTable(bytes).rows.filter { $0.fields != [""] }
    guard let header = table.first else {
      problems.error(
        0, "the file is empty",
        "write what a survey of the news writes, with the columns \(Self.needed.joined(separator: ", "))"
      )
      return
    }
    let columns = header.fields
    let wanted = Self.needed + MediaStance.allCases.map(\.rawValue)
    if let missing = wanted.first(where: { !columns.contains($0) }) {
      problems.error(
        header.line, "the column '\(missing)' is missing",
        "write what a survey of the news writes, with the columns \(Self.needed.joined(separator: ", "))"
      )
      return
    }
    var rows: [MediaSample.Row] = []
    for line in table.dropFirst() {
      guard line.fields.count == columns.count else {
        problems.error(
          line.line, "the row has \(line.fields.count) fields, the header \(columns.count)",
          "write one field a column")
        continue
      }
      let fields = Dictionary(zip(columns, line.fields), uniquingKeysWith: { first, _ in first })
      if let row = Self.row(fields, line.line, problems) { rows.append(row) }
    }
    sample = MediaSample(rows: rows)
  }

  private static func row(
    _ fields: [String: String], _ line: Int, _ problems: FileProblems
  ) -> MediaSample.Row? {
    guard let texts = fields["texts"].flatMap({ Int($0) }), (1...1_000_000).contains(texts) else {
      problems.error(line, "texts is no count from 1 on", "write how many texts there are")
      return nil
    }
    var month: DateSpan?
    if let text = fields["month"], !text.isEmpty {
      month = try? DateSpan(parsing: text)
      guard month != nil else {
        problems.error(line, "'\(text)' is no month", "write a month such as 2025-06")
        return nil
      }
    }
    var counts: [MediaStance: Int] = [:]
    for stance in MediaStance.allCases {
      guard let share = fields[stance.rawValue].flatMap({ Double($0) }), (0...1).contains(share)
      else {
        problems.error(
          line, "\(stance.rawValue) is no share from 0 to 1", "write the share of the texts")
        return nil
      }
      counts[stance] = Int((share * Double(texts)).rounded())
    }
    // Shares are written with three digits, so that for many texts the counts may be one or two off.
    guard abs(counts.values.reduce(0, +) - texts) <= 2 + texts / 500 else {
      problems.error(
        line, "the shares of hostile, calming, neutral and silent texts do not add up to one",
        "every text shows one of the four")
      return nil
    }
    return MediaSample.Row(
      outlet: fields["outlet"] ?? "", side: fields["side"] ?? "",
      toward: ActorCode(fields["toward"] ?? ""), month: month, texts: texts, counts: counts)
  }
}
