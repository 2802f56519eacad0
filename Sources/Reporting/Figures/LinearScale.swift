/// A straight map from numbers to places in a drawing, with round ticks.
package struct LinearScale: Hashable, Sendable {
  /// The smallest and largest number.
  package let domain: ClosedRange<Double>
  /// Where the smallest number lies.
  package let start: Double
  /// Where the largest number lies.
  package let end: Double

  /// Makes a scale; a domain without extent is widened.
  package init(domain: ClosedRange<Double>, start: Double, end: Double) {
    let low = domain.lowerBound.isFinite ? domain.lowerBound : 0
    let high = domain.upperBound.isFinite ? domain.upperBound : low + 1
    self.domain = high > low ? low...high : low...(low + 1)
    self.start = start
    self.end = end
  }

  /// Makes a scale that covers values with a little room beyond them.
  ///
  /// - Parameters:
  ///   - values: Those that are not finite are left out.
  ///   - including: A number the scale must show, such as zero.
  ///   - start: Where the smallest number lies.
  ///   - end: Where the largest number lies.
  package init(
    covering values: some Sequence<Double>, including: Double? = nil, start: Double, end: Double
  ) {
    var low = including ?? .infinity
    var high = including ?? -.infinity
    for value in values where value.isFinite {
      low = min(low, value)
      high = max(high, value)
    }
    guard low <= high else {
      self.init(domain: 0...1, start: start, end: end)
      return
    }
    if low == high {
      low -= low == including ? 0 : 0.5
      high += 0.5
    }
    let room = (high - low) * 0.06
    let bottom = low == including ? low : low - room
    let top = high == including ? high : high + room
    self.init(domain: bottom...top, start: start, end: end)
  }

  /// Where a number lies.
  package func place(_ value: Double) -> Double {
    let share = (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    return start + share * (end - start)
  }

  /// Round numbers within the domain, at most about so many, with their text.
  package func ticks(atMost count: Int) -> [(value: Double, label: String)] {
    let extent = domain.upperBound - domain.lowerBound
    var step = Self.roundStep(near: extent / Double(max(1, count)))
    while extent / step > Double(max(1, count)) + 1e-9 { step = Self.roundStep(near: step * 1.5) }
    let first = Int((domain.lowerBound / step - 1e-9).rounded(.up))
    let last = Int((domain.upperBound / step + 1e-9).rounded(.down))
    guard first <= last, last - first < 1000 else { return [] }
    return (first...last).map { index in
      let value = Double(index) * step
      return (value, NumberFormat.fixed(value, decimals: Self.decimals(of: step)))
    }
  }

  /// The round number (1, 2 or 5 times a power of ten) not below a size.
  static func roundStep(near size: Double) -> Double {
    guard size.isFinite, size > 0 else { return 1 }
    var power = 1.0
    while power > size { power /= 10 }
    while power * 10 <= size { power *= 10 }
    for factor in [1.0, 2, 5, 10] where power * factor >= size * (1 - 1e-9) {
      return power * factor
    }
    return power * 10
  }

  static func decimals(of step: Double) -> Int {
    var decimals = 0
    var value = step
    while decimals < 9, abs(value - value.rounded()) > 1e-6 * value {
      value *= 10
      decimals += 1
    }
    return decimals
  }
}
