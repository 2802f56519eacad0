import Diplomacy

/// Counts and sums by group, with an account of the rows that went into them.
public struct AggregationResult: Sendable {
  struct Group: Sendable {
    let rank: UInt64
    let count: Int
    let sum: Int
  }

  /// One row of the result.
  public struct Row: Hashable, Sendable {
    /// Who acted; empty where not grouped by it.
    public let source: String
    /// Who was acted upon; empty where not grouped by it.
    public let target: String
    /// The day, the Monday of the week, the month as 2018-05, or the year; empty where not grouped.
    public let span: String
    /// The CAMEO root, or zero.
    public let root: Int
    /// The quad class, or zero.
    public let quad: Int
    /// The number of rows.
    public let count: Int
    /// The sum, in tenths for weights.
    public let sum: Int
  }

  /// What was asked.
  public let query: AggregationQuery
  /// Rows read, kept and rejected.
  public internal(set) var counts = ReadingCounts()
  /// Rows that fit the condition, if one was set.
  public internal(set) var fitting = 0
  /// Rows left out because they lack an actor that is grouped by.
  public internal(set) var withoutActor = 0
  /// Rows counted that state no weight, and so have that of their code.
  public internal(set) var withoutWeight = 0
  /// The rejected rows in the order of files and lines.
  public internal(set) var rejected: [RejectedRow] = []
  let groups: [Group]
  let names: [String]

  init(query: AggregationQuery, table: GroupTable) {
    self.query = query
    groups = table.sorted()
    names = table.sortedNames
  }

  /// The number of groups.
  public var count: Int { groups.count }

  /// The row of a group, in the order of source, target, span, root and quad class.
  public subscript(_ index: Int) -> Row {
    let group = groups[index]
    let parts = GroupTable.parts(ofRank: group.rank)
    return Row(
      source: query.needsSource ? names[parts.source] : "",
      target: query.needsTarget ? names[parts.target] : "",
      span: query.span.map { SpanBucket.text(parts.span, $0) } ?? "", root: parts.root,
      quad: parts.quad, count: group.count, sum: group.sum)
  }

  /// Writes the result as comma-separated values, a header line first.
  ///
  /// - Parameter write: Takes pieces of the text, in order.
  public func writeCSV(_ write: ([UInt8]) throws -> Void) rethrows {
    var out: [UInt8] = []
    out.append(contentsOf: (query.columns.joined(separator: ",") + "\n").utf8)
    for index in groups.indices {
      let row = self[index]
      var isFirst = true
      func field(_ text: some StringProtocol) {
        if !isFirst { out.append(0x2C) }
        isFirst = false
        CSVWriting.append(text, to: &out)
      }
      for key in query.keys {
        switch key {
        case .dyad:
          field(row.source)
          field(row.target)
        case .source: field(row.source)
        case .target: field(row.target)
        case .day, .week, .month, .year: field(row.span)
        case .root: field(CSVWriting.twoDigits(row.root))
        case .quad: field(String(row.quad))
        }
      }
      if query.counts { field(String(row.count)) }
      switch query.sum {
      case .goldstein: field(CSVWriting.decimal(tenths: row.sum))
      case .mentions: field(String(row.sum))
      case nil: break
      }
      out.append(0x0A)
      if out.count > 1 << 16 {
        try write(out)
        out.removeAll(keepingCapacity: true)
      }
    }
    try write(out)
  }
}

/// Spans of time as small numbers and as text.
enum SpanBucket {
  /// The number of the span that holds a day.
  @inline(__always)
  static func number(_ day: Int, _ key: AggregationQuery.Key) -> Int {
    let offset = day - FieldParsing.days.lowerBound
    switch key {
    case .day: return offset
    // 1 January 1901 was a Tuesday.
    case .week: return (offset + 1) / 7
    case .month:
      let parts = Day(ordinal: day).parts
      return (parts.year - 1901) * 12 + parts.month - 1
    case .year: return Day(ordinal: day).parts.year - 1901
    default: return 0
    }
  }

  static func text(_ number: Int, _ key: AggregationQuery.Key) -> String {
    let start = FieldParsing.days.lowerBound
    switch key {
    case .day: return Day(ordinal: start + number).description
    case .week: return Day(ordinal: start + number * 7 - 1).description
    case .month:
      return "\(1901 + number / 12)-\(CSVWriting.twoDigits(number % 12 + 1))"
    case .year: return String(1901 + number)
    default: return ""
    }
  }
}
