extension HTMLFragments {
  /// A table; on a narrow screen its rows may become cards that name their entries.
  ///
  /// One of more than `foldedRows` rows stands behind a line that opens it.
  func table(_ table: Table, folds: Bool = true) -> String {
    guard folds, table.rows.count > Self.foldedRows, !table.holdsRecord else {
      return unfolded(table)
    }
    let caption = Escaping.markup(table.caption)
    return "<details\(isUnfolded ? " open" : "")>\n<summary>\(caption) "
      + "(\(table.rows.count) rows)</summary>\n\(unfolded(table))</details>\n"
  }

  /// A table of more rows than this is folded.
  static let foldedRows = 12

  private func unfolded(_ table: Table) -> String {
    let caption = Escaping.markup(table.caption)
    var result = "<div class=\"scroll\" role=\"region\" aria-label=\"\(caption)\" tabindex=\"0\">\n"
    let kind =
      switch table.narrow {
      case .scrolls: ""
      case .cards: " class=\"cards\""
      case .plainCards: " class=\"cards plain\""
      }
    result += "<table\(kind)>\n"
    result += "<caption>\(caption)</caption>\n<thead><tr>"
    for column in table.columns {
      result += "<th scope=\"col\"\(Self.side(of: column))>"
      result += "\(Escaping.markup(column.title))</th>"
    }
    result += "</tr></thead>\n<tbody>\n"
    let starts = table.columns.map { column in
      let side = Self.side(of: column)
      let label =
        table.narrow == .cards ? " data-label=\"\(Escaping.markup(column.title))\"" : ""
      return column.namesRows ? "<th scope=\"row\"\(side)\(label)>" : "<td\(side)\(label)>"
    }
    let ends = table.columns.map { $0.namesRows ? "</th>" : "</td>" }
    for row in table.rows {
      result += "<tr"
      if let anchor = row.anchor {
        result += " id=\"\(Escaping.markup(anchor))\""
      }
      if row.isMuted { result += " class=\"muted\"" }
      result += ">"
      for index in table.columns.indices {
        result += starts[index]
        if index < row.cells.count { result += prose(row.cells[index]) }
        result += ends[index]
      }
      result += "</tr>\n"
    }
    return result + "</tbody>\n</table>\n</div>\n"
  }

  private static func side(of column: Table.Column) -> String {
    switch (column.alignment, column.isWide) {
    case (.trailing, _): " class=\"n\""
    case (.leading, true): " class=\"w\""
    case (.leading, false): ""
    }
  }
}
