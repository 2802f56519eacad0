import Diplomacy

/// Reads the UCDP Georeferenced Event Dataset: comma-separated with a header.
///
/// State-based and non-state violence become CAMEO 190 (use conventional military force), one-sided
/// violence 180 (use unconventional violence). Governments resolve by their Gleditsch-Ward number,
/// or by name where the file has none.
///
/// > Sundberg, R. & Melander, E. "Introducing the UCDP Georeferenced Event Dataset." *Journal of
/// > Peace Research* 50(4), 2013, 523-532.
public struct UCDPReader: RecordReader {
  /// The format.
  public let format = EventFormat.ucdp
  private let layout: ColumnLayout
  private let id, kind, first, last, outlet, headline, place: Int
  private let names, numbers: [Int]

  /// The columns in their published order, for candidate files without a header.
  static let columns = [
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
    "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name",
    "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b",
    "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
    "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b",
    "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
  ]

  /// Makes a reader for a header, or for the published order.
  init(header: [String]? = nil) {
    let layout = ColumnLayout(header ?? Self.columns)
    self.layout = layout
    id = layout("id")
    kind = layout("type_of_violence")
    first = layout("date_start")
    last = layout("date_end")
    outlet = layout("source_office")
    headline = layout("source_headline")
    place = layout("conflict_name")
    names = [layout("side_a"), layout("side_b")]
    numbers = [layout("gwnoa"), layout("gwnob")]
  }

  /// Decodes one row.
  public func record(from row: FieldRow, line: Int) throws(RowFault) -> CodedEvent? {
    try layout.check(row)
    let start = Day(ordinal: try row.day(first))
    let end = row[last].isEmpty ? start : Day(ordinal: try row.day(last))
    guard let date = DateSpan(from: start, through: end) else {
      throw FieldParsing.fault(row[last], "lies before the start")
    }
    guard let kind = row.integer(kind), (1...3).contains(kind),
      let code = EventCode(kind == 3 ? "180" : "190")
    else { throw FieldParsing.fault(row[kind], "is no type of violence from 1 to 3") }
    let headline = row.text(headline)
    return CodedEvent(
      id: row.text(id), date: date, source: actor(row, 0, start), target: actor(row, 1, start),
      code: code, rawCode: "type \(kind)", summary: headline.isEmpty ? row.text(place) : headline,
      publisher: row.text(outlet), line: line)
  }

  private func actor(_ row: FieldRow, _ side: Int, _ day: Day) -> CodedActor {
    let name = row.text(names[side])
    let number = row.text(numbers[side])
    if name.isEmpty, number.isEmpty { return .absent }
    if let number = row.integer(numbers[side]),
      let state = ActorResolver.state(gleditschWard: number, on: day)
    {
      return CodedActor(state, organ: "government", code: String(number), name: name)
    }
    let mark = "Government of "
    if name.hasPrefix(mark), let state = ActorResolver.state(ucdp: name.dropFirst(mark.count)) {
      return CodedActor(state, organ: "government", code: number, name: name)
    }
    return CodedActor(nil, organ: name == "Civilians" ? "citizens" : "", code: number, name: name)
  }
}
