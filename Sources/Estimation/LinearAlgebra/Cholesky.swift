import Foundation

/// The Cholesky factor of a symmetric positive definite matrix.
///
/// For a matrix *A* the factor is the lower triangular *L* with *A* = *L Lᵀ*. It solves linear
/// systems, gives the determinant, and turns independent normal draws into draws whose precision
/// matrix is *A*.
///
/// > Golub, G., Van Loan, C. *Matrix Computations*, 4th ed., 2013, algorithm 4.2.1.
public struct Cholesky: Hashable, Sendable {
  /// The number of rows.
  public let order: Int
  /// The factor in row-major order; entries above the diagonal are zero.
  public let lower: [Double]

  /// Factors a matrix, or gives nothing where it is not positive definite.
  ///
  /// - Parameters:
  ///   - matrix: The symmetric matrix in row-major order; only the lower triangle is read.
  ///   - order: The number of rows.
  /// - Complexity: O(*n*³) for *n* rows.
  public init?(_ matrix: [Double], order: Int) {
    precondition(matrix.count == order * order, "a square matrix of the stated order is needed")
    var factor = matrix
    let succeeded = factor.withUnsafeMutableBufferPointer { buffer -> Bool in
      guard let base = buffer.baseAddress else { return true }
      return Self.factor(base, order: order)
    }
    guard succeeded else { return nil }
    for row in 0..<order {
      for column in (row + 1)..<max(order, row + 1) { factor[row * order + column] = 0 }
    }
    self.order = order
    lower = factor
  }

  /// The natural logarithm of the determinant of the factored matrix.
  public var logDeterminant: Double {
    var sum = 0.0
    for row in 0..<order { sum += log(lower[row * order + row]) }
    return 2 * sum
  }

  /// The solution of the system whose matrix was factored.
  public func solve(_ right: [Double]) -> [Double] { backward(forward(right)) }

  /// The solution *y* of *L y* = *b*.
  public func forward(_ right: [Double]) -> [Double] {
    precondition(right.count == order, "the right side must have as many entries as rows")
    var y = right
    for row in 0..<order {
      var sum = y[row]
      for column in 0..<row { sum -= lower[row * order + column] * y[column] }
      y[row] = sum / lower[row * order + row]
    }
    return y
  }

  /// The solution *x* of *Lᵀ x* = *b*: of a standard normal vector, a draw with precision *A*.
  public func backward(_ right: [Double]) -> [Double] {
    precondition(right.count == order, "the right side must have as many entries as rows")
    var x = right
    for row in stride(from: order - 1, through: 0, by: -1) {
      var sum = x[row]
      for below in (row + 1)..<max(order, row + 1) { sum -= lower[below * order + row] * x[below] }
      x[row] = sum / lower[row * order + row]
    }
    return x
  }

  /// The inverse of the factored matrix in row-major order.
  public func inverse() -> [Double] {
    var result = [Double](repeating: 0, count: order * order)
    for column in 0..<order {
      var unit = [Double](repeating: 0, count: order)
      unit[column] = 1
      for (row, value) in solve(unit).enumerated() { result[row * order + column] = value }
    }
    return result
  }

  /// Factors in place for inner loops; only the lower triangle is read and written.
  ///
  /// - Returns: Whether the matrix is positive definite; if not, its content is lost.
  package static func factor(_ a: UnsafeMutablePointer<Double>, order: Int) -> Bool {
    for column in 0..<order {
      let pivotRow = a + column * order
      var pivot = pivotRow[column]
      for k in 0..<column { pivot -= pivotRow[k] * pivotRow[k] }
      guard pivot > 0, pivot.isFinite else { return false }
      let root = pivot.squareRoot()
      pivotRow[column] = root
      let inverse = 1 / root
      for row in (column + 1)..<max(order, column + 1) {
        let line = a + row * order
        var sum = line[column]
        for k in 0..<column { sum -= line[k] * pivotRow[k] }
        line[column] = sum * inverse
      }
    }
    return true
  }

  /// Solves in place with a factor made by `factor(_:order:)`.
  package static func solve(
    _ lower: UnsafePointer<Double>, order: Int, into x: UnsafeMutablePointer<Double>
  ) {
    for row in 0..<order {
      var sum = x[row]
      for column in 0..<row { sum -= lower[row * order + column] * x[column] }
      x[row] = sum / lower[row * order + row]
    }
    for row in stride(from: order - 1, through: 0, by: -1) {
      var sum = x[row]
      for below in (row + 1)..<max(order, row + 1) { sum -= lower[below * order + row] * x[below] }
      x[row] = sum / lower[row * order + row]
    }
  }
}
