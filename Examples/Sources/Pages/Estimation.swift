// The example of the overview page of Estimation, copied by tools/examples.

import Estimation

func exampleEstimation() throws {
  var generator = SeededGenerator(seed: 1)
  print(generator.uniform())
}
