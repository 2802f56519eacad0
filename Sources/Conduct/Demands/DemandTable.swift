/// How likely each story makes the courses of the focal side's demands: a table from theory.
///
/// Coercion asks for something, keeps asking, and stops when it is met (Schelling 1966; George
/// 1991); a grievance asks for amends; a state that wants distance until a goal is safe, or that
/// withdraws from a partner, asks for little; words for a public at home grow (Levy 1989). Guesses
/// to the nearest hundredth, made before they were tried on any case.
public struct DemandTable: Hashable, Sendable, Codable {
  /// How far demands went: the furthest course among those that the side made.
  public enum Reach: String, Hashable, CaseIterable, Sendable, Codable {
    case absent
    case single
    case stable
    case growing
  }

  /// What a kind of conduct expects.
  public struct Row: Hashable, Sendable, Codable {
    /// The probability of each reach; they sum to 1.
    public let reach: [Reach: Double]
    /// The probability that pressure falls once a demand is met.
    public let easesWhenMet: Double
    /// The probability that a demand is heard no more once the goal is reached, though unmet.
    public let forgottenAtGoal: Double

    init(
      absent: Double, single: Double, stable: Double, growing: Double, eases: Double,
      forgotten: Double
    ) {
      reach = [.absent: absent, .single: single, .stable: stable, .growing: growing]
      easesWhenMet = eases
      forgottenAtGoal = forgotten
    }
  }

  /// The rows by kind of conduct.
  public var rows: [String: Row]

  /// The row of a kind that the table does not name.
  public static let neutral = Row(
    absent: 0.34, single: 0.27, stable: 0.22, growing: 0.17, eases: 0.5, forgotten: 0.5)

  /// The table in use.
  public static let standard = DemandTable(rows: [
    "insulation": insulation,
    "orchestration": insulation,
    "grievance": Row(
      absent: 0.18, single: 0.34, stable: 0.34, growing: 0.14, eases: 0.8, forgotten: 0.3),
    "reciprocity": Row(
      absent: 0.46, single: 0.24, stable: 0.20, growing: 0.10, eases: 0.55, forgotten: 0.5),
    "rally": Row(
      absent: 0.38, single: 0.24, stable: 0.16, growing: 0.22, eases: 0.45, forgotten: 0.6),
    "bargaining": Row(
      absent: 0.08, single: 0.28, stable: 0.42, growing: 0.22, eases: 0.85, forgotten: 0.2),
    "drift": Row(
      absent: 0.46, single: 0.24, stable: 0.13, growing: 0.17, eases: 0.35, forgotten: 0.5),
  ])

  private static let insulation = Row(
    absent: 0.48, single: 0.24, stable: 0.14, growing: 0.14, eases: 0.35, forgotten: 0.75)

  /// The row of a kind of conduct.
  public func row(of conduct: String) -> Row { rows[conduct] ?? Self.neutral }
}
