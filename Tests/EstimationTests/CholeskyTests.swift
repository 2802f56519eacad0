import Estimation
import Testing

@Suite("Cholesky factors")
struct CholeskyTests {
  static func positiveDefinite(order: Int, seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    let root = (0..<order * order).map { _ in generator.normal() }
    var matrix = [Double](repeating: 0, count: order * order)
    for i in 0..<order {
      for j in 0..<order {
        for k in 0..<order { matrix[i * order + j] += root[i * order + k] * root[j * order + k] }
      }
      matrix[i * order + i] += 0.1
    }
    return matrix
  }

  @Test("multiply back to the matrix and solve its systems", arguments: [1, 2, 5, 12])
  func reproduces(order: Int) throws {
    let matrix = Self.positiveDefinite(order: order, seed: UInt64(order))
    let factor = try #require(Cholesky(matrix, order: order))
    for i in 0..<order {
      for j in 0..<order {
        let product = (0..<order).reduce(0.0) {
          $0 + factor.lower[i * order + $1] * factor.lower[j * order + $1]
        }
        #expect(abs(product - matrix[i * order + j]) < 1e-10)
      }
    }
    let truth = (0..<order).map { Double($0) - 1.5 }
    let right = (0..<order).map { i in
      (0..<order).reduce(0.0) { $0 + matrix[i * order + $1] * truth[$1] }
    }
    for (found, wanted) in zip(factor.solve(right), truth) { #expect(abs(found - wanted) < 1e-6) }
  }

  @Test("give the determinant of a matrix worked by hand")
  func determinant() throws {
    let factor = try #require(Cholesky([4, 2, 2, 3], order: 2))
    #expect(abs(factor.logDeterminant - 2.079441541679836) < 1e-12)  // log 8
    #expect(factor.inverse().map { ($0 * 8).rounded() } == [3, -2, -2, 4])
  }

  @Test("are refused for a matrix that is not positive definite")
  func indefinite() {
    #expect(Cholesky([1, 2, 2, 1], order: 2) == nil)
    #expect(Cholesky([0], order: 1) == nil)
  }
}
