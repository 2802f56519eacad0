public import Diplomacy

/// Resolves the actor codes and names of data sets to ISO 3166 states and to prefixed bodies.
///
/// What the tables do not know is left unresolved, and counted by those who read; it is never
/// guessed from the place of an event or from the nationality of a report.
public enum ActorResolver {
  /// The state of a CAMEO country code, such as RUS or ROM, or nothing for regions and unknown codes.
  ///
  /// > Schrodt, P. A. *CAMEO Codebook*, version 1.1b3, 2012, chapter 3 and appendix.
  public static func state(cameo code: some StringProtocol) -> ActorCode? {
    let text = String(code)
    if let other = cameoExceptions[text] { return other }
    let code = ActorCode(rawValue: text)
    return CountryCodes.contains(code) ? code : nil
  }

  /// The body of a CAMEO group code, such as UNO for the United Nations.
  public static func body(cameoGroup code: some StringProtocol) -> ActorCode? {
    groups[String(code)]
  }

  /// The state or body of a name in words, such as South Korea; case does not matter.
  public static func actor(named name: some StringProtocol) -> ActorCode? {
    ActorNames.table[ActorNames.plain(name)]
  }

  /// The state of a Gleditsch-Ward number, as UCDP writes governments.
  ///
  /// > Gleditsch, K. S. & Ward, M. D. "A Revised List of Independent States since the Congress of
  /// > Vienna." *International Interactions* 25, 1999, 393-413.
  public static func state(gleditschWard number: Int) -> ActorCode? {
    GleditschWardTable.states[number]
  }

  /// An actor written as a CAMEO chain such as RUSMIL or UKRGOVMIL.
  public static func actor(cameoChain code: String, name: String = "") -> CodedActor {
    let first = code.split(separator: ";").first.map(String.init) ?? ""
    let pieces = stride(from: 0, to: first.utf8.count, by: 3).map { start in
      String(decoding: Array(first.utf8.dropFirst(start).prefix(3)), as: UTF8.self)
    }
    guard let head = pieces.first else { return CodedActor(nil, code: code, name: name) }
    let actor = state(cameo: head) ?? body(cameoGroup: head)
    let rest = actor == nil ? pieces[...] : pieces.dropFirst()
    let organ = rest.lazy.map(OrganTable.organ(cameoType:)).first { !$0.isEmpty } ?? ""
    return CodedActor(actor, organ: organ, code: code, name: name, sectors: Array(rest))
  }

  /// An actor written as ICEWS does: a bare name, or a role with its state in brackets.
  ///
  /// "Police (India)" is the police of India; "India" is India; a person stays unresolved unless
  /// the name is one of a state's leader in the table.
  public static func actor(role text: String) -> CodedActor {
    if let actor = actor(named: text) { return CodedActor(actor, name: text) }
    if let leader = LeaderTable.leaders[text] {
      return CodedActor(leader.state, organ: leader.organ, name: text)
    }
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else {
      return CodedActor(nil, name: text)
    }
    let inside = text[text.index(after: open)...].dropLast()
    let role = text[..<open].trimmed
    guard let state = actor(named: inside) else { return CodedActor(nil, name: text) }
    let organ = OrganTable.organ(words: role)
    return CodedActor(
      state, organ: organ.isEmpty ? "other" : organ, name: text, sectors: [role])
  }

  private static let cameoExceptions: [String: ActorCode] = [
    "ROM": "ROU", "TMP": "TLS", "KOS": "XKX", "KSV": "XKX", "UNK": "XKX", "PAL": "PSE",
    "WSB": "PSE", "GZS": "PSE", "IMY": "IMN", "ZAR": "COD", "BUR": "MMR", "MTN": "MNE",
    "USR": "SUN", "GME": "DDR", "GMW": "DEU", "CZH": "CSK",
  ]

  private static let groups: [String: ActorCode] = [
    "UNO": "IGO:UN", "EEC": "IGO:EU", "EUR": "IGO:EU", "NAT": "IGO:NATO", "ARL": "IGO:LAS",
    "AFU": "IGO:AU", "OAU": "IGO:AU", "OSC": "IGO:OSCE", "ASN": "IGO:ASEAN", "IAE": "IGO:IAEA",
    "ICC": "IGO:ICC", "ICJ": "IGO:ICJ", "IMF": "IGO:IMF", "WBK": "IGO:WB", "WTO": "IGO:WTO",
    "OPC": "IGO:OPEC", "CIS": "IGO:CIS", "COE": "IGO:COE", "GCC": "IGO:GCC", "OAS": "IGO:OAS",
    "SCO": "IGO:SCO", "WHO": "IGO:WHO", "CSS": "IGO:CSTO", "ECO": "IGO:ECOWAS",
    "AMN": "NGO:AI", "HRW": "NGO:HRW", "IRC": "NGO:ICRC", "RCR": "NGO:ICRC", "MSF": "NGO:MSF",
  ]
}

extension StringProtocol {
  /// The text without blanks at its ends.
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
