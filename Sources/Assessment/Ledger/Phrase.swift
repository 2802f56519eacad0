import Foundation

/// Numbers as parts of sentences.
enum Phrase {
  /// A count with its noun, as in 1 act, 3 acts.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A range of days, as in 3 days or 3 to 5 days.
  static func days(_ shortest: Int, _ longest: Int) -> String {
    shortest == longest ? count(shortest, "day") : "\(shortest) to \(longest) days"
  }

  /// Bounds, as in at least 3, at most 14 days, or 3 to 14.
  static func bounds(_ atLeast: Int?, _ atMost: Int?, _ noun: String = "") -> String {
    let unit = noun.isEmpty ? "" : " \(noun)s"
    switch (atLeast, atMost) {
    case (let low?, let high?): return low == high ? "\(low)\(unit)" : "\(low) to \(high)\(unit)"
    case (let low?, nil): return "at least \(low)\(unit)"
    case (nil, let high?): return "at most \(high)\(unit)"
    case (nil, nil): return "any number"
    }
  }

  /// A share as a whole percentage.
  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  /// A number with two decimals.
  static func decimal(_ value: Double) -> String { String(format: "%.2f", value) }

  /// A range where its ends differ, else nothing.
  static func range(_ low: Double, _ high: Double) -> [Double]? { low == high ? nil : [low, high] }

  /// The texts without repeats, in their order.
  static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
