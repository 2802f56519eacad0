/// The one rule of what counts as an act, with which weight and which tone.
///
/// Every analysis reads what this rule gives, for rows coded by hand and by machine alike:
///
/// - *Counts*: what a state or one of its organs did and meant, that is established well enough, once
///   however often it was reported. Toward whom among the people of the other state is all one.
/// - *Weight*: the one that the row states, else the scale's for its code.
/// - *Tone*: the sign of the weight. Where the scale has zero for the code and the row states no
///   weight, a tag of conciliation makes the act conciliatory: the weight stays zero.
/// - *Quad class*: the code's alone. It says what kind of act it was, never whether it was hostile.
/// - *Joint acts*: one act, of each source toward each target.
public struct ActRule: Hashable, Sendable, Codable {
  /// The weights of codes.
  public var scale: IntensityScale
  /// Whether the scale overrules weights that rows state, to see what rests on them.
  public var ignoresStatedWeights: Bool

  /// Makes the rule on a scale.
  public init(scale: IntensityScale = .goldsteinGDELT, ignoringStatedWeights: Bool = false) {
    self.scale = scale
    ignoresStatedWeights = ignoringStatedWeights
  }

  /// The weight of an act from -10, most hostile, to 10.
  ///
  /// - Parameters:
  ///   - code: The code of the act.
  ///   - stated: The weight that the row states.
  public func weight(of code: EventCode, stated: Double?) -> Double {
    (ignoresStatedWeights ? nil : stated) ?? scale.weightOrOther(of: code)
  }

  /// The tone of an act.
  ///
  /// - Parameters:
  ///   - code: The code of the act.
  ///   - stated: The weight that the row states; a stated zero is neutral whatever the tags say.
  ///   - hasConciliation: Whether the row names a kind of conciliation.
  public func tone(of code: EventCode, stated: Double?, hasConciliation: Bool = false) -> Tone {
    let tone = Tone(weight: weight(of: code, stated: stated))
    guard tone == .neutral, hasConciliation, ignoresStatedWeights || stated == nil else {
      return tone
    }
    return .conciliatory
  }

  /// A row as the rule reads it, by itself.
  ///
  /// Whether a second report stands in for the row it repeats shows only in the whole record; see
  /// ``readings(of:)``.
  public func reading(of row: Event) -> ActReading {
    ActReading(row: row, by: self, exclusion: row.exclusion)
  }

  /// Every row of a record as the rule reads it, in the order of the rows.
  ///
  /// Second reports count as one act with the row they repeat. Where that row is not established
  /// well enough (unverified, alleged or drafted), the first second report that is takes its place;
  /// where it is left out for what it is, its reports are left out with it.
  ///
  /// - Complexity: O(*n*) for *n* rows.
  public func readings(of record: [Event]) -> [ActReading] {
    let standIns = Self.standIns(in: record)
    return record.enumerated().map { index, row in
      ActReading(row: row, by: self, exclusion: standIns.contains(index) ? nil : row.exclusion)
    }
  }

  /// The acts of a record: the rows that count, in their order.
  public func acts(of record: [Event]) -> [ActReading] { readings(of: record).filter(\.counts) }

  /// The places of second reports that count in place of the row they repeat.
  private static func standIns(in record: [Event]) -> Set<Int> {
    guard record.contains(where: { $0.sameAs != nil }) else { return [] }
    let places = Dictionary(
      record.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var standIns: Set<Int> = []
    var represented: Set<String> = []
    for (index, row) in record.enumerated() where row.exclusion == .duplicate {
      let head = headID(of: row, in: record, places)
      let leader = places[head].map { record[$0].exclusion }
      let isUnestablished =
        switch leader {
        case .none, .some(.some(.unverified)), .some(.some(.alleged)), .some(.some(.draft)): true
        case .some(.none), .some(.some): false
        }
      if isUnestablished, represented.insert(head).inserted { standIns.insert(index) }
    }
    return standIns
  }

  /// The id at the end of a chain of second reports; the row's own where the chain is a ring.
  private static func headID(of row: Event, in record: [Event], _ places: [String: Int]) -> String {
    var id = row.id
    var seen: Set<String> = []
    var next = row.sameAs
    while let wanted = next, seen.insert(wanted).inserted {
      id = wanted
      next = places[wanted].flatMap { record[$0].sameAs }
    }
    return id
  }
}
