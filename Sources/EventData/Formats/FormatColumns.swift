/// The columns by which a header tells its format.
///
/// A header is one of a format where all the columns that its reader needs are there, in whatever
/// case and order, beside others. Where one or two are missing the format is still recognised, so
/// that the message can name what is missing.
struct FormatColumns: Sendable {
  let format: EventFormat
  /// The columns that the reader needs, and for some of them others that serve as well.
  let needed: [[String]]
  /// Columns that tell the format from one with the same needed ones.
  var marks: [String] = []

  private init(_ format: EventFormat, _ needed: String, marks: String = "") {
    self.format = format
    self.needed = needed.split(separator: "|").map { $0.split(separator: "=").map(String.init) }
    self.marks = marks.split(separator: "|").map(String.init)
  }

  private static let gdelt =
    "GLOBALEVENTID|SQLDATE|EventCode|Actor1CountryCode|Actor2CountryCode"

  /// The formats with headers, the more telling ones first.
  static let all: [FormatColumns] = [
    FormatColumns(
      .gdeltMentions, "GLOBALEVENTID|EventTimeDate|MentionTimeDate|MentionIdentifier|Confidence"),
    FormatColumns(.gdelt2, gdelt, marks: "ActionGeo_ADM2Code"),
    FormatColumns(.gdelt1, gdelt),
    FormatColumns(
      .polecat, "Event Date|Event Type|Event Mode|Actor Country|Recipient Country"),
    FormatColumns(
      .icews,
      "Event Date|Source Name|Source Country|CAMEO Code=Event Text|Target Name|Target Country"),
    FormatColumns(.acled, "event_id_cnty|event_date|event_type|actor1"),
    FormatColumns(.ucdp, "type_of_violence|date_start|side_a|side_b"),
    FormatColumns(.phoenix, "eid|story_date|source|source_root|target|target_root|code"),
    FormatColumns(
      .eventCSV, "date|last_date|source|source_sectors|target|target_sectors|code|raw_code"),
    FormatColumns(.caseCSV, "id|date|source|target|code|summary"),
    FormatColumns(.relations, "date|source|cameo|relation|target"),
    FormatColumns(.dailySums, "date|a|b|w"),
  ]

  /// The columns of a stated format, or nothing where it is read without a header.
  static func of(_ format: EventFormat) -> FormatColumns? { all.first { $0.format == format } }

  /// The needed columns that a header lacks, by their usual names.
  func missing(from layout: ColumnLayout) -> [String] {
    needed.compactMap { names in names.contains { layout.has($0) } ? nil : names[0] }
  }

  /// Whether a header is one of the format, though some columns may be missing.
  func resembles(_ layout: ColumnLayout) -> Bool {
    let missing = missing(from: layout).count
    return missing < needed.count && missing * 2 <= needed.count
  }

  /// The format of a header with nothing missing, or the one that lacks least.
  static func best(_ header: [String]) -> (columns: FormatColumns, missing: [String])? {
    let layout = ColumnLayout(header)
    var nearest: (columns: FormatColumns, missing: [String])?
    for columns in all {
      let missing = columns.missing(from: layout)
      if missing.isEmpty {
        let isMarked =
          columns.marks.isEmpty || columns.marks.contains { layout.has($0) } || header.count == 61
        let isWhole = columns.format != .dailySums || header.count <= 5
        if isMarked, isWhole { return (columns, []) }
        continue
      }
      // Two columns are told as missing, more make another file of it.
      guard missing.count <= 2, missing.count * 3 <= columns.needed.count,
        missing.count < nearest?.missing.count ?? .max
      else { continue }
      nearest = (columns, missing)
    }
    return nearest
  }
}
