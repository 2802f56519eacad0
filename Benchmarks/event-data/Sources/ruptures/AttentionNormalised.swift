import Diplomacy
import EventData

/// A pair's weekly sums from daily sums, divided by the attention its states get.
///
/// Daily sums give no counts, so the volume is the sum of absolute weights over every pair in which
/// one of the two states takes part. A week's sum is divided by the root of the week's volume plus
/// the mean volume, as ``RelationWeeks/Week/hostility`` is by the root of acts.
struct AttentionNormalised: Hashable, Sendable {
  /// The Mondays of the weeks.
  let mondays: [Day]
  /// The raw sum of each week, in tenths.
  let tenths: [Int]
  /// The volume of each week, in tenths.
  let volume: [Int]

  /// Gathers a pair's weeks.
  ///
  /// - Parameters:
  ///   - sums: Daily sums of all pairs; those without either state are passed over.
  ///   - pair: The pair.
  ///   - span: The days to cover.
  init(_ sums: some Sequence<DailySum>, of pair: Pair, in span: DateSpan) {
    let mondays = RelationWeeks.mondays(in: span)
    var tenths = [Int](repeating: 0, count: mondays.count)
    var volume = tenths
    if let first = mondays.first {
      for sum in sums {
        let touches = [pair.first, pair.second].count {
          $0 == sum.pair.first || $0 == sum.pair.second
        }
        let offset = sum.day - first
        guard touches > 0, offset >= 0, offset / 7 < mondays.count else { continue }
        volume[offset / 7] += touches * abs(sum.tenths)
        if sum.pair == pair { tenths[offset / 7] += sum.tenths }
      }
    }
    self.mondays = mondays
    self.tenths = tenths
    self.volume = volume
  }

  /// The hostility of each week: minus the sum over the root of the volume and its mean.
  var hostility: [Double] {
    guard !volume.isEmpty else { return [] }
    let mean = Double(volume.reduce(0, +)) / Double(volume.count)
    return zip(tenths, volume).map { sum, volume in
      let scale = (Double(volume) + mean).squareRoot()
      return scale > 0 ? -Double(sum) / scale : 0
    }
  }
}
