import Diplomacy

/// Which level of contact an act touches, and what it does to it.
struct Contact {
  let level: ChannelLevel
  let effect: ChannelEffect

  /// Reads the contact of an act.
  ///
  /// The level is that of the lower of the two sides' offices: a prime minister received by a
  /// president is contact of heads of government.
  /// A joint statement, declaration or summit without named offices is that of heads of state, a
  /// memorandum that of foreign ministers, as is usual.
  ///
  /// - Parameters:
  ///   - hints: What the words of the act say of contact.
  ///   - verb: The word that began it, as it stands in the sentence.
  ///   - words: The sentence.
  init?(
    code: EventCode, hints: ContactHints, verb: String, source: Party, target: Party,
    words: SentenceText
  ) {
    let group = code.group
    if let border = Self.border(code, hints, words) {
      level = ChannelLevel(rawValue: "borders")
      effect = border
      return
    }
    // An office, house or broadcaster that is closed, a deputy who is barred: it is the channel.
    let isBarred = code.root == 16 || code.root == 17 || group == 120
    let organ = [target.organ, source.organ].first { Self.houses[$0] != nil }
    if isBarred || (code.root == 8 && source.organ == organ), let organ,
      let kind = Self.houses[organ], organ == target.organ || code.root != 17
    {
      level = ChannelLevel(rawValue: kind)
      effect = Self.houseEffect(code, hints)
      return
    }
    if group == 160, words.holds("cultural ") {
      level = ChannelLevel(rawValue: "cultural")
      effect = hints.contains(.cancels) ? .cancelled : .restricted
      return
    }
    guard let effect = Self.effect(of: code, hints, verb) else { return nil }
    self.effect = effect
    let ranks = [source, target].compactMap { Self.rank(of: $0) }
    if group == 114 || group == 161 || code.root == 10 || hints.contains(.note) {
      level = ChannelLevel(rawValue: "diplomatic")
    } else if words.holds("intergovernmental") {
      level = ChannelLevel(rawValue: "deputy_head_of_government")
    } else if let lowest = ranks.max() {
      level = ChannelLevel(rawValue: Self.levels[lowest])
    } else if group == 54 {
      level = ChannelLevel(rawValue: "diplomatic")
    } else if let usual = Self.usual(code, words) {
      level = ChannelLevel(rawValue: usual)
    } else {
      return nil
    }
  }

  /// The level of contacts whose offices the sentence does not name.
  private static func usual(_ code: EventCode, _ words: SentenceText) -> String? {
    func holds(_ parts: [StaticString]) -> Bool { parts.contains { words.holds($0) } }
    switch code.group {
    case 57:
      if holds(["memorandum", "protocol", "initial"]) { return "foreign_minister" }
      return holds(["declaration", "statement", "treaty", "accord", "pact", "agreement"])
        ? "head_of_state" : nil
    case 40...46, 125:
      return holds(["summit", "leaders", "trilateral", "heads of state"]) ? "head_of_state" : nil
    default: return nil
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

  private static let houses = [
    "media": "media", "cultural_agency": "cultural", "parliament": "parliamentary",
  ]

  private static func houseEffect(_ code: EventCode, _ hints: ContactHints) -> ChannelEffect {
    if hints.contains(.cancels) { return .cancelled }
    return code.root == 17 && code.rawValue.hasPrefix("173") ? .closed : .restricted
  }

  private static func border(
    _ code: EventCode, _ hints: ContactHints, _ words: SentenceText
  ) -> ChannelEffect? {
    let root = code.root
    guard hints.contains(.way),
      root == 3 || root == 6 || root == 8 || root == 16 || code.group == 54,
      words.holds("border") || words.holds("airspace") || words.holds("land, sea")
        || words.holds("flights")
    else { return nil }
    return root == 16 ? .closed : .restored
  }

  private static func effect(
    of code: EventCode, _ hints: ContactHints, _ verb: String
  ) -> ChannelEffect? {
    switch code.group {
    case 54: return .restored
    case 161:
      let plain = verb.lowercased()
      let ends = ["br", "sever", "cut", "clos", "shut", "end"].contains { plain.hasPrefix($0) }
      return ends ? .closed : .restricted
    case 125: return .cancelled
    case 120 where !hints.isDisjoint(with: [.cancels, .stays]): return .cancelled
    case 120 where hints.contains(.postpones): return .postponed
    case 164: return .closed
    case 40...46: return verb.hasPrefix("resum") || verb.hasPrefix("restor") ? .restored : .held
    case 114, 105: return .used
    case 57, 55, 19, 18: return .held
    case 172, 174: return .restricted
    case 20 where hints.contains(.note): return .used
    case 100 where !hints.isDisjoint(with: [.note, .conveys]): return .used
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
    "presidency": 4, "prime_ministry": 4, "defence_ministry": 4, "foreign_ministry": 6,
    "parliament": 5, "ambassador": 6, "MFA": 6, "cultural_agency": 7, "media": 8,
  ]
}
