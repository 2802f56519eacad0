package import EventData

/// Everything a stream of rows gives.
package struct Reading {
  package var events: [CodedEvent] = []
  package var rejected: [RejectedRow] = []
  package var counts = ReadingCounts()

  package init(_ file: InputFile, format: EventFormat? = nil) throws {
    try self.init(RowStream(file, format: format))
  }

  package init(text: String, format: EventFormat? = nil) throws {
    try self.init(RowStream(MemoryStream(text.utf8), name: "text", format: format))
  }

  package init(_ rows: RowStream) throws {
    var events: [CodedEvent] = []
    var rejected: [RejectedRow] = []
    counts = try rows.events(keep: { events.append($0) }, reject: { rejected.append($0) })
    self.events = events
    self.rejected = rejected
  }
}
