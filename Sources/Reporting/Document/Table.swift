/// A table of text.
public struct Table: Hashable, Sendable {
  /// What the table shows, in one line.
  public var caption: String
  /// The columns.
  public var columns: [Column]
  /// The rows from top to bottom.
  public var rows: [Row]
  /// How the table behaves on a narrow screen.
  public var narrow: NarrowStyle

  /// How a table behaves on a narrow screen.
  public enum NarrowStyle: Hashable, Sendable {
    /// It scrolls sideways.
    case scrolls
    /// Each row becomes a card with the column's name before each entry.
    case cards
    /// Each row becomes a card whose entries speak for themselves.
    case plainCards
  }

  /// One column.
  public struct Column: Hashable, Sendable {
    /// On which side the entries stand.
    public enum Alignment: Hashable, Sendable {
      case leading
      case trailing
    }

    /// The heading.
    public var title: String
    /// On which side the entries stand; numbers stand on the trailing side.
    public var alignment: Alignment
    /// Whether the entries name their rows.
    public var namesRows: Bool

    /// Whether the entries are long and need more room than others.
    public var isWide: Bool

    /// Makes a column.
    public init(
      _ title: String, _ alignment: Alignment = .leading, namesRows: Bool = false,
      isWide: Bool = false
    ) {
      self.title = title
      self.alignment = alignment
      self.namesRows = namesRows
      self.isWide = isWide
    }
  }

  /// One row.
  public struct Row: Hashable, Sendable {
    /// The row of the record that this row shows: the place that links to it lead to.
    public var recordRow: String?
    /// The anchor of the row: that of its row of the record, or one of its own.
    public var anchor: String?
    /// The entries; missing ones are empty.
    public var cells: [Prose]
    /// Whether the row is shown with less weight, as one that takes no part in computations.
    public var isMuted: Bool

    /// Makes a row.
    ///
    /// - Parameters:
    ///   - cells: The entries.
    ///   - recordRow: The row of the record that this row shows.
    ///   - anchor: An anchor of its own, for a row that shows no row of the record.
    ///   - isMuted: Whether the row is shown with less weight.
    public init(
      _ cells: [Prose], recordRow: String? = nil, anchor: String? = nil, isMuted: Bool = false
    ) {
      self.cells = cells
      self.recordRow = recordRow
      self.anchor = recordRow.map(Escaping.rowAnchor) ?? anchor
      self.isMuted = isMuted
    }
  }

  /// Whether it shows rows of the record, to which others lead.
  var holdsRecord: Bool { rows.contains { $0.recordRow != nil } }

  /// Makes a table.
  public init(
    caption: String, columns: [Column], rows: [Row], narrow: NarrowStyle = .scrolls
  ) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.narrow = narrow
  }

  /// Makes a table of plain entries.
  public init(
    caption: String, columns: [Column], entries: [[String]], narrow: NarrowStyle = .scrolls
  ) {
    self.init(
      caption: caption, columns: columns, rows: entries.map { Row($0.map { Prose($0) }) },
      narrow: narrow)
  }
}
