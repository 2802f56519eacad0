import Diplomacy

/// Which level of contact an act touches, and what it does to it.
struct Contact {
  let level: ChannelLevel
  let effect: ChannelEffect

  /// Reads the contact of an act.
  ///
  /// The level is that of the lower of the two sides' offices: a prime minister received by a
  /// president is contact of heads of government.
  init?(code: EventCode, pattern: String, source: Party, target: Party) {
    let digits = code.rawValue
    if let border = Self.border(code, pattern) {
      level = ChannelLevel(rawValue: "borders")
      effect = border
      return
    }
    // An office, house or broadcaster that is closed is itself the channel.
    if code.root == 16 || code.root == 17, let kind = Self.houses[target.organ] {
      level = ChannelLevel(rawValue: kind)
      effect = pattern.contains("suspend") || pattern.contains("cancel") ? .cancelled : .restricted
      return
    }
    if digits.hasPrefix("160"), pattern.contains("cultural") {
      level = ChannelLevel(rawValue: "cultural")
      effect = pattern.contains("cancel") ? .cancelled : .restricted
      return
    }
    guard let effect = Self.effect(of: code, pattern) else { return nil }
    self.effect = effect
    let ranks = [source, target].compactMap { Self.rank(of: $0) }
    if digits.hasPrefix("114") || digits.hasPrefix("161") || pattern.contains("note") {
      level = ChannelLevel(rawValue: "diplomatic")
    } else if let lowest = ranks.max() {
      level = ChannelLevel(rawValue: Self.levels[lowest])
    } else if digits.hasPrefix("054") {
      level = ChannelLevel(rawValue: "diplomatic")
    } else {
      return nil
    }
  }

  /// An actor and its organ.
  struct Party {
    let code: ActorCode
    let organ: String
  }

  private static func rank(of party: Party) -> Int? {
    // Where the prime minister leads the state, his contacts are those of heads of state.
    if party.organ == "prime_minister", ledByPrimeMinister.contains(party.code.rawValue) {
      return 0
    }
    return ranks[party.organ]
  }

  private static let ledByPrimeMinister: Set<String> = [
    "ARM", "ISR", "GBR", "DEU", "JPN", "IND", "PAK", "ITA", "ESP", "CAN", "AUS", "NZL", "GRC",
    "NLD", "BEL", "SWE", "NOR", "DNK", "HUN", "MYS", "THA", "BGD", "ETH", "GEO", "ALB", "MKD",
    "XKX", "BGR", "IRQ", "SGP", "NPL", "KHM", "POL", "CZE", "SVK", "SVN", "HRV", "EST", "LVA",
    "FIN", "IRL", "ISL", "LUX", "MLT", "JAM", "FJI", "PNG",
  ]

  private static let houses = ["media": "media", "cultural_agency": "cultural"]

  private static func border(_ code: EventCode, _ pattern: String) -> ChannelEffect? {
    guard pattern.contains("border") || pattern.contains("land|sea|air") else { return nil }
    if code.root == 16 { return .closed }
    return code.root == 8 || code.root == 3 ? .restored : nil
  }

  private static func effect(of code: EventCode, _ pattern: String) -> ChannelEffect? {
    let first = pattern.prefix { $0 != " " }
    switch code.rawValue.prefix(3) {
    case "054": return .restored
    case "161":
      let ends = ["break", "sever", "cut", "close", "end"].contains { first.contains($0) }
      return ends ? .closed : .restricted
    case "125": return .cancelled
    case "120" where pattern.contains("cancel") || pattern.contains("skip"): return .cancelled
    case "120" where pattern.contains("attend"): return .cancelled
    case "120" where pattern.contains("postpone"): return .postponed
    case "164": return .closed
    case "040", "041", "042", "043", "044", "045", "046":
      return first.contains("resume") || first.contains("restore") ? .restored : .held
    case "114", "057", "055", "019", "018": return .held
    case "172", "174": return .restricted
    case "105", "020",
      "100" where pattern.contains("note"):
      return .held
    default: return nil
    }
  }

  private static let levels = [
    "head_of_state", "head_of_government", "deputy_head_of_government", "foreign_minister",
    "ministerial", "parliamentary", "diplomatic", "cultural", "media",
  ]

  private static let ranks: [String: Int] = [
    "president": 0, "king": 0, "emir": 0, "sultan": 0, "head_of_state": 0, "supreme_leader": 0,
    "crown_prince": 0, "prime_minister": 1, "deputy_prime_minister": 2, "vice_president": 2,
    "foreign_minister": 3, "high_representative": 3, "secretary_general": 3, "ministry": 4,
    "envoy": 4,
    "defence_minister": 4, "presidential_envoy": 4, "adviser": 4, "intelligence": 4,
    "parliament": 5, "ambassador": 6, "MFA": 6, "cultural_agency": 7, "media": 8,
  ]
}
