import Diplomacy

/// Reads POLECAT: tab-parted with a header, PLOVER event types instead of CAMEO codes.
///
/// The type is kept, and the root CAMEO code that the PLOVER manual names for it is used where a
/// code is needed.
///
/// > Halterman, A. et al. *POLECAT: Political Event Classification, Attributes, and Types*, 2023.
public struct PolecatReader: RecordReader {
  /// The format.
  public let format = EventFormat.polecat
  private let layout: ColumnLayout
  private let id, day, type, mode, weight, contexts, outlet: Int
  private let source, target: Party

  private struct Party {
    let name, country, sector, sectors: Int
  }

  /// Makes a reader for a header.
  init(header: [String]) {
    let layout = ColumnLayout(header)
    self.layout = layout
    id = layout("Event ID")
    day = layout("Event Date")
    type = layout("Event Type")
    mode = layout("Event Mode")
    weight = layout("Intensity")
    contexts = layout("Contexts")
    outlet = layout("Source")
    source = Party(
      name: layout("Actor Name"), country: layout("Actor Country"),
      sector: layout("Primary Actor Sector"), sectors: layout("Actor Sectors"))
    target = Party(
      name: layout("Recipient Name"), country: layout("Recipient Country"),
      sector: layout("Primary Recipient Sector"), sectors: layout("Recipient Sectors"))
  }

  /// The CAMEO root of each PLOVER type.
  static let roots: [PloverType: String] = [
    .agree: "03", .consult: "04", .support: "05", .cooperate: "06", .aid: "07", .concede: "08",
    .retreat: "08", .request: "02", .accuse: "11", .reject: "12", .threaten: "13",
    .protest: "14", .mobilize: "15", .sanction: "16", .coerce: "17", .assault: "18",
  ]

  /// Decodes one row.
  public func record(from row: FieldRow, line: Int) throws(RowFault) -> CodedEvent? {
    try layout.check(row)
    let day = try row.day(day)
    guard let plover = PloverType(rawValue: row.text(type).uppercased()),
      let root = Self.roots[plover], let code = EventCode(root)
    else { throw FieldParsing.fault(row[type], "is no PLOVER type") }
    let mode = row.text(mode)
    let contexts = row.text(contexts)
    return CodedEvent(
      id: row.text(id), date: DateSpan(Day(ordinal: day)), source: actor(row, source),
      target: actor(row, target), code: code,
      rawCode: mode.isEmpty ? plover.rawValue : "\(plover.rawValue)/\(mode)", plover: plover,
      tenths: try row.tenths(weight), summary: contexts, publisher: row.text(outlet), line: line)
  }

  private func actor(_ row: FieldRow, _ party: Party) -> CodedActor {
    let name = row.text(party.name)
    let country = row.text(party.country)
    if name.isEmpty, country.isEmpty { return .absent }
    let sectors = row.text(party.sectors).split(separator: ";").map { $0.trimmed }
    let code = ActorCode(country.split(separator: ";").first?.trimmed ?? "")
    let primary = row.text(party.sector)
    let organ = OrganTable.organ(cameoType: primary)
    return CodedActor(
      CountryCodes.contains(code) ? code : ActorResolver.actor(named: country),
      organ: organ.isEmpty ? OrganTable.organ(words: primary) : organ, code: country, name: name,
      sectors: sectors)
  }
}
