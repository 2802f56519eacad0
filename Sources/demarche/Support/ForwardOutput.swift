import Casework
import Conduct
import Diplomacy
import Foundation

/// What `explain` writes beside a comparison: scores of later rows, predictions on file.
enum ForwardOutput {
  /// The score of rows after the window, as text.
  static func text(_ score: ForwardScore) -> String {
    var lines = [
      "Foretold from \(score.from) to \(score.through): \(score.acts) acts of the focal side, "
        + "\(score.blocks) stretches of days"
    ]
    for entry in score.explanations {
      lines.append(
        "  \(entry.id): \(signed(entry.gainOverNull)) nats over the null, stacking weight "
          + short(entry.weight))
    }
    lines.append(
      "  the null (a rate that does not change): stacking weight \(short(score.nullWeight))")
    if !score.explanations.contains(where: { $0.gainOverNull >= ForwardScore.leastGain }) {
      lines.append("No story foretold these days better than the null by 1 nat.")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Adds the predictions of a comparison to the file of its case.
  static func file(_ assessment: ConductAssessment, made day: String, in folder: String) throws {
    do {
      _ = try DateSpan(parsing: day)
    } catch {
      throw CaseworkFailure.usage("--predict: \(error); write the day as 2026-01-31")
    }
    let path = folder + "/predictions.csv"
    var file = PredictionFile()
    if let data = FileManager.default.contents(atPath: path) {
      file = try PredictionFile(Array(data), named: path)
    }
    let names = assessment.explanations.map(\.id)
    file.entries += assessment.predictions.map {
      PredictionFile.Entry(made: day, explanations: names, prediction: $0)
    }
    try AtomicFiles.write([("predictions.csv", file.text)], into: folder)
    try StandardOutput.write("\(path)\n")
  }

  private static func short(_ value: Double) -> String {
    String((value * 100).rounded() / 100)
  }

  private static func signed(_ value: Double) -> String {
    (value >= 0 ? "+" : "") + short(value)
  }
}
