/// Numbers in running text: small counts as words, shares out of a whole, and nouns that agree.
package enum NumberWords {
  private static let small = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  /// A count as a word up to twelve, as digits above.
  package static func cardinal(_ number: Int) -> String {
    small.indices.contains(number) ? (number == 0 ? "zero" : small[number]) : String(number)
  }

  /// A count with its noun, as in no acts, one act, three acts, 23 acts.
  package static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    let word = small.indices.contains(number) ? small[number] : String(number)
    return "\(word) \(number == 1 ? one : many ?? one + "s")"
  }

  /// A count between two bounds, as in three to five acts.
  package static func count(
    _ range: ClosedRange<Int>, _ one: String, _ many: String? = nil
  ) -> String {
    guard range.lowerBound < range.upperBound else {
      return count(range.lowerBound, one, many)
    }
    if range.lowerBound == 0 {
      return
        "at most \(cardinal(range.upperBound)) \(range.upperBound == 1 ? one : many ?? one + "s")"
    }
    let least = cardinal(range.lowerBound)
    return "\(least) to \(cardinal(range.upperBound)) \(many ?? one + "s")"
  }

  /// What bounds ask for, as in at least three days, at most one act, exactly two.
  package static func bounds(
    _ atLeast: Int?, _ atMost: Int?, _ one: String = "", _ many: String? = nil
  ) -> String {
    func noun(_ number: Int) -> String {
      one.isEmpty ? "" : " " + (number == 1 ? one : many ?? one + "s")
    }
    switch (atLeast, atMost) {
    case (let low?, let high?) where low == high:
      return "exactly \(cardinal(low))\(noun(low))"
    case (0?, let high?) where high > 0: return "at most \(cardinal(high))\(noun(high))"
    case (let low?, let high?): return "\(cardinal(low)) to \(cardinal(high))\(noun(high))"
    case (let low?, nil): return "at least \(cardinal(low))\(noun(low))"
    case (nil, let high?):
      return high == 0 ? "none at all" : "at most \(cardinal(high))\(noun(high))"
    case (nil, nil): return "any number"
    }
  }

  /// What bounds on a share ask for, as in at least 50%.
  package static func bounds(share atLeast: Double?, _ atMost: Double?) -> String {
    switch (atLeast, atMost) {
    case (let low?, let high?):
      "\(NumberFormat.percent(low)) to \(NumberFormat.percent(high))"
    case (let low?, nil): "at least \(NumberFormat.percent(low))"
    case (nil, let high?): "at most \(NumberFormat.percent(high))"
    case (nil, nil): "any share"
    }
  }

  /// Names in a row: a, b and c.
  package static func list(_ names: [String], _ word: String = "and") -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(word) " + last
  }
}
