import Diplomacy

/// Reads ACLED: comma-separated with a header; sub-event types become CAMEO codes by table.
///
/// The table is ours and coarse: ACLED codes violence and protest, not diplomacy. The file's own
/// words are kept beside the code.
///
/// > Raleigh, C. et al. "Introducing ACLED." *Journal of Peace Research* 47(5), 2010, 651-660.
public struct ACLEDReader: RecordReader {
  /// The format.
  public let format = EventFormat.acled
  private let layout: ColumnLayout
  private let id, day, type, subtype, outlet, notes: Int
  private let actors, sides: [Int]

  /// Makes a reader for a header.
  init(header: [String]) {
    let layout = ColumnLayout(header)
    self.layout = layout
    id = layout("event_id_cnty")
    day = layout("event_date")
    type = layout("event_type")
    subtype = layout("sub_event_type")
    outlet = layout("source")
    notes = layout("notes")
    actors = [layout("actor1"), layout("actor2")]
    sides = [layout("inter1"), layout("inter2")]
  }

  private static let codes: [String: String] = [
    "armed clash": "190", "government regains territory": "190",
    "non-state actor overtakes territory": "190", "non-violent transfer of territory": "080",
    "chemical weapon": "204", "air/drone strike": "195", "suicide bomb": "183",
    "shelling/artillery/missile attack": "194", "remote explosive/landmine/ied": "183",
    "grenade": "183", "sexual violence": "1821", "attack": "180",
    "abduction/forced disappearance": "181", "peaceful protest": "141",
    "protest with intervention": "141", "excessive force against protesters": "175",
    "violent demonstration": "145", "mob violence": "145", "agreement": "057",
    "arrests": "173", "change to group/activity": "010", "disrupted weapons use": "172",
    "headquarters or base established": "150", "looting/property destruction": "171",
    "other": "010",
  ]

  private static let roots: [String: String] = [
    "battles": "190", "explosions/remote violence": "183", "violence against civilians": "180",
    "protests": "141", "riots": "145", "strategic developments": "010",
  ]

  /// Decodes one row.
  public func record(from row: FieldRow, line: Int) throws(RowFault) -> CodedEvent? {
    if line == 1, row.text(id) == "event_id_cnty" { return nil }
    try layout.check(row)
    guard let day = try day(row) else { throw FieldParsing.fault(row[day], "is no day") }
    let words = row.text(subtype)
    guard
      let text = Self.codes[words.lowercased()] ?? Self.roots[row.text(type).lowercased()],
      let code = EventCode(text)
    else { throw FieldParsing.fault(row[subtype], "is no ACLED event type") }
    return CodedEvent(
      id: row.text(id), date: DateSpan(day), source: actor(row, 0), target: actor(row, 1),
      code: code, rawCode: words, summary: row.text(notes), publisher: row.text(outlet),
      line: line)
  }

  /// The day as in 2024-03-01 or 01 March 2024.
  private func day(_ row: FieldRow) throws(RowFault) -> Day? {
    if FieldParsing.calendarDay(row[day]) != nil { return Day(ordinal: try row.day(day)) }
    let parts = row.text(day).split(separator: " ")
    guard parts.count == 3, let number = Int(parts[0]), let year = Int(parts[2]),
      let month = Self.months.firstIndex(where: { $0.hasPrefix(parts[1].lowercased()) }),
      parts[1].count >= 3, let found = Day(year: year, month: month + 1, day: number),
      FieldParsing.days.contains(found.ordinal)
    else { return nil }
    return found
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// "Military Forces of Azerbaijan (2003-)" or "Protesters (India)".
  private func actor(_ row: FieldRow, _ side: Int) -> CodedActor {
    let name = row.text(actors[side])
    guard !name.isEmpty else { return .absent }
    var rest = name[...]
    var bracketed = ""
    if let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
      bracketed = String(rest[rest.index(after: open)..<close])
      rest = rest[..<open]
    }
    var actor = ActorResolver.actor(named: bracketed)
    if actor == nil {
      let words = rest.trimmed.split(separator: " ")
      if let of = words.firstIndex(of: "of"), of + 1 < words.count {
        actor = ActorResolver.actor(named: words[(of + 1)...].joined(separator: " "))
      }
    }
    var organ = OrganTable.organ(words: String(rest))
    if organ.isEmpty { organ = OrganTable.organ(words: row.text(sides[side])) }
    return CodedActor(
      actor, organ: organ.isEmpty ? "other" : organ, code: row.text(sides[side]), name: name)
  }
}
