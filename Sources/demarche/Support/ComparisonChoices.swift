public import ArgumentParser
public import Conduct
import Diplomacy

/// The choices behind a comparison of explanations within an assessment.
struct ComparisonChoices: ParsableArguments {
  @Flag(help: "Leave the comparison of explanations out altogether.")
  var noExplanations = false

  @Flag(help: "Leave out what the record can tell apart, which takes most of the time.")
  var noTrust = false

  @Option(
    help: """
      The power on the times of the acts, above 0 and at most 1; 0.65 for a record of reports and 1 \
      for one without sources where nothing is stated.
      """)
  var power: Double?

  @Option(help: .hidden)
  var temper: Double?

  @Option(help: "How many draws are taken of dates that are spans, 20 to 10000.")
  var draws: Int = ComparisonOptions().draws

  @Flag(help: "Compare anew even where the same comparison was made before.")
  var noCache = false

  func validate() throws {
    let power = temper ?? power ?? 1
    guard power > 0, power <= 1 else {
      throw ValidationError("--power is \(power); write a number above 0 and at most 1")
    }
    // Each draw is a comparison of its own.
    guard (20...10_000).contains(draws) else {
      throw ValidationError("--draws is \(draws); write a number from 20 to 10000")
    }
  }

  /// The options of the comparison.
  func options(_ choices: AssessmentChoices) -> ComparisonOptions {
    ComparisonOptions(
      seed: choices.seed, draws: draws, power: temper ?? power, includesTrust: !noTrust,
      scale: choices.scale)
  }
}

extension VerbalScale: ExpressibleByArgument {}
