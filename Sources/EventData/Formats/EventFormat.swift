/// A published format of event data.
public enum EventFormat: String, Hashable, CaseIterable, Sendable, Codable {
  /// GDELT 1.0 events: 57 columns, or 58 with the address.
  case gdelt1
  /// GDELT 2.0 events: 61 columns.
  case gdelt2
  /// GDELT 2.0 mentions: 14 to 16 columns.
  case gdeltMentions = "gdelt-mentions"
  /// ICEWS coded events: 20 columns.
  case icews
  /// POLECAT events in PLOVER: 40 columns.
  case polecat
  /// Phoenix events of the Cline Center: 25 columns.
  case phoenix
  /// ACLED: 31 columns of comma-separated values.
  case acled
  /// UCDP Georeferenced Event Dataset: 49 columns of comma-separated values.
  case ucdp
  /// PETRARCH evts: tab-parted output of the coder.
  case petrarch
  /// Events as JSON objects, one a line.
  case jsonLines = "jsonl"
  /// Coded events as our own Parquet-ready CSV.
  case eventCSV = "event-csv"
  /// The case's own CSV.
  case caseCSV = "case"
  /// ICEWS as the forecasting literature extracts it: date, source, cameo, goldstein, relation, target.
  case relations
  /// Daily sums of state pairs: date, a, b, w.
  case dailySums = "daily-sums"

  /// The format in words.
  public var label: String {
    switch self {
    case .gdelt1: "GDELT 1.0 events"
    case .gdelt2: "GDELT 2.0 events"
    case .gdeltMentions: "GDELT 2.0 mentions"
    case .icews: "ICEWS events"
    case .polecat: "POLECAT events"
    case .phoenix: "Phoenix events"
    case .acled: "ACLED events"
    case .ucdp: "UCDP georeferenced events"
    case .petrarch: "PETRARCH events"
    case .jsonLines: "JSON Lines"
    case .eventCSV: "event CSV"
    case .caseCSV: "case CSV"
    case .relations: "relation extracts"
    case .dailySums: "daily sums of pairs"
    }
  }

  /// The name of the version of our reader, kept with every stored event.
  public var readerVersion: String { "\(rawValue)/1" }

  /// Data sets whose ids name the same events share a family.
  public var family: String {
    switch self {
    case .gdelt1, .gdelt2, .gdeltMentions: "gdelt"
    default: rawValue
    }
  }
}
