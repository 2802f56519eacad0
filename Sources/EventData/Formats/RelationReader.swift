public import Diplomacy

/// Reads the extracts of ICEWS that the forecasting literature uses.
///
/// Columns date, source, cameo, goldstein, relation, target, and one that names the split.
public struct RelationReader: RecordReader {
  /// The format.
  public let format = EventFormat.relations
  private let actors = ActorCache()
  private let widths: ClosedRange<Int>
  private let day, source, code, weight, words, target: Int

  /// Makes a reader for a header, or for the usual order.
  public init(header: [String]? = nil) {
    guard let header else {
      widths = 6...7
      (day, source, code, weight, words, target) = (0, 1, 2, 3, 4, 5)
      return
    }
    let layout = ColumnLayout(header)
    // The name of the split may be missing from a row.
    widths = header.count - (layout.has("split") ? 1 : 0)...header.count
    day = layout("date")
    source = layout("source")
    code = layout("cameo")
    weight = layout("goldstein")
    words = layout("relation")
    target = layout("target")
  }

  /// Decodes one row.
  public func record(from row: FieldRow, line: Int) throws(RowFault) -> CodedEvent? {
    guard widths.contains(row.count) else {
      throw RowFault(
        "the row has \(row.count) columns and \(format.label) \(widths.upperBound)")
    }
    let day = try row.day(day)
    let (code, rawCode) = try CodeField.read(row.text(code), length: .full)
    return CodedEvent(
      date: DateSpan(Day(ordinal: day)), source: actors.actor(row.text(source)),
      target: actors.actor(row.text(target)), code: code, rawCode: rawCode,
      tenths: try row.tenths(weight), summary: row.text(words), line: line)
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
  private let columns: Int
  private let day, first, second, weight: Int

  /// The largest sum of one day, in tenths: sums of that many days stay exact.
  static let most = 10_000_000_000

  /// Makes a reader for a header, or for the usual order.
  public init(header: [String]? = nil) {
    let layout = ColumnLayout(header ?? ["date", "a", "b", "w"])
    columns = layout.count
    day = layout("date")
    first = layout("a")
    second = layout("b")
    weight = layout("w")
  }

  /// Decodes one row.
  public func record(from row: FieldRow, line: Int) throws(RowFault) -> DailySum? {
    guard row.count == columns else {
      throw RowFault("the row has \(row.count) columns and \(format.label) \(columns)")
    }
    let day = try row.day(day)
    guard !row[first].isEmpty, !row[second].isEmpty else { throw RowFault("a state is missing") }
    guard let tenths = FieldParsing.tenths(row[weight]) else {
      throw FieldParsing.fault(row[weight], "is no number")
    }
    guard tenths.magnitude <= Self.most else {
      throw FieldParsing.fault(row[weight], "lies beyond a billion points a day")
    }
    return DailySum(
      day: Day(ordinal: day), pair: Pair(ActorCode(row.text(first)), ActorCode(row.text(second))),
      tenths: tenths, line: line)
  }
}
