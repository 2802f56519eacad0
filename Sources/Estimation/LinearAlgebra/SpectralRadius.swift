import Foundation

/// The largest modulus of the eigenvalues of a square matrix.
///
/// Found by repeated squaring (Gelfand's formula), which needs no gap between the largest
/// eigenvalues; forty squarings leave a relative error near the precision of the numbers.
///
/// - Parameter matrix: The rows of the matrix.
/// - Complexity: O(40 *n*³) for *n* rows.
public func spectralRadius(_ matrix: [[Double]]) -> Double {
  let size = matrix.count
  var entries = matrix.flatMap { $0 }
  var logScale = 0.0
  var power = 1.0
  for _ in 0..<40 {
    var norm = 0.0
    for row in 0..<size {
      norm = max(norm, entries[(row * size)..<((row + 1) * size)].reduce(0) { $0 + abs($1) })
    }
    guard norm > 0, norm.isFinite else { return norm }
    logScale += log(norm) / power
    let scaled = entries.map { $0 / norm }
    var product = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
      for inner in 0..<size {
        let factor = scaled[row * size + inner]
        if factor == 0 { continue }
        for column in 0..<size {
          product[row * size + column] += factor * scaled[inner * size + column]
        }
      }
    }
    entries = product
    power *= 2
  }
  return exp(logScale)
}
