// The example of the overview page of EventData, copied by tools/examples.

import EventData

func exampleEventData() throws {
  let stream = try RowStream(InputFile(path: "events.tsv"))
  let counts = try stream.events {
    print($0.code)
  } reject: {
    print($0.reason)
  }
  print(counts)
}
