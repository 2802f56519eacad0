// The example of the overview page of Diplomacy, copied by tools/examples.

import Diplomacy

func exampleDiplomacy() throws {
  let span = try DateSpan(parsing: "2025-06-27/2025-06-30")
  let dyad = Dyad(from: "AZE", toward: "RUS")
  print(span.length, dyad.reversed)
}
