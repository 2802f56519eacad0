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

/// Reads GDELT 2.0 mentions: 16 columns, of which older files lack the last ones.
public struct GDELTMentionReader: RecordReader {
  /// The format.
  public let format = EventFormat.gdeltMentions

  /// Makes a reader.
  public init() {}

  /// Decodes one row.
  public func record(from row: FieldRow, line: Int) throws(RowFault) -> Mention? {
    guard (14...16).contains(row.count) else {
      throw RowFault("the row has \(row.count) columns and \(format.label) 16")
    }
    guard row.integer(0) != nil else {
      if line == 1, row.text(0).lowercased() == "globaleventid" { return nil }
      throw FieldParsing.fault(row[0], "is no event id")
    }
    guard let first = GDELTEventReader.minute(row[1]) else {
      throw FieldParsing.fault(row[1], "is no time stamp")
    }
    guard let minute = GDELTEventReader.minute(row[2]) else {
      throw FieldParsing.fault(row[2], "is no time stamp")
    }
    guard let confidence = row.integer(11), (0...100).contains(confidence) else {
      throw FieldParsing.fault(row[11], "is no confidence from 0 to 100")
    }
    return Mention(
      event: row.text(0), eventMinute: first, minute: minute, outlet: row.text(4),
      document: row.text(5), confidence: confidence, line: line)
  }
}
