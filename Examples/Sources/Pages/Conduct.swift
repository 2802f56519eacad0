// The example of the overview page of Conduct, copied by tools/examples.

import Casework
import Conduct

func exampleConduct() throws {
  let subject = try OpenedCase(at: "cases/tutorial").subject
  let options = ComparisonOptions(seed: 1, includesTrust: false)
  let comparison = try ExplanationComparison.compare(subject, options: options)
  for explanation in comparison.explanations {
    print(explanation.id, explanation.posterior)
  }
}
