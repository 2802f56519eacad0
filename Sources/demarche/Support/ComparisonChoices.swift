import ArgumentParser
import Conduct
import Diplomacy

/// The choices behind a comparison of explanations within an assessment.
struct ComparisonChoices: ParsableArguments {
  @Flag(help: "Leave the comparison of explanations out altogether.")
  var noExplanations = false

  @Flag(help: "Leave out what the record can tell apart, which takes most of the time.")
  var noTrust = false

  @Option(help: "The power to which the evidence of the acts is raised, above 0 and at most 1.")
  var temper: Double = 0.65

  @Option(help: "How many draws are taken of dates that are spans, at least 20.")
  var draws: Int = ComparisonOptions().draws

  @Flag(help: "Compare anew even where the same comparison was made before.")
  var noCache = false

  func validate() throws {
    guard temper > 0, temper <= 1 else {
      throw ValidationError("--temper is \(temper); write a number above 0 and at most 1")
    }
    guard draws >= 20 else {
      throw ValidationError("--draws is \(draws); write at least 20")
    }
  }

  /// The options of the comparison.
  func options(_ choices: AssessmentChoices) -> ComparisonOptions {
    ComparisonOptions(
      seed: choices.seed, draws: draws, temper: temper, includesTrust: !noTrust,
      scale: choices.scale)
  }

  /// Compares the explanations of a case, or takes the comparison from the cache.
  ///
  /// - Returns: The comparison, the reason why there is none, or nothing where the case has no
  ///   explanations.
  func compare(_ subject: Case, choices: AssessmentChoices) -> Result<ConductAssessment, Problem>? {
    guard !noExplanations, !subject.explanations.isEmpty else { return nil }
    let options = options(choices)
    let cache = noCache ? nil : ComparisonCache(subject, options)
    if let found = cache?.load() { return .success(found) }
    do {
      let comparison = try ExplanationComparison.compare(subject, options: options) { step in
        StandardError.progress(step.stage, step.done, of: step.total)
      }
      cache?.store(comparison)
      return .success(comparison)
    } catch {
      return .failure(error)
    }
  }
}
