/// A table that gives each CAMEO code a weight from -10 (most hostile) to +10 (most cooperative).
///
/// Two published mappings of Goldstein's weights onto CAMEO are known, and they disagree on five
/// codes; every output names the scale it used.
///
/// > Goldstein, J. S. "A Conflict-Cooperation Scale for WEIS Events Data." *Journal of Conflict
/// > Resolution* 36(2), 1992, 369-385.
public enum IntensityScale: String, Hashable, CaseIterable, Sendable, Codable {
  /// The weights that GDELT publishes with its events.
  case goldsteinGDELT = "goldstein-gdelt"
  /// The weights that the ICEWS project publishes.
  case goldsteinICEWS = "goldstein-icews"

  /// The weight of a code, or nothing where the table leaves the code out.
  public func weight(of code: EventCode) -> Double? {
    guard let entry = EventCode.entries[code.rawValue] else { return nil }
    switch self {
    case .goldsteinGDELT: return entry.gdelt
    case .goldsteinICEWS: return entry.icews
    }
  }

  /// The weight of a code by the rule for what the tables leave out.
  ///
  /// The other table's weight is taken where this one has none: GDELT's leaves out 1213, to which
  /// ICEWS gives -4. Six codes of the codebook stand in neither table (1214, 155, 176, 1834, 1951,
  /// 1952): they have the weight of the code that they narrow, one digit shorter, which for 155 and
  /// 176 is their root.
  public func weightOrOther(of code: EventCode) -> Double {
    var digits = code.rawValue
    while digits.utf8.count >= 2 {
      if let code = EventCode(rawValue: digits),
        let weight = weight(of: code) ?? IntensityScale.goldsteinICEWS.weight(of: code)
      {
        return weight
      }
      digits.removeLast()
    }
    return 0
  }
}

/// Whether an act is hostile, conciliatory or neither: the sign of its weight.
public enum Tone: String, Hashable, CaseIterable, Sendable, Codable {
  case hostile
  case conciliatory
  case neutral

  /// The tone of a weight.
  public init(weight: Double) {
    self = weight < 0 ? .hostile : weight > 0 ? .conciliatory : .neutral
  }
}
