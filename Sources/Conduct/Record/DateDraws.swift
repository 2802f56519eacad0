import Estimation

/// Draws of the day of every act from the days on which it may have happened.
///
/// The draws of one act are spread evenly over its span (Latin hypercube sampling), so that few
/// draws cover it well.
///
/// > McKay, M., Beckman, R., Conover, W. *Technometrics* 21(2), 1979, 239-245.
struct DateDraws: Sendable {
  /// The day of every act on every draw.
  let days: [[Int]]

  /// Draws days for the acts of a record.
  init(_ record: ConductRecord, count: Int, generator: SeededGenerator) {
    var days = [[Int]](
      repeating: [Int](repeating: 0, count: record.acts.count), count: max(1, count))
    for (index, act) in record.acts.enumerated() {
      let length = act.last - act.first + 1
      guard length > 1 else {
        for draw in days.indices { days[draw][index] = act.first }
        continue
      }
      var source = generator.stream(UInt64(index))
      let strata = source.permutation(days.count)
      for draw in days.indices {
        let place = (Double(strata[draw]) + source.uniform()) / Double(days.count)
        days[draw][index] = act.first + min(length - 1, Int(place * Double(length)))
      }
    }
    self.days = days
  }
}
