public import Diplomacy

/// Reads the extracts of ICEWS that the forecasting literature uses.
///
/// Columns date, source, cameo, goldstein, relation, target, and one that names the split.
public struct RelationReader: RecordReader {
  /// The format.
  public let format = EventFormat.relations
  private let actors = ActorCache()

  /// Makes a reader.
  public init() {}

  /// Decodes one row.
  public func record(from row: FieldRow, line: Int) throws(RowFault) -> CodedEvent? {
    guard row.count == 6 || row.count == 7 else {
      throw RowFault("the row has \(row.count) columns and \(format.label) 7")
    }
    if line == 1, row.text(0) == "date" { return nil }
    let day = try row.day(0)
    let rawCode = row.text(2)
    guard let code = EventCode.longest(startingIn: rawCode) else {
      throw FieldParsing.fault(row[2], "is no CAMEO code")
    }
    return CodedEvent(
      date: DateSpan(Day(ordinal: day)), source: actors.actor(row.text(1)),
      target: actors.actor(row.text(5)), code: code, rawCode: rawCode,
      tenths: try row.tenths(3), summary: row.text(4), line: line)
  }
}

/// One day's sum of weights between two states, both directions together.
public struct DailySum: Hashable, Sendable {
  /// The day.
  public var day: Day
  /// The two states.
  public var pair: Pair
  /// The sum in tenths of a point; it swells with attention.
  public var tenths: Int
  /// The line of the file.
  public var line: Int
}

/// Reads daily sums of state pairs: columns date, a, b, w.
public struct DailySumReader: RecordReader {
  /// The format.
  public let format = EventFormat.dailySums

  /// Makes a reader.
  public init() {}

  /// Decodes one row.
  public func record(from row: FieldRow, line: Int) throws(RowFault) -> DailySum? {
    guard row.count == 4 else {
      throw RowFault("the row has \(row.count) columns and \(format.label) 4")
    }
    if line == 1, row.text(0) == "date" { return nil }
    let day = try row.day(0)
    guard !row[1].isEmpty, !row[2].isEmpty else { throw RowFault("a state is missing") }
    guard let tenths = FieldParsing.tenths(row[3]) else {
      throw FieldParsing.fault(row[3], "is no number")
    }
    return DailySum(
      day: Day(ordinal: day), pair: Pair(ActorCode(row.text(1)), ActorCode(row.text(2))),
      tenths: tenths, line: line)
  }
}
