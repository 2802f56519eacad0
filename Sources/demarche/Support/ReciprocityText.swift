import Conduct
import Reporting

/// Who reacts to whom, as lines of text.
enum ReciprocityText {
  /// The findings, for a person.
  static func text(_ analysis: ReciprocityAnalysis) -> String {
    var lines = [ReciprocityWording.basis(analysis)]
    for (row, type) in analysis.types.enumerated() {
      lines.append(
        "\(type): \(ReciprocityWording.shown(analysis.baseline[row])) a unit of time on its own initiative"
      )
      for (column, source) in analysis.types.enumerated() {
        lines.append(
          "  brought about by one of \(source): \(ReciprocityWording.shown(analysis.branching[row][column]))"
        )
      }
    }
    lines += [
      ReciprocityWording.delay(analysis), ReciprocityWording.stationarity(analysis),
      ReciprocityWording.goodness(analysis.goodnessOfFit),
    ]
    lines += ReciprocityWording.remarks(analysis)
    lines.append("90 % intervals; attribution of single events is a probability, never a fact")
    return lines.joined(separator: "\n") + "\n"
  }
}
