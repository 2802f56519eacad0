/// A table of shares or ratios, each cell shaded by its value and written out.
package struct HeatTable: Drawing {
  /// The names of the rows.
  package var rows: [String]
  /// The names of the columns.
  package var columns: [String]
  /// The values, row by row, at least 0; the shade is full from 1, and one that is not finite leaves
  /// its cell empty.
  package var values: [[Double]]
  /// What the rows are.
  package var rowTitle: String
  /// What the columns are.
  package var columnTitle: String

  /// Makes a table.
  package init(
    rows: [String], columns: [String], values: [[Double]], rowTitle: String, columnTitle: String
  ) {
    self.rows = rows
    self.columns = columns
    self.values = values
    self.rowTitle = rowTitle
    self.columnTitle = columnTitle
  }

  /// Draws the table; columns whose names do not fit are numbered and listed below.
  package func draw(width: Double, id: String) -> SVGCanvas {
    var canvas = SVGCanvas(id: id, width: width, height: 0)
    let size = FigureType.small
    let widest = rows.map { TextMetrics.width(of: $0, size: size) }.max() ?? 0
    let left = min(widest + 14, width * 0.36)
    let cell = (width - left - 6) / Double(max(1, columns.count))
    let isKeyed = columns.contains { TextMetrics.width(of: $0, size: size) > cell - 6 }
    canvas.text("columns: \(columnTitle)", x: 4, y: 16, size: size, paint: .muted)
    canvas.text("rows: \(rowTitle)", x: 4, y: 31, size: size, paint: .muted)
    var y = 54.0
    for (index, column) in columns.enumerated() {
      canvas.text(
        isKeyed ? String(index + 1) : column, x: left + (Double(index) + 0.5) * cell, y: y - 6,
        size: size, anchor: .middle, isBold: true)
    }
    for (index, row) in rows.enumerated() {
      let label = TextMetrics.fitted(row, width: left - 10, size: size)
      canvas.text(label, x: 4, y: y + 17, size: size)
      let values = index < values.count ? values[index] : []
      for (column, value) in values.prefix(columns.count).enumerated() where value.isFinite {
        let x = left + Double(column) * cell
        let shade = min(max(value, 0), 1)
        canvas.rectangle(
          x: x + 1, y: y + 1, width: cell - 2, height: 24, .solid(.blue, opacity: shade * 0.5),
          outline: Stroke(.grid))
        canvas.text(
          NumberFormat.fixed(value, decimals: 2), x: x + cell / 2, y: y + 17, size: size,
          anchor: .middle)
      }
      y += 26
    }
    if isKeyed {
      y += 4
      for (index, column) in columns.enumerated() {
        for line in TextMetrics.wrapped("\(index + 1)  \(column)", width: width - 8, size: size) {
          y += 15
          canvas.text(line, x: 4, y: y, size: size, paint: .muted)
        }
      }
    }
    canvas.height = y + 10
    return canvas
  }
}
