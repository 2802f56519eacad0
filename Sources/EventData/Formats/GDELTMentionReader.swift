/// One mention of an event in one document.
public struct Mention: Hashable, Sendable {
  /// The GDELT id of the event.
  public var event: String
  /// When the event entered the data set, in minutes since 1970 (UTC).
  public var eventMinute: Int
  /// When the mention entered the data set, in minutes since 1970 (UTC).
  public var minute: Int
  /// The outlet.
  public var outlet: String
  /// The address or other name of the document.
  public var document: String
  /// How sure the coder was, from 0 to 100.
  public var confidence: Int
  /// The line of the file.
  public var line: Int
}

/// Reads GDELT 2.0 mentions: 16 columns, of which older files lack the last ones, or by name.
public struct GDELTMentionReader: RecordReader {
  /// The format.
  public let format = EventFormat.gdeltMentions
  private let widths: ClosedRange<Int>
  private let id, first, minute, outlet, document, confidence: Int

  /// Makes a reader for a header, or for the published order.
  public init(header: [String]? = nil) {
    guard let header else {
      widths = 14...16
      (id, first, minute, outlet, document, confidence) = (0, 1, 2, 4, 5, 11)
      return
    }
    let layout = ColumnLayout(header)
    widths = header.count...header.count
    id = layout("GLOBALEVENTID")
    first = layout("EventTimeDate")
    minute = layout("MentionTimeDate")
    outlet = layout("MentionSourceName")
    document = layout("MentionIdentifier")
    confidence = layout("Confidence")
  }

  /// Decodes one row.
  public func record(from row: FieldRow, line: Int) throws(RowFault) -> Mention? {
    guard widths.contains(row.count) else {
      throw RowFault(
        "the row has \(row.count) columns and \(format.label) \(widths.upperBound)")
    }
    guard let event = row.integer(id) else {
      throw FieldParsing.fault(row[id], "is no event id")
    }
    guard let eventMinute = GDELTEventReader.minute(row[first]) else {
      throw FieldParsing.fault(row[first], "is no time stamp")
    }
    guard let minute = GDELTEventReader.minute(row[minute]) else {
      throw FieldParsing.fault(row[self.minute], "is no time stamp")
    }
    guard let confidence = row.integer(confidence), (0...100).contains(confidence) else {
      throw FieldParsing.fault(row[self.confidence], "is no confidence from 0 to 100")
    }
    return Mention(
      event: String(event), eventMinute: eventMinute, minute: minute, outlet: row.text(outlet),
      document: row.text(document), confidence: confidence, line: line)
  }
}
