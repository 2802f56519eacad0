import Estimation
import Foundation
import Testing

/// Rosenbrock's valley turned upside down: its only maximum is zero at (1, 1).
private struct Ridge: SecondOrderObjective {
  let dimension = 2

  func value(at p: [Double]) -> Double {
    -(1 - p[0]) * (1 - p[0]) - 100 * (p[1] - p[0] * p[0]) * (p[1] - p[0] * p[0])
  }

  func evaluate(at p: [Double], gradient: inout [Double], hessian: inout [Double]) -> Double {
    let gap = p[1] - p[0] * p[0]
    gradient = [2 * (1 - p[0]) + 400 * gap * p[0], -200 * gap]
    hessian = [-2 + 400 * gap - 800 * p[0] * p[0], 400 * p[0], 400 * p[0], -200]
    return value(at: p)
  }
}

@Suite("Optimisers")
struct OptimisationTests {
  @Test("climb a curved ridge with Newton's method", arguments: [[-1.2, 1], [3, -4], [0, 0]])
  func newton(start: [Double]) {
    let top = NewtonMaximizer(iterationLimit: 200, tolerance: 1e-14).maximize(Ridge(), from: start)
    #expect(top.converged)
    #expect(abs(top.point[0] - 1) < 1e-5 && abs(top.point[1] - 1) < 1e-5)
  }

  @Test(
    "descend a curved valley from the gradient alone", arguments: [[-1.2, 1], [3, -4], [0, 0]])
  func quasiNewton(start: [Double]) {
    var hessian = [Double](repeating: 0, count: 4)
    let bottom = QuasiNewtonMinimizer(gainTolerance: 1e-16).minimize(from: start) { p, gradient in
      let value = Ridge().evaluate(at: p, gradient: &gradient, hessian: &hessian)
      for i in 0..<2 { gradient[i] = -gradient[i] }
      return -value
    }
    #expect(abs(bottom.point[0] - 1) < 1e-4 && abs(bottom.point[1] - 1) < 1e-4)
  }

  @Test("find the minimum of a quadratic in twenty arguments")
  func quadratic() {
    let bottom = QuasiNewtonMinimizer().minimize(from: [Double](repeating: 5, count: 20)) {
      p, gradient in
      var value = 0.0
      for i in 0..<20 {
        let gap = p[i] - Double(i)
        value += Double(i + 1) * gap * gap
        gradient[i] = 2 * Double(i + 1) * gap
      }
      return value
    }
    #expect(bottom.converged)
    for i in 0..<20 { #expect(abs(bottom.point[i] - Double(i)) < 1e-5) }
  }
}
