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

  /// The weight of a code, taking the other table's weight where this one has none.
  ///
  /// Only 1213 is affected: GDELT's table leaves it out, ICEWS gives it -4.
  public func weightOrOther(of code: EventCode) -> Double {
    weight(of: code) ?? IntensityScale.goldsteinICEWS.weight(of: code) ?? 0
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
