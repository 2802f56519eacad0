// The example of the overview page of TimeSeries, copied by tools/examples.

import TimeSeries

func exampleTimeSeries() throws {
  let turns = try TurningPointFinder().turningPoints(in: [1, 1.2, 0.9, 4, 4.1, 3.9, 4.2])
  print(turns)
}
