/// Numbers as text, the same on every machine and in every locale.
package enum NumberFormat {
  /// A number with so many decimals, rounded half away from zero; "n/a" where it is not finite.
  package static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "n/a" }
    let places = min(max(decimals, 0), 12)
    var power = 1.0
    for _ in 0..<places { power *= 10 }
    let scaled = (value * power).rounded(.toNearestOrAwayFromZero)
    guard abs(scaled) < 1e15 else { return value.description }
    let digits = String(Int(abs(scaled)))
    let sign = scaled < 0 ? "-" : ""
    guard places > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }

  /// A number without needless zeros at its end.
  package static func short(_ value: Double, decimals: Int = 2) -> String {
    var text = fixed(value, decimals: decimals)
    guard text.contains("."), !text.contains("e") else { return text }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  /// A number with so many significant digits, in powers of ten where it is very small or large.
  package static func significant(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite, value != 0 else { return fixed(value, decimals: 0) }
    var scale = 0
    var size = abs(value)
    while size >= 10 {
      size /= 10
      scale += 1
    }
    while size < 1 {
      size *= 10
      scale -= 1
    }
    guard scale > -5, scale < 7 else {
      return (value < 0 ? "-" : "") + fixed(size, decimals: digits - 1) + "e\(scale)"
    }
    return fixed(value, decimals: max(0, digits - 1 - scale))
  }

  /// A number that always shows its sign, zero excepted.
  package static func signed(_ value: Double, decimals: Int = 1) -> String {
    let text = fixed(value, decimals: decimals)
    let isZero = text.allSatisfy { $0 == "0" || $0 == "." }
    return value > 0 && value.isFinite && !isZero ? "+" + text : text
  }

  /// A share from 0 to 1 in per cent; one that rounds to an end but is not there says so.
  package static func percent(_ share: Double, decimals: Int = 0) -> String {
    guard share.isFinite else { return "n/a" }
    let text = fixed(share * 100, decimals: decimals)
    let least = fixed(0, decimals: decimals)
    let most = fixed(100, decimals: decimals)
    if text == least, share > 0 { return "under " + smallest(decimals) + "%" }
    if text == most, share < 1 {
      return "over " + fixed(100 - step(decimals), decimals: decimals) + "%"
    }
    return text + "%"
  }

  /// A coordinate of a drawing: one decimal, and never anything but a number.
  package static func coordinate(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let tenths = Int((min(max(value, -100_000), 100_000) * 10).rounded(.toNearestOrAwayFromZero))
    let size = abs(tenths)
    let text = size % 10 == 0 ? "\(size / 10)" : "\(size / 10).\(size % 10)"
    return tenths < 0 ? "-" + text : text
  }

  /// A count with its noun: 1 row, 2 rows.
  package static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }

  private static func step(_ decimals: Int) -> Double {
    var value = 1.0
    for _ in 0..<max(0, decimals) { value /= 10 }
    return value
  }

  private static func smallest(_ decimals: Int) -> String {
    fixed(step(decimals), decimals: decimals)
  }
}
