import Diplomacy

/// Reads GDELT event exports: version 1.0 with 57 or 58 columns, version 2.0 with 61, or by name
/// whatever columns a header lists.
///
/// > Leetaru, K. & Schrodt, P. A. *The GDELT Event Database: Data Format Codebook*, 1.03 (2013) and
/// > 2.0 (2015).
public struct GDELTEventReader: RecordReader {
  /// Which of the two versions.
  public let format: EventFormat
  private let columns: GDELTColumns

  /// Makes a reader of version 1.0.
  public static let version1 = GDELTEventReader(.gdelt1)
  /// Makes a reader of version 2.0.
  public static let version2 = GDELTEventReader(.gdelt2)

  /// Makes a reader of a version, by the names of a header where there is one.
  init(_ format: EventFormat, header: [String]? = nil) {
    self.format = format
    columns = header.map(GDELTColumns.init(header:)) ?? GDELTColumns(format)
  }

  /// Decodes one row.
  public func record(from row: FieldRow, line: Int) throws(RowFault) -> CodedEvent? {
    try Self.check(row, columns, format)
    guard let id = row.integer(columns.id) else {
      throw FieldParsing.fault(row[columns.id], "is no event id")
    }
    let day = try row.day(columns.day)
    let (code, rawCode) = try Self.code(row, columns)
    return CodedEvent(
      id: String(id), date: DateSpan(Day(ordinal: day)), source: actor(row, columns.source),
      target: actor(row, columns.target), code: code, rawCode: rawCode,
      tenths: try row.tenths(columns.weight), url: row.text(columns.address),
      mentions: try row.mentions(columns.mentions),
      addedMinute: Self.minute(row[columns.added]), line: line)
  }

  static func check(
    _ row: FieldRow, _ columns: GDELTColumns, _ format: EventFormat
  ) throws(RowFault) {
    guard columns.widths.contains(row.count) else {
      throw RowFault(
        "the row has \(row.count) columns and \(format.label) \(columns.widths.upperBound)")
    }
  }

  static func code(
    _ row: FieldRow, _ columns: GDELTColumns
  ) throws(RowFault) -> (code: EventCode, raw: String) {
    try CodeField.read(
      row.text(columns.code), root: row.integer(columns.root), quad: row.integer(columns.quad),
      length: .full)
  }

  /// An actor's columns: code, name, country, group and three types.
  private func actor(_ row: FieldRow, _ columns: GDELTColumns.Actor) -> CodedActor {
    let country = row.text(columns.country)
    let written = row.text(columns.code)
    // An extract may have the country alone.
    let code = columns.code < 0 ? country : written
    guard !code.isEmpty else { return .absent }
    var actor: ActorCode?
    if !country.isEmpty { actor = ActorResolver.state(cameo: country) }
    if actor == nil {
      let group = row.text(columns.group)
      if !group.isEmpty { actor = ActorResolver.body(cameoGroup: group) }
    }
    var organ = ""
    var sectors: [String] = []
    for column in columns.types {
      let type = row.text(column)
      if type.isEmpty { continue }
      sectors.append(type)
      if organ.isEmpty { organ = OrganTable.organ(cameoType: type) }
    }
    return CodedActor(
      actor, organ: organ, code: code, name: row.text(columns.name), sectors: sectors)
  }

  /// Minutes since 1970 of a time stamp YYYYMMDDHHMMSS, or nothing for a day alone.
  static func minute(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard bytes.count == 14,
      let day = FieldParsing.calendarDay(UnsafeRawBufferPointer(rebasing: bytes[..<8])),
      let hour = FieldParsing.number(bytes, 8, 2), let minute = FieldParsing.number(bytes, 10, 2),
      hour < 24, minute < 60
    else { return nil }
    return day * 1440 + hour * 60 + minute
  }
}

/// Reads of a GDELT row what an aggregation asks, by the same rules as `GDELTColumnScanner`.
///
/// A dyad of GDELT is the pair of country codes as the file writes them, whatever the dialect.
struct GDELTFactsReader: RecordReader {
  let format: EventFormat
  private let columns: GDELTColumns

  init(_ format: EventFormat, header: [String]?) {
    self.format = format
    columns = header.map(GDELTColumns.init(header:)) ?? GDELTColumns(format)
  }

  func record(from row: FieldRow, line: Int) throws(RowFault) -> RowFacts? {
    try GDELTEventReader.check(row, columns, format)
    guard row.integer(columns.id) != nil else {
      throw FieldParsing.fault(row[columns.id], "is no event id")
    }
    var facts = RowFacts()
    facts.day = try row.day(columns.day)
    let (code, raw) = try GDELTEventReader.code(row, columns)
    facts.root = code.root
    facts.code = PackedText(raw)
    facts.quad = code.quadClass.rawValue
    facts.source = PackedText(row[columns.source.country])
    facts.target = PackedText(row[columns.target.country])
    facts.take(weight: try row.tenths(columns.weight), of: code)
    facts.mentions = try row.mentions(columns.mentions)
    return facts
  }
}
