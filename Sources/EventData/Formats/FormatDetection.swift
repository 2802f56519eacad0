/// What the first rows of a file say about its format.
public struct FormatDetection: Hashable, Sendable {
  /// The format.
  public let format: EventFormat
  /// How its rows are parted.
  public let dialect: RowDialect
  /// The names in its first row, where that is a header of the format.
  public let header: [String]?
  /// The columns that the format needs and the header lacks.
  public let missing: [String]
  /// Names that stand more than once in the header, of columns that are read.
  public let repeated: [String]

  init(
    format: EventFormat, dialect: RowDialect, header: [String]?, missing: [String] = []
  ) {
    self.format = format
    self.dialect = dialect
    self.header = header
    self.missing = missing
    repeated = header.map { Self.repeated($0, format) } ?? []
  }

  /// Judges a file by its first bytes.
  ///
  /// - Parameters:
  ///   - head: The first bytes, decompressed; the first row must be among them.
  ///   - stated: The format that the user states; only dialect and header are then judged.
  /// - Returns: What was found, or nothing where no format fits.
  public static func detect(_ head: [UInt8], stated: EventFormat? = nil) -> FormatDetection? {
    var bytes = head[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    bytes = bytes.drop { $0 == 0x0A || $0 == 0x0D }
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
    let isWords =
      fields.count > 3
      && fields.allSatisfy { field in
        field.isEmpty || field.contains { $0.isLetter }
      }
    if let stated { return detection(of: stated, dialect, isWords ? fields : nil) }
    if isWords, let best = FormatColumns.best(fields) {
      return FormatDetection(
        format: best.columns.format, dialect: dialect, header: fields, missing: best.missing)
    }
    return format(ofFields: fields).map {
      FormatDetection(format: $0, dialect: dialect, header: nil)
    }
  }

  /// A stated format: a first row of words is a header where it resembles the format's.
  private static func detection(
    of stated: EventFormat, _ dialect: RowDialect, _ words: [String]?
  ) -> FormatDetection {
    guard let words, let columns = FormatColumns.of(stated) else {
      return FormatDetection(format: stated, dialect: dialect, header: nil)
    }
    let layout = ColumnLayout(words)
    guard columns.resembles(layout) else {
      return FormatDetection(format: stated, dialect: dialect, header: nil)
    }
    return FormatDetection(
      format: stated, dialect: dialect, header: words, missing: columns.missing(from: layout))
  }

  private static func repeated(_ header: [String], _ format: EventFormat) -> [String] {
    guard let columns = FormatColumns.of(format) else { return [] }
    let plain = header.map(ColumnLayout.plain)
    return columns.needed.flatMap { $0 }.filter { name in
      plain.count { $0 == ColumnLayout.plain(name) } > 1
    }
  }

  private static func fields(_ line: ArraySlice<UInt8>, _ dialect: RowDialect) -> [String] {
    let row = FieldRow()
    let bytes = Array(line.last == 0x0D ? line.dropLast() : line)
    return bytes.withUnsafeBytes { buffer in
      guard (try? row.part(buffer, as: dialect)) != nil else { return [] }
      return (0..<row.count).map { String(decoding: row[$0], as: UTF8.self) }
    }
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
    case UCDPReader.columns.count: if digits(2, 4...4), digits(5, 1...1) { return .ucdp }
    default: break
    }
    if (14...16).contains(fields.count), digits(1, 14...14), digits(2, 14...14) {
      return .gdeltMentions
    }
    let looksLikeDay = fields.first.map { Array($0.utf8) }?.withUnsafeBytes {
      FieldParsing.calendarDay($0) != nil || WrittenDay.read($0) != .none
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
