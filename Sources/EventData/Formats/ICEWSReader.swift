import Diplomacy

/// Reads the ICEWS coded event files: tab-parted, with a header, 20 columns.
///
/// > Boschee, E. et al. *ICEWS Coded Event Data*. Harvard Dataverse, doi:10.7910/DVN/28075, 2015.
public struct ICEWSReader: RecordReader {
  /// The format.
  public let format = EventFormat.icews
  private let layout: ColumnLayout
  private let id, day, code, weight, text, publisher, story: Int
  private let source, target: Party
  private let actors = ActorCache { Self.actor($0) }

  private struct Party {
    let name, sectors, country: Int
  }

  /// The columns in their published order.
  static let columns = [
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text",
    "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID",
    "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude",
    "Longitude",
  ]

  /// Makes a reader for a header, or for the published order.
  init(header: [String]? = nil) {
    let layout = ColumnLayout(header ?? Self.columns)
    self.layout = layout
    id = layout("Event ID")
    day = layout("Event Date")
    code = layout("CAMEO Code")
    weight = layout("Intensity")
    text = layout("Event Text")
    publisher = layout("Publisher")
    story = layout("Story ID")
    source = Party(
      name: layout("Source Name"), sectors: layout("Source Sectors"),
      country: layout("Source Country"))
    target = Party(
      name: layout("Target Name"), sectors: layout("Target Sectors"),
      country: layout("Target Country"))
  }

  /// Decodes one row.
  public func record(from row: FieldRow, line: Int) throws(RowFault) -> CodedEvent? {
    try layout.check(row)
    let day = try row.day(day)
    let (known, rawCode) = try codeRead(row)
    return CodedEvent(
      id: row.text(id), date: DateSpan(Day(ordinal: day)), source: actor(row, source),
      target: actor(row, target), code: known, rawCode: rawCode, tenths: try row.tenths(weight),
      summary: row.text(text), publisher: row.text(publisher), line: line)
  }

  /// The code; where the file has no column of codes, the one that its words label.
  private func codeRead(_ row: FieldRow) throws(RowFault) -> (EventCode, String) {
    let words = row.text(text)
    if code < 0 {
      guard let named = CodeLabels.code(of: words) else {
        throw RowFault("'\(words.prefix(60))' labels no CAMEO code, and the file has no codes")
      }
      return (named, named.rawValue)
    }
    let written = row.text(code)
    let found = try CodeField.read(written, length: .full)
    if found.raw != written, let named = CodeLabels.code(of: words), named.root != found.code.root {
      throw RowFault("'\(written)' has lost a zero, and '\(words.prefix(60))' is another act")
    }
    return found
  }

  private func actor(_ row: FieldRow, _ party: Party) -> CodedActor {
    let name = row.text(party.name)
    let country = row.text(party.country)
    if name.isEmpty, country.isEmpty { return .absent }
    return actors.actor("\(name)\t\(row.text(party.sectors))\t\(country)")
  }

  /// The actor of a name, its sectors and its country, joined by tabs.
  private static func actor(_ joined: String) -> CodedActor {
    let fields = joined.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    let name = fields[0]
    let country = fields[2]
    // A state or body named outright stands for itself, whatever sectors the file adds.
    if let actor = ActorResolver.actor(named: name) { return CodedActor(actor, name: name) }
    let parts = fields[1].split(separator: ",").map(String.init)
    let actor = country.isEmpty ? nil : ActorResolver.actor(named: country)
    var organ = OrganTable.organ(words: name)
    if organ.isEmpty {
      organ = parts.lazy.map(OrganTable.organ(words:)).first { !$0.isEmpty } ?? ""
    }
    return CodedActor(
      actor, organ: organ.isEmpty ? "other" : organ, code: country, name: name, sectors: parts)
  }
}
