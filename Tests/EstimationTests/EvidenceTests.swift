import Estimation
import Foundation
import Testing

/// A normal mean with a normal prior: everything is known in closed form.
private struct NormalMean: SecondOrderObjective {
  let data: [Double]
  let dimension = 1

  func value(at p: [Double]) -> Double {
    data.reduce(-0.5 * p[0] * p[0] - 0.5 * log(2 * Double.pi)) {
      $0 - 0.5 * ($1 - p[0]) * ($1 - p[0]) - 0.5 * log(2 * Double.pi)
    }
  }

  func evaluate(at p: [Double], gradient: inout [Double], hessian: inout [Double]) -> Double {
    gradient[0] = data.reduce(-p[0]) { $0 + ($1 - p[0]) }
    hessian[0] = -1 - Double(data.count)
    return value(at: p)
  }
}

@Suite("Evidence")
struct EvidenceTests {
  @Test("by Laplace is exact for a normal posterior, and importance sampling agrees")
  func normalMean() {
    let data = [0.3, 1.9, -0.4, 0.8, 1.1]
    let objective = NormalMean(data: data)
    let laplace = LaplaceEvidence(NewtonMaximizer().maximize(objective, from: [0]))
    let n = Double(data.count)
    let sum = data.reduce(0, +)
    let squares = data.reduce(0) { $0 + $1 * $1 }
    let exact =
      -0.5 * n * log(2 * Double.pi) - 0.5 * log(1 + n) - 0.5 * (squares - sum * sum / (1 + n))
    #expect(abs(laplace.logEvidence - exact) < 1e-9)
    #expect(!laplace.isRepaired)
    var generator = SeededGenerator(seed: 2)
    let check = ImportanceCheck(of: laplace, draws: 2000, using: &generator) {
      objective.value(at: $0)
    }
    #expect(abs(check.logEvidence - exact) < 5 * check.standardError)
    #expect(check.standardError < 0.02)
    #expect(check.effectiveDraws > 1500)
  }

  @Test("areas under the curve count ties as one half")
  func area() {
    #expect(Summaries.areaUnderCurve(positives: [3, 2], negatives: [1, 0]) == 1)
    #expect(Summaries.areaUnderCurve(positives: [1], negatives: [1]) == 0.5)
    #expect(Summaries.areaUnderCurve(positives: [2, 0], negatives: [1, 0]) == 0.625)
    #expect(Summaries.areaUnderCurve(positives: [], negatives: [1, 0]) == 0.5)
  }
}
