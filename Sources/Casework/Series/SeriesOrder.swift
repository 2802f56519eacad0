import Diplomacy
import Foundation
import Relations

/// Values put in the order of their times, with the times that have no row as missing values.
struct SeriesOrder {
  private(set) var values: [Double?]
  private(set) var starts: [Day]?
  private(set) var period: SeriesPeriod?
  private(set) var notices: [String] = []

  init(values: [Double?]) { self.values = values }

  /// Puts the values in order.
  mutating func arrange(by times: SeriesTable.Times, named name: String, path: String) {
    let days = times.days?.compactMap(\.self)
    let keys = days.map { $0.map { Double($0.ordinal) } } ?? times.numbers.compactMap(\.self)
    guard keys.count == values.count else { return }
    let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    if order != Array(keys.indices) {
      notices.append(
        "note: \(path): the rows are not in the order of \(name); they are taken in its order")
    }
    let sorted = order.map { keys[$0] }
    values = order.map { values[$0] }
    if let (first, second) = zip(sorted, sorted.dropFirst()).first(where: { $0 == $1 }) {
      _ = second
      let shown = days == nil ? "\(first)" : "\(Day(ordinal: Int(first)))"
      notices.append("note: \(path): \(shown) stands in more than one row of \(name)")
      return
    }
    if let days {
      fill(order.map { days[$0] }, name, path)
    } else {
      fill(numbers: sorted, name, path)
    }
  }

  /// Fills the days that have no row, where all rows stand in even steps.
  private mutating func fill(_ days: [Day], _ name: String, _ path: String) {
    guard days.count > 1 else { return }
    let gaps = zip(days, days.dropFirst()).map { $1.ordinal - $0.ordinal }
    let step = gaps.min() ?? 1
    if days.allSatisfy({ $0.parts.day == days[0].parts.day }), step >= 28 {
      let months = days.map { $0.parts.year * 12 + $0.parts.month - 1 }
      spread(months, by: 1, .month, name, path) { month in
        Day(year: month / 12, month: month % 12 + 1, day: days[0].parts.day)
      }
    } else if step == 7 || step == 1, gaps.allSatisfy({ $0 % step == 0 }) {
      spread(days.map(\.ordinal), by: step, step == 7 ? .week : .day, name, path) {
        Day(ordinal: $0)
      }
    } else if gaps.contains(where: { $0 != step }) {
      notices.append(
        "note: \(path): the steps of \(name) are uneven, \(step) to \(gaps.max() ?? step) days; the rows are taken as even steps"
      )
    }
  }

  /// The same for running numbers and for years and months written 200001.
  private mutating func fill(numbers: [Double], _ name: String, _ path: String) {
    guard numbers.count > 1, numbers.allSatisfy({ abs($0) < 1e9 && $0 == $0.rounded() }) else {
      return
    }
    var places = numbers.map { Int($0) }
    if places.allSatisfy({ (100_001...299_912).contains($0) && (1...12).contains($0 % 100) }) {
      places = places.map { $0 / 100 * 12 + $0 % 100 - 1 }
    }
    let gaps = zip(places, places.dropFirst()).map { $1 - $0 }
    let step = gaps.min() ?? 1
    guard step > 0, gaps.allSatisfy({ $0 % step == 0 }) else { return }
    spread(places, by: step, nil, name, path) { _ in nil }
  }

  private mutating func spread(
    _ places: [Int], by step: Int, _ period: SeriesPeriod?, _ name: String, _ path: String,
    day: (Int) -> Day?
  ) {
    guard let first = places.first, let last = places.last else { return }
    let count = (last - first) / step + 1
    // More holes than rows are another table than a series with gaps.
    guard count <= 2 * places.count else {
      notices.append(
        "note: \(path): most steps of \(name) have no row; the rows are taken as even steps")
      return
    }
    var whole = [Double?](repeating: nil, count: count)
    for (place, value) in zip(places, values) { whole[(place - first) / step] = value }
    if count > places.count {
      notices.append(
        "note: \(path): \(count - places.count) steps of \(name) have no row; they are taken as missing values"
      )
    }
    values = whole
    let found = (0..<count).compactMap { day(first + $0 * step) }
    if let period, found.count == count {
      starts = found
      self.period = period
    }
  }
}
