// The example of the overview page of Strategy, copied by tools/examples.

import Strategy

func exampleStrategy() throws {
  let analysis = try CrisisGameAnalysis(.insulation())
  print(analysis.conditions.map(\.text))
}
