/// A row of a record as the one rule of acts reads it.
public struct ActReading: Hashable, Sendable {
  /// The row.
  public let row: Event
  /// The weight from -10, most hostile, to 10.
  public let weight: Double
  /// Whether the act is hostile, conciliatory or neither.
  public let tone: Tone
  /// Why the row is left out, or nothing where it counts.
  public let exclusion: Exclusion?

  init(row: Event, by rule: ActRule, exclusion: Exclusion?) {
    self.row = row
    weight = rule.weight(of: row.code, stated: row.statedIntensity)
    tone = rule.tone(
      of: row.code, stated: row.statedIntensity, hasConciliation: !row.conciliation.isEmpty)
    self.exclusion = exclusion
  }

  /// Whether the row counts as an act.
  public var counts: Bool { exclusion == nil }

  /// The class of the act's code.
  public var quadClass: QuadClass { row.code.quadClass }

  /// What the act counts in bringing forth answers: the size of its weight.
  ///
  /// An act with a tone and no weight counts one point, the scale's unit: it was seen as a gesture,
  /// so that it can be answered, and no scale says how large it was.
  public var size: Double { weight == 0 && tone != .neutral ? 1 : abs(weight) }

  /// Whether one of the actors did this to another.
  public func isOf(_ dyad: Dyad) -> Bool { row.isOf(dyad) }
}

extension Case {
  /// Every row of the record as the one rule of acts reads it.
  public func readings(on scale: IntensityScale) -> [ActReading] {
    ActRule(scale: scale).readings(of: events)
  }

  /// The acts of the record: the rows that count.
  public func acts(on scale: IntensityScale) -> [ActReading] {
    ActRule(scale: scale).acts(of: events)
  }
}

extension Event {
  /// Whether the act is hostile, conciliatory or neutral on a scale.
  public func tone(on scale: IntensityScale = .goldsteinGDELT) -> Tone {
    ActRule(scale: scale).reading(of: self).tone
  }
}
