/// The days over which a rate is summed, with the conditions on them, in lanes of four.
///
/// Neighbouring days on which every condition is the same are one entry with their number as its
/// weight, which changes no sum.
struct Exposure: Sendable {
  typealias Lane = SIMD4<Double>

  /// The number of lanes.
  let lanes: Int
  /// The number of days that each entry stands for; zero where a lane is not full.
  let days: [Lane]
  /// The conditions, one column after another.
  let columns: [Lane]

  /// Lays out daily columns.
  ///
  /// - Parameters:
  ///   - columns: The conditions, each with one value a day or more.
  ///   - days: The number of days that count.
  init(_ columns: [[Double]], days: Int) {
    var starts: [Int] = []
    for day in 0..<days where day == 0 || columns.contains(where: { $0[day] != $0[day - 1] }) {
      starts.append(day)
    }
    let lanes = (starts.count + 3) / 4
    self.lanes = lanes
    var weights = [Lane](repeating: .zero, count: lanes)
    var packed = [Lane](repeating: .zero, count: lanes * columns.count)
    for (entry, start) in starts.enumerated() {
      let end = entry + 1 < starts.count ? starts[entry + 1] : days
      weights[entry / 4][entry % 4] = Double(end - start)
    }
    for (number, column) in columns.enumerated() {
      for (entry, start) in starts.enumerated() {
        packed[number * lanes + entry / 4][entry % 4] = column[start]
      }
    }
    self.days = weights
    self.columns = packed
  }
}
