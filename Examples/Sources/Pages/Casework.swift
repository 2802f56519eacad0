// The example of the overview page of Casework, copied by tools/examples.

import Casework

func exampleCasework() throws {
  let opened = try OpenedCase(at: "cases/tutorial")
  let assessment = AssessmentRun.assess(opened, comparison: nil)
  for entry in assessment.ledger {
    print(entry.id, entry.verdict.rawValue)
  }
}
