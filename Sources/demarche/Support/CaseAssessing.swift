import Assessment
import Casework
import Conduct

extension ComparisonChoices {
  /// Opens a case and assesses it by these choices; progress is told on standard error.
  ///
  /// - Parameter variants: On how many variants of the record the ledger is tried.
  func assessment(
    of input: CaseArgument, _ choices: AssessmentChoices, variants: Int = 0
  ) throws -> CaseAssessment {
    var options = choices.options
    options.variants = variants
    return AssessmentRun.assess(
      try CaseInput.open(input.path), options: options,
      comparison: noExplanations ? nil : self.options(choices), usesCache: !noCache
    ) { StandardError.progress($0.stage, $0.done, of: $0.total) }
  }
}
