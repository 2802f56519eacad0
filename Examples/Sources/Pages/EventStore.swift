// The example of the overview page of EventStore, copied by tools/examples.

import EventStore

func exampleEventStore() throws {
  let store = try EventDatabase(reading: "events.db")
  var query = EventQuery()
  query.source = "AZE"
  print(try store.events(query).count)
}
