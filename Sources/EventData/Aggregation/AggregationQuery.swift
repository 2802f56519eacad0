import Diplomacy

/// What to add up, by what, over which rows.
public struct AggregationQuery: Sendable {
  /// A thing to group by.
  public enum Key: String, Hashable, CaseIterable, Sendable {
    /// Source and target together.
    case dyad
    /// Who acted.
    case source
    /// Who was acted upon.
    case target
    /// The day.
    case day
    /// The week from Monday to Sunday, named by its Monday.
    case week
    /// The month.
    case month
    /// The year.
    case year
    /// The CAMEO root.
    case root
    /// The quad class.
    case quad
  }

  /// A number to add up.
  public enum Measure: String, Hashable, CaseIterable, Sendable {
    /// The weight on Goldstein's scale, added in tenths and so exactly.
    case goldstein
    /// The mentions.
    case mentions
  }

  /// What to group by, in the order of the output's columns.
  public var keys: [Key]
  /// What to add up, or nothing.
  public var sum: Measure?
  /// Whether to count rows.
  public var counts: Bool
  /// Which rows, or all.
  public var condition: RowCondition?

  /// Makes a query.
  ///
  /// - Throws: ``InputError`` where two keys exclude each other.
  public init(
    by keys: [Key], sum: Measure? = .goldstein, counts: Bool = true,
    where condition: RowCondition? = nil
  ) throws(InputError) {
    func refuse(_ what: String) -> InputError {
      InputError(
        .usage, file: "grouping", what: what, fix: "write for instance dyad,month",
        remedy: .grouping)
    }
    guard !keys.isEmpty else { throw refuse("names nothing to group by") }
    guard Set(keys).count == keys.count else { throw refuse("names a key twice") }
    if keys.contains(.dyad), keys.contains(.source) || keys.contains(.target) {
      throw refuse("names dyad, which holds source and target already")
    }
    if keys.filter({ [.day, .week, .month, .year].contains($0) }).count > 1 {
      throw refuse("names more than one span of time")
    }
    self.keys = keys
    self.sum = sum
    self.counts = counts
    self.condition = condition
  }

  /// The names of the output's columns.
  public var columns: [String] {
    var names = keys.flatMap { $0 == .dyad ? ["source", "target"] : [$0.rawValue] }
    if counts { names.append("count") }
    if sum != nil { names.append("sum") }
    return names
  }

  var needsSource: Bool { keys.contains(.dyad) || keys.contains(.source) }
  var needsTarget: Bool { keys.contains(.dyad) || keys.contains(.target) }
  var span: Key? { keys.first { [.day, .week, .month, .year].contains($0) } }
}
