/// How the formats' names of sectors and roles map to the organs of a state.
///
/// Organs are the words the case format uses: president, foreign_ministry, military, court, ….
enum OrganTable {
  /// Whether an organ is part of the state; no organ means the state itself.
  static func isOfficial(_ organ: String) -> Bool { organ.isEmpty || official.contains(organ) }

  static let official: Set<String> = [
    "government", "president", "prime_minister", "foreign_ministry", "defence_ministry",
    "ministry", "military", "police", "court", "parliament", "intelligence", "ambassador",
    "border_service", "local_government", "head_of_state",
  ]

  /// The organ of a CAMEO type code such as GOV; empty where the table has none.
  static func organ(cameoType code: String) -> String { types[code] ?? "" }

  private static let types: [String: String] = [
    "GOV": "government", "MIL": "military", "COP": "police", "JUD": "court", "LEG": "parliament",
    "SPY": "intelligence", "MED": "media", "BUS": "business", "MNC": "business",
    "EDU": "education", "OPP": "opposition", "PTY": "party", "REB": "rebels", "INS": "rebels",
    "SEP": "rebels", "UAF": "armed_group", "RAD": "armed_group", "CVL": "citizens",
    "CRM": "criminals", "REF": "refugees", "ELI": "elites", "HLH": "health",
    "HRI": "civil_society", "NGO": "civil_society", "NGM": "civil_society", "LAB": "labour",
    "AGR": "agriculture", "DEV": "development", "ENV": "environment", "SET": "settlers",
    "IGO": "organisation", "IMG": "armed_group",
  ]

  /// The organ of an ICEWS, POLECAT or ACLED sector or role in words; empty where none is meant.
  static func organ(words: String) -> String {
    let text = Array(words.lowercased().utf8)
    return text.withUnsafeBufferPointer { text in
      markBytes.first { holds($0.bytes, text) }?.organ ?? ""
    }
  }

  /// Whether some bytes hold others; searching the text itself takes a third of an import's time.
  private static func holds(_ part: [UInt8], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = part.first, part.count <= text.count else { return false }
    return part.withUnsafeBufferPointer { part in
      for start in 0...(text.count - part.count) where text[start] == first {
        var length = 1
        while length < part.count, text[start + length] == part[length] { length += 1 }
        if length == part.count { return true }
      }
      return false
    }
  }

  private static let markBytes = marks.map { (bytes: Array($0.0.utf8), organ: $0.1) }

  // The first mark found decides, so narrower ones stand first.
  private static let marks: [(String, String)] = [
    ("foreign affairs", "foreign_ministry"), ("foreign ministry", "foreign_ministry"),
    ("foreign minister", "foreign_ministry"), ("defense / security", "defence_ministry"),
    ("defense ministry", "defence_ministry"), ("ministry of defence", "defence_ministry"),
    ("head of government", "prime_minister"), ("prime minister", "prime_minister"),
    ("head of state", "president"), ("president", "president"), ("monarch", "president"),
    ("envoy", "ambassador"), ("diplomat", "ambassador"), ("ambassador", "ambassador"),
    ("border guard", "border_service"), ("coast guard", "border_service"),
    ("intelligence", "intelligence"), ("police", "police"), ("law enforcement", "police"),
    ("opposition", "opposition"), ("political part", "party"), ("party member", "party"),
    ("civil society", "civil_society"),
    ("activist", "civil_society"), ("human rights", "civil_society"), ("ngo", "civil_society"),
    ("rebel", "rebels"), ("insurgent", "rebels"), ("separatist", "rebels"),
    ("militant", "armed_group"), ("militia", "armed_group"), ("armed gang", "armed_group"),
    ("extremist", "armed_group"), ("terror", "armed_group"), ("armed rebel", "rebels"),
    ("military", "military"), ("armed forces", "military"), ("army", "military"),
    ("naval", "military"), ("air force", "military"), ("troops", "military"),
    ("state forces", "military"),
    ("judge", "court"), ("judicia", "court"), ("court", "court"), ("attorney", "court"),
    ("lawyer", "lawyers"), ("legislat", "parliament"), ("parliament", "parliament"),
    ("member of the upper", "parliament"), ("congress", "parliament"), ("senate", "parliament"),
    ("local government", "local_government"), ("governor", "local_government"),
    ("ministry", "ministry"), ("minister", "government"), ("cabinet", "government"),
    ("executive", "government"), ("government", "government"), ("authorities", "government"),
    ("media", "media"), ("journalist", "media"), ("news", "media"), ("radio", "media"),
    ("business", "business"), ("compan", "business"), ("industr", "business"),
    ("citizen", "citizens"), ("civilian", "citizens"), ("population", "citizens"),
    ("protester", "citizens"), ("rioter", "citizens"), ("women", "citizens"),
    ("children", "citizens"), ("student", "education"), ("education", "education"),
    ("criminal", "criminals"), ("refugee", "refugees"), ("immigrant", "refugees"),
    ("labor", "labour"), ("worker", "labour"), ("religio", "religion"), ("muslim", "religion"),
    ("medical", "health"), ("health", "health"), ("ethnic", "ethnic_group"),
  ]
}
