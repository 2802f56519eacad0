/// What the first rows of a file say about its format.
public struct FormatDetection: Hashable, Sendable {
  /// The format.
  public let format: EventFormat
  /// How its rows are parted.
  public let dialect: RowDialect
  /// The names in its first row, where that is a header.
  public let header: [String]?

  /// Judges a file by its first bytes.
  ///
  /// - Parameters:
  ///   - head: The first bytes, decompressed; the first row must be among them.
  ///   - stated: The format that the user states; only dialect and header are then judged.
  /// - Returns: What was found, or nothing where no format fits.
  public static func detect(_ head: [UInt8], stated: EventFormat? = nil) -> FormatDetection? {
    var bytes = head[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    let line = bytes.prefix { $0 != 0x0A }
    guard !line.isEmpty else { return nil }
    if stated == .jsonLines || (stated == nil && line.first == 0x7B) {
      return FormatDetection(format: .jsonLines, dialect: .line, header: nil)
    }
    let tabs = line.count { $0 == 0x09 }
    let commas = line.count { $0 == 0x2C }
    let semicolons = line.count { $0 == 0x3B }
    var dialect = RowDialect.tabs
    if tabs < 3 {
      dialect = semicolons > commas ? .quoted(separator: 0x3B) : .commas
    } else if line.first == 0x22 {
      dialect = .quoted(separator: 0x09)
    }
    let fields = Self.fields(line, dialect)
    let isHeader = fields.allSatisfy { field in
      field.contains { $0.isLetter } || field.isEmpty
    }
    let header = isHeader && fields.count > 3 ? fields : nil
    if let stated { return FormatDetection(format: stated, dialect: dialect, header: header) }
    let found = header.flatMap(format(ofHeader:)) ?? format(ofFields: fields)
    return found.map { FormatDetection(format: $0, dialect: dialect, header: header) }
  }

  private static func fields(_ line: ArraySlice<UInt8>, _ dialect: RowDialect) -> [String] {
    let row = FieldRow()
    let bytes = Array(line.last == 0x0D ? line.dropLast() : line)
    return bytes.withUnsafeBytes { buffer in
      guard (try? row.part(buffer, as: dialect)) != nil else { return [] }
      return (0..<row.count).map { String(decoding: row[$0], as: UTF8.self) }
    }
  }

  private static func format(ofHeader names: [String]) -> EventFormat? {
    let layout = ColumnLayout(names)
    if layout.has("globaleventid", "mentiontimedate") { return .gdeltMentions }
    if layout.has("globaleventid", "sqldate") { return names.count == 61 ? .gdelt2 : .gdelt1 }
    if layout.has("event date", "event mode", "actor country") { return .polecat }
    if layout.has("event date", "cameo code", "source country") { return .icews }
    if layout.has("event_id_cnty", "sub_event_type") { return .acled }
    if layout.has("type_of_violence", "date_start", "side_a") { return .ucdp }
    if layout.has("eid", "story_date", "source_root") { return .phoenix }
    if layout.has("raw_code", "source_sectors", "added_minute") { return .eventCSV }
    if layout.has("id", "date", "source", "target", "code", "summary") { return .caseCSV }
    if layout.has("date", "source", "cameo", "relation", "target") { return .relations }
    if names == ["date", "a", "b", "w"] { return .dailySums }
    return nil
  }

  private static func format(ofFields fields: [String]) -> EventFormat? {
    func digits(_ index: Int, _ count: ClosedRange<Int>) -> Bool {
      fields.indices.contains(index) && count.contains(fields[index].utf8.count)
        && fields[index].utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    switch fields.count {
    case 57, 58: if digits(0, 1...18), digits(1, 8...8) { return .gdelt1 }
    case 61: if digits(0, 1...18), digits(1, 8...8) { return .gdelt2 }
    case 20: if digits(0, 1...18), digits(6, 2...4) { return .icews }
    case 24, 25: if digits(2, 4...4), digits(13, 2...4) { return .phoenix }
    default: break
    }
    if (14...16).contains(fields.count), digits(1, 14...14), digits(2, 14...14) {
      return .gdeltMentions
    }
    let looksLikeDay = fields.first.map { Array($0.utf8) }?.withUnsafeBytes {
      FieldParsing.calendarDay($0) != nil
    }
    guard looksLikeDay == true else { return nil }
    if (5...10).contains(fields.count), digits(3, 2...4) { return .petrarch }
    if (6...7).contains(fields.count), digits(2, 2...4) { return .relations }
    if fields.count == 4, fields[1].utf8.count == 3, fields[2].utf8.count == 3 {
      return .dailySums
    }
    return nil
  }
}
