public import Diplomacy

/// A hand-made record held against machine-coded events of the same pair and window.
///
/// Neither is taken for the truth: the record is chosen by hand, the machine miscodes and misses.
/// The comparison shows where they disagree and which acts one has and the other has not.
public struct BaselineComparison: Hashable, Sendable, Codable {
  /// One month of one direction.
  public struct Month: Hashable, Sendable, Codable {
    /// Who acted toward whom.
    public let dyad: Dyad
    /// The first day of the month.
    public let month: Day
    /// Acts of the record.
    public let recordActs: Int
    /// Hostile acts of the record.
    public let recordHostile: Int
    /// Acts the machine coded.
    public let machineActs: Int
    /// Hostile acts the machine coded.
    public let machineHostile: Int

    /// Whether most acts are hostile in one and fewer than half in the other.
    public var disagrees: Bool {
      guard recordActs > 0, machineActs > 0 else { return false }
      return (2 * recordHostile > recordActs) != (2 * machineHostile > machineActs)
    }
  }

  /// The months in which either side has an act, by direction and time.
  public let months: [Month]
  /// Ids of rows of the record that no machine-coded act matches.
  public let missedByMachine: [String]
  /// Rows of the record that were compared.
  public let compared: Int
  /// Machine-coded acts of the pair in the window.
  public let machineActs: Int
  /// Machine-coded acts that match no row of the record.
  public let machineActsWithoutRow: Int
  /// The correlation of the monthly shares of hostile acts, where three months or more have both.
  public let correlation: Double?

  /// How many days a report may stray from the act.
  public static let tolerance = 2

  /// Compares a record with machine-coded events.
  ///
  /// A machine-coded act matches a row of the same direction whose days, give or take
  /// ``tolerance``, include its day, where both are hostile or neither is. Hostility is the act's tone
  /// as `ActRule` has it.
  ///
  /// - Parameters:
  ///   - record: The hand-made record; rows that computations leave out are passed over.
  ///   - machine: The machine-coded events, of any actors.
  ///   - pair: The pair.
  ///   - window: The days compared.
  ///   - scale: The weights of acts that state none.
  public init(
    record: [Event], machine: [CodedEvent], pair: Pair, window: DateSpan,
    scale: IntensityScale = .goldsteinGDELT
  ) {
    let rows = ActRule(scale: scale).acts(of: record).filter { act in
      act.row.date.overlaps(window) && act.row.dyads.contains { pair.holds($0) }
    }
    let acts = machine.filter { event in
      event.exclusion == nil && event.dyad.map(pair.holds) == true && event.date.overlaps(window)
    }
    let isHostile = acts.map { $0.tone(on: scale) == .hostile }
    let byDyad = Dictionary(grouping: acts.indices) { acts[$0].dyad }
    var matched: Set<Int> = []
    var missed: [String] = []
    for row in rows {
      let (row, tone) = (row.row, row.tone)
      let found = row.dyads.flatMap { byDyad[$0] ?? [] }.filter { index in
        acts[index].date.first <= row.date.last + Self.tolerance
          && acts[index].date.last >= row.date.first - Self.tolerance
          && isHostile[index] == (tone == .hostile)
      }
      if found.isEmpty { missed.append(row.id) }
      matched.formUnion(found)
    }
    missedByMachine = missed
    compared = rows.count
    machineActs = acts.count
    machineActsWithoutRow = acts.count - matched.count
    months = Self.months(rows, zip(acts, isHostile), pair)
    correlation = Self.correlation(
      months.filter { $0.recordActs > 0 && $0.machineActs > 0 }.map {
        (
          Double($0.recordHostile) / Double($0.recordActs),
          Double($0.machineHostile) / Double($0.machineActs)
        )
      })
  }

  private static func months(
    _ rows: [ActReading], _ acts: Zip2Sequence<[CodedEvent], [Bool]>, _ pair: Pair
  ) -> [Month] {
    struct Place: Hashable {
      let dyad: Dyad
      let month: Day
    }
    var counts: [Place: (record: Int, recordHostile: Int, machine: Int, hostile: Int)] = [:]
    for row in rows {
      for dyad in row.row.dyads where pair.holds(dyad) {
        let place = Place(dyad: dyad, month: row.row.date.middle.monthStart)
        var count = counts[place] ?? (0, 0, 0, 0)
        count.record += 1
        count.recordHostile += row.tone == .hostile ? 1 : 0
        counts[place] = count
      }
    }
    for (act, isHostile) in acts {
      guard let dyad = act.dyad else { continue }
      let place = Place(dyad: dyad, month: act.date.middle.monthStart)
      var count = counts[place] ?? (0, 0, 0, 0)
      count.machine += 1
      count.hostile += isHostile ? 1 : 0
      counts[place] = count
    }
    return counts.sorted { ($0.key.dyad, $0.key.month) < ($1.key.dyad, $1.key.month) }.map {
      Month(
        dyad: $0.key.dyad, month: $0.key.month, recordActs: $0.value.record,
        recordHostile: $0.value.recordHostile, machineActs: $0.value.machine,
        machineHostile: $0.value.hostile)
    }
  }

  private static func correlation(_ pairs: [(Double, Double)]) -> Double? {
    guard pairs.count >= 3 else { return nil }
    let n = Double(pairs.count)
    let means = (pairs.reduce(0) { $0 + $1.0 } / n, pairs.reduce(0) { $0 + $1.1 } / n)
    var sums = (xx: 0.0, yy: 0.0, xy: 0.0)
    for pair in pairs {
      let (x, y) = (pair.0 - means.0, pair.1 - means.1)
      sums.xx += x * x
      sums.yy += y * y
      sums.xy += x * y
    }
    guard sums.xx > 0, sums.yy > 0 else { return nil }
    return sums.xy / (sums.xx * sums.yy).squareRoot()
  }
}

extension Pair {
  /// Whether a dyad runs between the two.
  func holds(_ dyad: Dyad) -> Bool {
    dyad.source != dyad.target && Pair(dyad.source, dyad.target) == self
  }
}

extension Day {
  /// The first day of the month.
  var monthStart: Day {
    let parts = parts
    return self - (parts.day - 1)
  }
}
