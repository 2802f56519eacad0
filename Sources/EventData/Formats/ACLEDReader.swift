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
    // The nine types of files from before 2019, which have no sub-events. Riots and protests were
    // one type, so that only what they share is coded.
    "battle-no change of territory": "190", "battle-government regains territory": "190",
    "battle-non-state actor overtakes territory": "190", "remote violence": "183",
    "riots/protests": "140", "headquarters or base established": "150",
    "non-violent transfer of territory": "080", "strategic development": "010",
  ]

  private static func code(type: String, subtype: String) -> String? {
    codes[plain(subtype)] ?? roots[plain(type)]
  }

  /// The words in small letters, with one blank where several or none beside a hyphen stand.
  private static func plain(_ words: String) -> String {
    words.lowercased().split(separator: " ").joined(separator: " ").replacing(" - ", with: "-")
  }

  /// Decodes one row.
  public func record(from row: FieldRow, line: Int) throws(RowFault) -> CodedEvent? {
    try layout.check(row)
    let day = try row.day(day)
    let subtypeWords = row.text(subtype)
    let typeWords = row.text(type)
    guard let text = Self.code(type: typeWords, subtype: subtypeWords), let code = EventCode(text)
    else {
      let judged = subtypeWords.isEmpty ? typeWords : "\(typeWords): \(subtypeWords)"
      throw RowFault("'\(judged.prefix(80))' is no ACLED event type that is known")
    }
    let words = subtypeWords.isEmpty ? typeWords : subtypeWords
    return CodedEvent(
      id: row.text(id), date: DateSpan(Day(ordinal: day)), source: actor(row, 0),
      target: actor(row, 1),
      code: code, rawCode: words, summary: row.text(notes), publisher: row.text(outlet),
      line: line)
  }

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
