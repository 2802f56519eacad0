import Assessment
import Casework
import Conduct
import Diplomacy

// Assesses a case from a program of your own: open the folder whole, assess, read the findings.
let folder = CommandLine.arguments.dropFirst().first ?? "cases/tutorial"
do {
  let opened = try OpenedCase(at: folder)
  let assessment = AssessmentRun.assess(
    opened, comparison: ComparisonOptions(seed: 1, includesTrust: false), usesCache: false)
  print(opened.subject.claim)
  for entry in assessment.ledger {
    print("\(entry.id): \(entry.verdict.rawValue)")
  }
  for explanation in assessment.conduct?.explanations ?? [] {
    print("\(explanation.id): \(explanation.posterior)")
  }
} catch {
  print(error.message)
}
