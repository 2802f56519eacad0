import Diplomacy

/// Reads the Phoenix data of the Cline Center: comma-separated with a header, 24 or 25 columns.
///
/// > Althaus, S. et al. *Cline Center Historical Phoenix Event Data*, 2017.
public struct PhoenixReader: RecordReader {
  /// The format.
  public let format = EventFormat.phoenix
  private let layout: ColumnLayout
  private let id, day, code, root, weight, issues, source, target: Int

  /// The columns in their published order.
  static let columns = [
    "eid", "story_date", "year", "month", "day", "source", "source_root", "source_agent",
    "source_others", "target", "target_root", "target_agent", "target_others", "code",
    "root_code", "quad_class", "goldstein", "joined_issues", "lat", "lon", "placename",
    "statename", "countryname", "aid", "process",
  ]

  /// Makes a reader for a header, or for the published order.
  init(header: [String]? = nil) {
    let layout = ColumnLayout(header ?? Self.columns)
    self.layout = layout
    id = layout("eid")
    day = layout("story_date")
    code = layout("code")
    root = layout("root_code")
    weight = layout("goldstein")
    issues = layout("joined_issues")
    source = layout("source")
    target = layout("target")
  }

  /// Decodes one row.
  public func record(from row: FieldRow, line: Int) throws(RowFault) -> CodedEvent? {
    guard row.count == layout.count || row.count == 24 else {
      throw RowFault("the row has \(row.count) columns and the format \(layout.count)")
    }
    let (known, rawCode) = try CodeField.read(
      row.text(code), root: row.integer(root), length: .full)
    return CodedEvent(
      id: row.text(id), date: DateSpan(Day(ordinal: try day(row))), source: actor(row, source),
      target: actor(row, target), code: known, rawCode: rawCode, tenths: try row.tenths(weight),
      summary: row.text(issues), line: line)
  }

  /// The day, written 2005-01-31 or as in 1/31/2005; else from the columns year, month and day.
  private func day(_ row: FieldRow) throws(RowFault) -> Int {
    if FieldParsing.calendarDay(row[day]) != nil { return try row.day(day) }
    guard layout("year") >= 0 else { return try row.day(day) }
    guard let year = row.integer(layout("year")), let month = row.integer(layout("month")),
      let number = row.integer(layout("day")),
      let found = Day(year: year, month: month, day: number),
      FieldParsing.days.contains(found.ordinal)
    else { throw FieldParsing.fault(row[day], "is no day") }
    return found.ordinal
  }

  private func actor(_ row: FieldRow, _ first: Int) -> CodedActor {
    let whole = row.text(first)
    if whole.isEmpty { return .absent }
    let root = row.text(first + 1)
    let agents = row.text(first + 2).split(separator: ";").map { $0.trimmed }
    let actor =
      root.isEmpty
      ? nil : ActorResolver.state(cameo: root) ?? ActorResolver.body(cameoGroup: root)
    let organ = agents.lazy.map(OrganTable.organ(cameoType:)).first { !$0.isEmpty } ?? ""
    return CodedActor(actor, organ: organ, code: whole, sectors: agents)
  }
}

/// Reads what the coder PETRARCH writes: date, source, target, code, issues, id, story, texts.
///
/// > Norris, C., Schrodt, P. & Beieler, J. "PETRARCH2: Another Event Coding Program." *JOSS* 2(9),
/// > 2017.
public struct PetrarchReader: RecordReader {
  /// The format.
  public let format = EventFormat.petrarch

  /// Makes a reader.
  public init() {}

  /// Decodes one row.
  public func record(from row: FieldRow, line: Int) throws(RowFault) -> CodedEvent? {
    guard (5...10).contains(row.count) else {
      throw RowFault("the row has \(row.count) columns and \(format.label) 5 to 10")
    }
    let day = try row.day(0)
    let (code, rawCode) = try CodeField.read(row.text(3), length: .full)
    return CodedEvent(
      id: row.text(5), date: DateSpan(Day(ordinal: day)),
      source: ActorResolver.actor(cameoChain: row.text(1), name: row.text(7)),
      target: ActorResolver.actor(cameoChain: row.text(2), name: row.text(8)), code: code,
      rawCode: rawCode, summary: row.text(9), url: row.text(6), line: line)
  }
}
