/// How far coders agree beyond chance, by Krippendorff's alpha for nominal values.
///
/// Alpha is one less the ratio of observed to expected disagreement over all pairs of values given
/// to one unit: 1 is perfect agreement, 0 what chance gives. Units with fewer than two values have
/// no pairs and take no part.
///
/// > Krippendorff, K. *Content Analysis*, 4th ed., 2019, ch. 12; "Computing Krippendorff's
/// > Alpha-Reliability", 2011, section C.
public struct CoderAgreement: Hashable, Sendable, Codable {
  /// Alpha; nothing where no unit has two values, or all values are one.
  public let alpha: Double?
  /// A bootstrap interval of 95 per cent over units; nothing where alpha is nothing.
  public let interval: ClosedRange<Double>?
  /// The share of pairs of values of one unit that agree.
  public let agreement: Double
  /// How many units have at least two values.
  public let units: Int

  /// Measures the agreement of coders.
  ///
  /// - Parameters:
  ///   - units: The values that each unit was given, one for each coder who gave one.
  ///   - draws: How many bootstrap samples of units are drawn.
  ///   - generator: The source of the draws.
  /// - Complexity: O(*d* *n*) for *d* draws and *n* values.
  public init<Value: Hashable & Sendable>(
    _ units: [[Value]], draws: Int = 1000, generator: SeededGenerator
  ) {
    let paired = units.filter { $0.count > 1 }
    var numbers: [Value: Int] = [:]
    let coded = paired.map { values in
      Unit(
        values.map { value in
          let number = numbers[value] ?? numbers.count
          numbers[value] = number
          return number
        })
    }
    self.units = coded.count
    let kinds = numbers.count
    alpha = Self.alpha(coded, kinds)
    let pairs = coded.reduce(0) { $0 + $1.pairs }
    agreement = pairs > 0 ? 1 - coded.reduce(0) { $0 + $1.unlike } / pairs : 0
    guard alpha != nil else {
      interval = nil
      return
    }
    var source = generator
    let drawn = (0..<draws).compactMap { _ -> Double? in
      Self.alpha(coded.map { _ in coded[source.index(below: coded.count)] }, kinds)
    }
    .sorted()
    guard !drawn.isEmpty else {
      interval = nil
      return
    }
    let low = drawn[Int(0.025 * Double(drawn.count))]
    let high = drawn[min(drawn.count - 1, Int(0.975 * Double(drawn.count)))]
    interval = low...max(low, high)
  }

  /// What a unit adds to the matrix of coincidences.
  private struct Unit: Sendable {
    let values: [Int]
    /// Ordered pairs of values, and those that differ.
    let pairs: Double
    let unlike: Double

    init(_ values: [Int]) {
      self.values = values
      let count = Double(values.count)
      pairs = count * (count - 1)
      var same: [Int: Double] = [:]
      for value in values { same[value, default: 0] += 1 }
      unlike = pairs - same.values.reduce(0) { $0 + $1 * ($1 - 1) }
    }
  }

  private static func alpha(_ units: [Unit], _ kinds: Int) -> Double? {
    var (total, observed) = (0.0, 0.0)
    var counts = [Double](repeating: 0, count: kinds)
    for unit in units {
      let size = Double(unit.values.count)
      total += size
      observed += unit.unlike / (size - 1)
      for value in unit.values { counts[value] += 1 }
    }
    guard total > 1 else { return nil }
    let expected = (total * total - counts.reduce(0) { $0 + $1 * $1 }) / (total - 1)
    return expected > 0 ? 1 - observed / expected : nil
  }
}
