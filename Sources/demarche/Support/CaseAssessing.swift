import Assessment
import Casework
import Conduct

extension ComparisonChoices {
  /// Opens a case and assesses it by these choices; progress is told on standard error.
  func assessment(of input: CaseArgument, _ choices: AssessmentChoices) throws -> CaseAssessment {
    AssessmentRun.assess(
      try CaseInput.open(input.path), options: choices.options,
      comparison: noExplanations ? nil : options(choices), usesCache: !noCache
    ) { StandardError.progress($0.stage, $0.done, of: $0.total) }
  }
}
