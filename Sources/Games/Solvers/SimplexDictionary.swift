/// A dense dictionary of the simplex method: basic variables as affine functions of the others.
///
/// Row *i* says `basic[i] = constant + Σ coefficient · nonbasic[j]`; all variables are at least zero.
/// The lexicographic rule makes pivoting end even where many rows tie: each variable that was basic
/// at the start is thought of as shifted by its own power of an infinitely small number.
///
/// > Dantzig, Orden, Wolfe. "The generalized simplex method." *Pacific Journal of Mathematics* 5, 1955.
struct SimplexDictionary {
  let rowCount: Int
  let columnCount: Int
  private let width: Int
  private var cells: [Double]
  private(set) var basic: [Int]
  private(set) var nonbasic: [Int]
  /// For each variable its row, or -1 - its column.
  private var place: [Int]
  private let order: [Int]

  /// Makes a dictionary of zeros; variables are numbered from 0 over both lists.
  init(basic: [Int], nonbasic: [Int]) {
    rowCount = basic.count
    columnCount = nonbasic.count
    width = nonbasic.count + 1
    cells = Array(repeating: 0, count: basic.count * (nonbasic.count + 1))
    self.basic = basic
    self.nonbasic = nonbasic
    order = basic
    place = Array(repeating: 0, count: (basic + nonbasic).max().map { $0 + 1 } ?? 0)
    for (row, variable) in basic.enumerated() { place[variable] = row }
    for (column, variable) in nonbasic.enumerated() { place[variable] = -1 - column }
  }

  subscript(row: Int, column: Int) -> Double {
    get { cells[row * width + column] }
    set { cells[row * width + column] = newValue }
  }

  func constant(_ row: Int) -> Double { cells[row * width + columnCount] }

  mutating func setConstant(_ row: Int, _ value: Double) {
    cells[row * width + columnCount] = value
  }

  func row(of variable: Int) -> Int? { place[variable] >= 0 ? place[variable] : nil }

  func column(of variable: Int) -> Int? { place[variable] < 0 ? -1 - place[variable] : nil }

  func value(of variable: Int) -> Double { row(of: variable).map { constant($0) } ?? 0 }

  /// The row that first reaches zero when a column's variable grows; nil if none ever does.
  func leavingRow(for column: Int, rows: Range<Int>, smallest: Double = 1e-9) -> Int? {
    var best: Int?
    var bestRatio = Double.infinity
    for row in rows {
      let slope = self[row, column]
      guard slope < -smallest else { continue }
      let ratio = max(0, constant(row)) / -slope
      if ratio < bestRatio - 1e-11 * (1 + bestRatio.magnitude) || best == nil {
        best = row
        bestRatio = ratio
      } else if ratio <= bestRatio + 1e-11 * (1 + bestRatio), let other = best,
        isLexicallyBelow(row, other, column)
      {
        best = row
        bestRatio = min(ratio, bestRatio)
      }
    }
    return best
  }

  private func isLexicallyBelow(_ first: Int, _ second: Int, _ column: Int) -> Bool {
    let firstScale = -1 / self[first, column]
    let secondScale = -1 / self[second, column]
    for variable in order {
      let spot = place[variable]
      let difference: Double
      if spot < 0 {
        difference =
          self[second, -1 - spot] * secondScale - self[first, -1 - spot] * firstScale
      } else {
        difference = (spot == first ? firstScale : 0) - (spot == second ? secondScale : 0)
      }
      if difference < -1e-10 { return true }
      if difference > 1e-10 { return false }
    }
    return false
  }

  /// Exchanges the variable of a row with that of a column.
  mutating func pivot(row: Int, column: Int) {
    let width = self.width
    cells.withUnsafeMutableBufferPointer { cells in
      let pivotRow = cells.baseAddress.map { $0 + row * width }
      guard let pivotRow else { return }
      let inverse = 1 / pivotRow[column]
      for index in 0..<width { pivotRow[index] *= -inverse }
      pivotRow[column] = inverse
      for other in 0..<rowCount where other != row {
        let line = cells.baseAddress.map { $0 + other * width }
        guard let line else { continue }
        let factor = line[column]
        if factor == 0 { continue }
        line[column] = 0
        for index in 0..<width { line[index] += factor * pivotRow[index] }
        if abs(line[width - 1]) < 1e-13 { line[width - 1] = 0 }
      }
    }
    swap(&basic[row], &nonbasic[column])
    place[basic[row]] = row
    place[nonbasic[column]] = -1 - column
  }
}
