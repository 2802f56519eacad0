package import Diplomacy
package import Forecasting

/// What kinds of acts, horizons and shares are called.
package enum OutlookWords {
  /// A kind of act in a few words.
  package static func kind(_ kind: ActKind) -> String {
    switch kind {
    case .verbalCooperation: "words of cooperation"
    case .materialCooperation: "deeds of cooperation"
    case .verbalConflict: "words of conflict"
    case .materialConflict: "deeds of conflict"
    case .consult: "consult"
    case .agree: "agree"
    case .yield: "yield"
    case .accuse: "accuse"
    case .threaten: "threaten"
    case .posture: "military posture"
    case .reduce: "reduce relations"
    case .coerce: "coerce"
    case .fight: "fight"
    }
  }

  /// A state's name, or its code where it has none.
  package static func state(_ code: ActorCode) -> String {
    CountryCodes.names[code.rawValue] ?? code.rawValue
  }

  /// A chance in per cent.
  static func chance(_ value: Double) -> String {
    NumberFormat.percent(value, decimals: value < 0.1 ? 1 : 0)
  }

  /// A past act with its part of a forecast.
  static func act(_ share: Outlook.Share, of dyad: Dyad) -> String {
    let actor = share.isReverse ? dyad.target : dyad.source
    return "\(Day(ordinal: share.act.day)) \(actor) \(share.act.code) "
      + "\(share.act.code.label.lowercased()) \(NumberFormat.percent(share.share))"
  }

  /// On what a chance rests: the floor, the largest past acts, and the rest in one sum.
  static func basis(_ chance: Outlook.Chance, of dyad: Dyad, limit: Int) -> String {
    var parts = chance.shares.prefix(limit).map { act($0, of: dyad) }
    let rest = chance.shares.dropFirst(limit)
    if !rest.isEmpty {
      let sum = rest.reduce(0) { $0 + $1.share }
      parts.append("\(NumberFormat.count(rest.count, "other act")) \(NumberFormat.percent(sum))")
    }
    parts.append("no act at all (the floor) \(NumberFormat.percent(chance.floor))")
    return parts.joined(separator: "; ")
  }

  /// How forecasts near this one came out.
  static func checked(_ chance: Outlook.Chance) -> String {
    guard let bin = chance.checked else { return "not checked" }
    return "\(OutlookWords.chance(bin.forecast)) came out \(OutlookWords.chance(bin.happened)) of "
      + "\(bin.count)"
  }

  /// What a reader must know about a chance before using it.
  static func caution(_ chance: Outlook.Chance) -> String? {
    var parts: [String] = []
    if chance.isThin {
      parts.append("thin: the weights rest on \(chance.positives) such acts")
    }
    if let days = chance.raisedFrom {
      parts.append("the chance over \(days) days, which came out higher, is taken")
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
