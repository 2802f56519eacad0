import Diplomacy

/// Coded events as one JSON object a line, which ``JSONLinesReader`` reads back.
public enum JSONLinesWriter {
  /// The line of an event.
  public static func line(_ event: CodedEvent) -> String {
    var fields: [String] = []
    func text(_ key: String, _ value: String) {
      if !value.isEmpty { fields.append("\"\(key)\":\(JSONWriting.quoted(value))") }
    }
    text("id", event.id)
    text("date", event.date.description)
    for (side, actor) in [("source", event.source), ("target", event.target)] {
      text(side, actor.actor?.rawValue ?? "")
      text("\(side)_organ", actor.organ)
      text("\(side)_code", actor.code)
      text("\(side)_name", actor.name)
      text("\(side)_sectors", actor.sectors.joined(separator: ";"))
    }
    text("code", event.code.rawValue)
    text("raw_code", event.rawCode == event.code.rawValue ? "" : event.rawCode)
    text("plover", event.plover?.rawValue ?? "")
    if let tenths = event.tenths {
      fields.append("\"intensity\":\(CSVWriting.decimal(tenths: tenths))")
    }
    text("summary", event.summary)
    text("publisher", event.publisher)
    text("url", event.url)
    if event.mentions != 1 { fields.append("\"mentions\":\(event.mentions)") }
    if let minute = event.addedMinute { fields.append("\"added_minute\":\(minute)") }
    return "{\(fields.joined(separator: ","))}\n"
  }
}
