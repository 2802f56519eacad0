// The example of the overview page of Reporting, copied by tools/examples.

import Casework
import Reporting

func exampleReporting() throws {
  let opened = try OpenedCase(at: "cases/tutorial")
  let assessment = AssessmentRun.assess(opened, comparison: nil)
  let report = AssessmentReport.report(for: assessment)
  print(HTMLReport.render(report).utf8.count)
}
