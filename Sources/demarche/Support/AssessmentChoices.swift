public import ArgumentParser
import Assessment
public import Diplomacy

extension IntensityScale: ExpressibleByArgument {}

/// The choices that every command on a whole case shares.
struct AssessmentChoices: ParsableArguments {
  @Option(help: "The intensity scale of the acts.")
  var scale: IntensityScale = .goldsteinGDELT

  @Option(help: "The seed of every random draw; the same seed gives the same bytes.")
  var seed: UInt64 = 1

  /// The choices as the options of an assessment.
  var options: AssessmentOptions { AssessmentOptions(scale: scale, seed: seed) }
}

/// The folder of a case.
struct CaseArgument: ParsableArguments {
  @Argument(
    help: "The folder of the case, with case.yaml and events.csv.",
    completion: .directory)
  var path: String
}
