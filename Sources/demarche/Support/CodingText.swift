import Casework
import Conduct
import Estimation

/// A comparison of codings as text.
enum CodingText {
  static func render(_ comparison: CodingComparison) -> String {
    var lines = ["Coders"]
    lines.append("  first: the coder of the case")
    for (name, who) in comparison.coders.sorted(by: { $0.key < $1.key }) {
      lines.append("  \(name): \(who.isEmpty ? "not said who" : who)")
    }
    lines += [
      "", "Krippendorff's alpha, nominal (95 % bootstrap interval), share of pairs that agree",
    ]
    for column in comparison.columns {
      let found = column.agreement
      let alpha =
        found.alpha.map { alpha in
          let interval = found.interval.map {
            " [\(number($0.lowerBound)), \(number($0.upperBound))]"
          }
          return number(alpha) + (interval ?? "")
        } ?? "not to be had: all values are one"
      lines.append(
        "  \(pad(column.name, 16)) \(pad(alpha, 22)) \(number(found.agreement))  "
          + "\(found.units) rows; \(column.coders.joined(separator: ", "))")
    }
    guard !comparison.readings.isEmpty else { return lines.joined(separator: "\n") + "\n" }
    lines += ["", "Probabilities from the acts alone / from all evidence, under each coding"]
    let names = comparison.explanations
    lines.append(
      "  " + pad("", 16) + comparison.readings.map { pad($0.name, 14) }.joined()
        + "random disagreement on \(number(comparison.disagreement)) of the rows")
    for (index, name) in names.enumerated() {
      let cells = comparison.readings.map {
        pad("\(number($0.fromActs[index])) / \(number($0.all[index]))", 14)
      }
      let noise = comparison.noise[index]
      let band =
        noise.count == 3
        ? "\(number(noise[0])) to \(number(noise[2])), middle \(number(noise[1]))" : ""
      lines.append("  " + pad(name, 16) + cells.joined() + band)
    }
    lines.append("  (\(comparison.noiseDraws) draws of random disagreement)")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func number(_ value: Double) -> String {
    let rounded = Int((abs(value) * 100).rounded())
    let text = rounded >= 100 ? "\(rounded / 100).\(digits(rounded % 100))" : ".\(digits(rounded))"
    return value < 0 && rounded > 0 ? "-" + text : text
  }

  private static func digits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
