import Diplomacy

/// Reads GDELT event exports: version 1.0 with 57 or 58 columns, version 2.0 with 61.
///
/// > Leetaru, K. & Schrodt, P. A. *The GDELT Event Database: Data Format Codebook*, 1.03 (2013) and
/// > 2.0 (2015).
public struct GDELTEventReader: RecordReader {
  /// Which of the two versions.
  public let format: EventFormat
  private let columns: ClosedRange<Int>
  private let added: Int
  private let address: Int

  /// Makes a reader of version 1.0.
  public static let version1 = GDELTEventReader(.gdelt1, columns: 57...58, added: 56, address: 57)
  /// Makes a reader of version 2.0.
  public static let version2 = GDELTEventReader(.gdelt2, columns: 61...61, added: 59, address: 60)

  private init(_ format: EventFormat, columns: ClosedRange<Int>, added: Int, address: Int) {
    self.format = format
    self.columns = columns
    self.added = added
    self.address = address
  }

  /// The places of the columns that both versions share, counted from zero.
  enum Column {
    static let id = 0
    static let day = 1
    static let source = 5
    static let target = 15
    static let code = 26
    static let root = 28
    static let quad = 29
    static let weight = 30
    static let mentions = 31
  }

  /// Whether the names of a first row are the header that some keep with GDELT's files.
  ///
  /// Any other row of words is a broken row and is rejected, not passed over.
  static func isHeader(_ names: [String], of format: EventFormat) -> Bool {
    let reader = format == .gdelt2 ? version2 : version1
    return reader.columns.contains(names.count) && names.first.map(isHeaderName) ?? false
  }

  private static func isHeaderName(_ name: String) -> Bool { name.lowercased() == "globaleventid" }

  /// Decodes one row.
  public func record(from row: FieldRow, line: Int) throws(RowFault) -> CodedEvent? {
    guard columns.contains(row.count) else {
      throw RowFault("the row has \(row.count) columns and \(format.label) \(columns.upperBound)")
    }
    guard let id = row.integer(Column.id) else {
      if line == 1, Self.isHeaderName(row.text(Column.id)) { return nil }
      throw FieldParsing.fault(row[Column.id], "is no event id")
    }
    let day = try row.day(Column.day)
    let rawCode = row.text(Column.code)
    guard let code = EventCode.longest(startingIn: rawCode) else {
      throw FieldParsing.fault(row[Column.code], "is no CAMEO code")
    }
    return CodedEvent(
      id: String(id), date: DateSpan(Day(ordinal: day)), source: actor(row, Column.source),
      target: actor(row, Column.target), code: code, rawCode: rawCode,
      tenths: try row.tenths(Column.weight), url: row.text(address),
      mentions: max(1, row.integer(Column.mentions) ?? 1),
      addedMinute: Self.minute(row[added]), line: line)
  }

  /// An actor's ten columns: code, name, country, group, ethnic, two religions, three types.
  private func actor(_ row: FieldRow, _ first: Int) -> CodedActor {
    let code = row.text(first)
    guard !code.isEmpty else { return .absent }
    let country = row.text(first + 2)
    var actor: ActorCode?
    if !country.isEmpty { actor = ActorResolver.state(cameo: country) }
    if actor == nil {
      let group = row.text(first + 3)
      if !group.isEmpty { actor = ActorResolver.body(cameoGroup: group) }
    }
    var organ = ""
    var sectors: [String] = []
    for column in first + 7...first + 9 {
      let type = row.text(column)
      if type.isEmpty { continue }
      sectors.append(type)
      if organ.isEmpty { organ = OrganTable.organ(cameoType: type) }
    }
    return CodedActor(
      actor, organ: organ, code: code, name: row.text(first + 1), sectors: sectors)
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
