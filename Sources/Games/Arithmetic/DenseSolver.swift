/// Solves small dense linear systems in doubles by Gaussian elimination with partial pivoting.
package enum DenseSolver {
  /// The solution of a square system; nil where a pivot is all but zero.
  ///
  /// - Parameters:
  ///   - matrix: The coefficients, row by row.
  ///   - constants: The right-hand side.
  ///   - budget: When to give up.
  /// - Complexity: O(*n*³).
  package static func solve(
    _ matrix: [Double], _ constants: [Double], budget: SearchBudget = .unlimited
  ) -> [Double]? {
    let count = constants.count
    var table = matrix
    var right = constants
    let isRegular = table.withUnsafeMutableBufferPointer { cells -> Bool in
      for column in 0..<count {
        if column % 64 == 63, budget.isSpent { return false }
        var pivot = column
        for row in column + 1..<max(count, column + 1)
        where abs(cells[row * count + column]) > abs(cells[pivot * count + column]) { pivot = row }
        guard abs(cells[pivot * count + column]) > 1e-14 else { return false }
        if pivot != column {
          for index in column..<count {
            cells.swapAt(pivot * count + index, column * count + index)
          }
          right.swapAt(pivot, column)
        }
        let inverse = 1 / cells[column * count + column]
        for row in column + 1..<max(count, column + 1) {
          let factor = cells[row * count + column] * inverse
          if factor == 0 { continue }
          for index in column..<count {
            cells[row * count + index] -= factor * cells[column * count + index]
          }
          right[row] -= factor * right[column]
        }
      }
      for row in (0..<count).reversed() {
        var sum = right[row]
        for index in row + 1..<max(count, row + 1) {
          sum -= cells[row * count + index] * right[index]
        }
        right[row] = sum / cells[row * count + row]
      }
      return true
    }
    return isRegular && right.allSatisfy(\.isFinite) ? right : nil
  }
}
