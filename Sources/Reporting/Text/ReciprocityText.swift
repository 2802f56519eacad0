package import TimeSeries

/// Who reacts to whom, as lines of text.
package enum ReciprocityText {
  /// The findings, for a person.
  package static func text(
    _ analysis: ReciprocityAnalysis, in unit: ReciprocityGlossary.Unit = .ofFile
  ) -> String {
    var lines = [ReciprocityGlossary.basis(analysis, in: unit)]
    for (row, type) in analysis.types.enumerated() {
      lines.append(
        "\(type): \(ReciprocityGlossary.shown(analysis.baseline[row])) \(unit.one) on its own initiative"
      )
      for (column, source) in analysis.types.enumerated() {
        lines.append(
          "  brought about by one of \(source): \(ReciprocityGlossary.shown(analysis.branching[row][column]))"
        )
      }
    }
    lines += [
      ReciprocityGlossary.delay(analysis, in: unit), ReciprocityGlossary.stationarity(analysis),
      ReciprocityGlossary.goodness(analysis.goodnessOfFit),
    ]
    lines += ReciprocityGlossary.remarks(analysis)
    lines.append("90 % intervals; attribution of single events is a probability, never a fact")
    return lines.joined(separator: "\n") + "\n"
  }
}
