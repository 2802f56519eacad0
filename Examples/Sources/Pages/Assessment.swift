// The example of the overview page of Assessment, copied by tools/examples.

import Assessment
import Casework

func exampleAssessment() throws {
  let subject = try OpenedCase(at: "cases/tutorial").subject
  let assessment = CaseAssessment(of: subject)
  print(assessment.ledger.count)
}
