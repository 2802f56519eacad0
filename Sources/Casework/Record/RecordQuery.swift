public import Diplomacy

/// Which rows of a record to show, and in which order.
public struct RecordQuery: Hashable, Sendable {
  /// A column by whose values rows are grouped and chosen.
  public enum Facet: String, CaseIterable, Sendable {
    /// Who acted.
    case side
    /// Toward whom.
    case target
    /// The first two digits of the CAMEO code.
    case code
    /// The level of contact.
    case channel
    /// How well the act is established; a row that does not say counts as confirmed.
    case status
    /// How credible the report is, from 1 to 6.
    case grade

    /// The column of the record.
    var column: String {
      switch self {
      case .side: "source"
      case .target: "target"
      case .code: "code"
      case .channel: "channel"
      case .status: "status"
      case .grade: "credibility"
      }
    }
  }

  /// A column by which rows can be put in order.
  public enum Order: String, CaseIterable, Sendable {
    case file, id, date, source, target, code, channel, status, publisher
  }

  /// Words that must all stand in the row, in any case of letters.
  public var search = ""
  /// For each facet the values of which a row must have one; empty where all are shown.
  public var chosen: [Facet: Set<String>] = [:]
  /// The first day shown.
  public var from: Day?
  /// The last day shown.
  public var until: Day?
  /// The order of the rows.
  public var order = Order.file
  /// Whether the order is reversed.
  public var isDescending = false
  /// The page, counted from one.
  public var page = 1
  /// How many rows a page has.
  public var size = 100

  /// The most rows that a page may have.
  public static let largestSize = 500

  /// Makes a query for the first rows of the file.
  public init() {}

  /// Whether every row is shown.
  public var isWhole: Bool {
    search.isEmpty && chosen.values.allSatisfy(\.isEmpty) && from == nil && until == nil
  }
}

/// A page of the rows that a query found.
public struct RecordPage: Sendable {
  /// A value of a facet.
  public struct Value: Hashable, Sendable {
    /// The value as the record has it; empty for rows without one.
    public let text: String
    /// How many rows have it under the other parts of the query.
    public let count: Int
    /// Whether the query asks for it.
    public let isChosen: Bool
  }

  /// The numbers of the rows of the page.
  public let rows: [Int]
  /// How many rows were found on all pages.
  public let total: Int
  /// The page, counted from one; the last where the query asked for one behind it.
  public let page: Int
  /// How many pages there are, at least one.
  public let pages: Int
  /// The values of each facet, those with most rows first.
  public let facets: [(facet: RecordQuery.Facet, values: [Value])]
}
