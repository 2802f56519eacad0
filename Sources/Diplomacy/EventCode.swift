/// A code of the CAMEO ontology: what kind of act an event is.
///
/// > Schrodt, P. A. *CAMEO: Conflict and Mediation Event Observations, Event and Actor Codebook*,
/// > version 1.1b3, 2012.
public struct EventCode: Hashable, Comparable, Sendable, RawRepresentable {
  /// The digits of the code, two to four, leading zeros kept.
  public let rawValue: String

  /// Makes a code, or nothing where CAMEO has no such code.
  public init?(rawValue: String) {
    guard Self.entries[rawValue] != nil else { return nil }
    self.rawValue = rawValue
  }

  /// Makes a code, or nothing where CAMEO has no such code.
  public init?(_ text: some StringProtocol) { self.init(rawValue: String(text)) }

  /// The first two digits as a number from 1 to 20.
  public var root: Int { rawValue.utf8.prefix(2).reduce(0) { $0 * 10 + Int($1) - 0x30 } }

  /// The label of the code in the codebook.
  public var label: String { Self.entries[rawValue]?.label ?? "" }

  /// The PLOVER event type, where the conversion table gives one; statements and appeals have none.
  public var plover: PloverType? { Self.entries[rawValue]?.plover }

  /// The quad class of the code.
  public var quadClass: QuadClass { QuadClass(root: root) }

  /// Every code of the ontology in the order of the digits.
  public static let all: [EventCode] = entries.keys.sorted().compactMap(EventCode.init(rawValue:))

  /// The version of the table behind codes, weights and types.
  public static var tableVersion: String { CameoTable.version }

  /// Orders codes by their digits.
  public static func < (lhs: EventCode, rhs: EventCode) -> Bool { lhs.rawValue < rhs.rawValue }

  struct Entry: Sendable {
    let gdelt: Double?
    let icews: Double?
    let plover: PloverType?
    let label: String
  }

  static let entries: [String: Entry] = {
    var entries: [String: Entry] = [:]
    for line in CameoTable.text.split(separator: "\n") {
      let fields = line.split(separator: "|", maxSplits: 4, omittingEmptySubsequences: false)
      guard fields.count == 5 else { continue }
      entries[String(fields[0])] = Entry(
        gdelt: Double(fields[1]), icews: Double(fields[2]),
        plover: PloverType(rawValue: String(fields[3])), label: String(fields[4]))
    }
    return entries
  }()
}

extension EventCode: CustomStringConvertible {
  /// The digits.
  public var description: String { rawValue }
}

extension EventCode: Codable {
  /// Reads a code from its digits.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let code = EventCode(rawValue: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is not a CAMEO code")
    }
    self = code
  }

  /// Writes the digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// The four classes of acts: words or deeds, cooperative or conflictual.
///
/// The grouping by CAMEO root is the one GDELT and ICEWS publish: 01-05, 06-08, 09-13, 14-20. It
/// counts neutral statements (01) and appeals (02) as verbal cooperation; PLOVER drops them.
public enum QuadClass: Int, Hashable, Comparable, CaseIterable, Sendable, Codable {
  /// Roots 01 to 05.
  case verbalCooperation = 1
  /// Roots 06 to 08.
  case materialCooperation = 2
  /// Roots 09 to 13.
  case verbalConflict = 3
  /// Roots 14 to 20.
  case materialConflict = 4

  /// The class of a CAMEO root from 1 to 20.
  public init(root: Int) {
    switch root {
    case ...5: self = .verbalCooperation
    case 6...8: self = .materialCooperation
    case 9...13: self = .verbalConflict
    default: self = .materialConflict
    }
  }

  /// Whether the class holds words and not deeds.
  public var isVerbal: Bool { self == .verbalCooperation || self == .verbalConflict }

  /// The class in words.
  public var label: String {
    switch self {
    case .verbalCooperation: "verbal cooperation"
    case .materialCooperation: "material cooperation"
    case .verbalConflict: "verbal conflict"
    case .materialConflict: "material conflict"
    }
  }

  /// Orders classes by their number.
  public static func < (lhs: QuadClass, rhs: QuadClass) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// The event types of PLOVER, the successor of CAMEO.
///
/// > Open Event Data Alliance. *PLOVER: A Political Event Ontology*, draft 0.8, 2021.
public enum PloverType: String, Hashable, CaseIterable, Sendable, Codable {
  case agree = "AGREE"
  case consult = "CONSULT"
  case support = "SUPPORT"
  case cooperate = "COOPERATE"
  case aid = "AID"
  case concede = "CONCEDE"
  case retreat = "RETREAT"
  case request = "REQUEST"
  case accuse = "ACCUSE"
  case reject = "REJECT"
  case threaten = "THREATEN"
  case protest = "PROTEST"
  case sanction = "SANCTION"
  case mobilize = "MOBILIZE"
  case coerce = "COERCE"
  case assault = "ASSAULT"
}
