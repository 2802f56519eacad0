import Diplomacy

/// The days of a record on which the data sets were there.
public struct DataCoverage: Hashable, Sendable {
  /// The first day of the record, counted from 1970.
  public let start: Int
  /// The day after its last.
  public let end: Int
  /// The number of covered days before each day of the record.
  private let covered: [Int]
  /// The days without any report.
  public let missing: [Int]

  /// Makes the coverage of a record.
  ///
  /// - Parameters:
  ///   - reports: The days with reports and how many, in ascending order.
  ///   - end: The day after the last one that was looked at: later days count as missing up to it.
  public init(_ reports: [(day: Int, reports: Int)], before end: Int? = nil) {
    let days = Set(reports.filter { $0.reports > 0 }.map(\.day))
    start = days.min() ?? 0
    self.end = max(end ?? 0, (days.max() ?? -1) + 1, start)
    var (sums, missing) = ([0], [Int]())
    for day in start..<self.end {
      let isThere = days.contains(day)
      if !isThere { missing.append(day) }
      sums.append(sums[sums.count - 1] + (isThere ? 1 : 0))
    }
    covered = sums
    self.missing = missing
  }

  /// The number of covered days from one day up to but not including another.
  public func days(from first: Int, before last: Int) -> Int {
    func place(_ day: Int) -> Int { min(max(day - start, 0), covered.count - 1) }
    return max(0, covered[place(last)] - covered[place(first)])
  }

  /// The missing days of a stretch, as spans.
  public func holes(from first: Int, before last: Int) -> [ClosedRange<Int>] {
    var holes: [ClosedRange<Int>] = []
    for day in missing where day >= first && day < last {
      if let hole = holes.last, hole.upperBound == day - 1 {
        holes[holes.count - 1] = hole.lowerBound...day
      } else {
        holes.append(day...day)
      }
    }
    return holes
  }

  /// Stretches of covered days that no hole of more than so many days parts.
  public func stretches(bridging most: Int = 6) -> [ClosedRange<Int>] {
    var stretches: [ClosedRange<Int>] = []
    var first = start
    for hole in holes(from: start, before: end) where hole.count > most {
      if first < hole.lowerBound { stretches.append(first...hole.lowerBound - 1) }
      first = hole.upperBound + 1
    }
    if first < end { stretches.append(first...end - 1) }
    return stretches
  }
}

/// Daily counts of one sort of act, summed up once so that any stretch is quickly asked.
struct DailyCounts {
  private let start: Int
  private let sums: [Int]
  private let days: [Int]

  init(_ acts: [DatedAct], _ coverage: DataCoverage, _ fits: (DatedAct) -> Bool) {
    start = coverage.start
    var sums = [Int](repeating: 0, count: max(1, coverage.end - coverage.start + 1))
    var days: [Int] = []
    for act in acts where act.day >= start && act.day < coverage.end && fits(act) {
      sums[act.day - start + 1] += 1
      if days.last != act.day { days.append(act.day) }
    }
    for day in 1..<max(1, sums.count) { sums[day] += sums[day - 1] }
    self.sums = sums
    self.days = days
  }

  /// The number of acts from one day up to but not including another.
  func count(from first: Int, before last: Int) -> Int {
    func place(_ day: Int) -> Int { min(max(day - start, 0), sums.count - 1) }
    return max(0, sums[place(last)] - sums[place(first)])
  }

  /// The last day with an act before a day.
  func last(before day: Int) -> Int? {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? days[low - 1] : nil
  }
}
