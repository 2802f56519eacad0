// The example of the overview page of Forecasting, copied by tools/examples.

import Diplomacy
import EventStore
import Forecasting

func exampleForecasting() throws {
  let store = try EventDatabase(reading: "events.db")
  let weights = try OutlookWeights.shipped()
  let dyad = Dyad(from: "AZE", toward: "RUS")
  let history = try DyadHistory(of: dyad, from: 14_610, in: store)
  let start = Day(ordinal: 16_436)
  let outlook = try Outlook(of: history, from: start, by: weights, horizons: [7, 30])
  for chance in outlook.chances {
    print(chance.kind, chance.days, chance.probability, chance.usual)
  }
}
