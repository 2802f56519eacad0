import Estimation
import Foundation
import Testing

@Suite("Special functions")
struct SpecialFunctionsTests {
  @Test("give the logarithm of factorials", arguments: [1, 2, 5, 10, 40])
  func factorials(n: Int) {
    let exact = (1...n).reduce(0.0) { $0 + log(Double($1)) }
    #expect(abs(SpecialFunctions.logGamma(Double(n) + 1) - exact) < 1e-11)
  }

  @Test("give the gamma function at one half: the root of pi")
  func half() {
    #expect(abs(SpecialFunctions.logGamma(0.5) - 0.5 * log(Double.pi)) < 1e-13)
  }

  @Test("give a digamma that is the slope of logGamma", arguments: [0.3, 1, 2.5, 17])
  func digamma(x: Double) {
    let h = 1e-5
    let slope =
      (SpecialFunctions.logGamma(x + h) - SpecialFunctions.logGamma(x - h)) / (2 * h)
    #expect(abs(SpecialFunctions.digamma(x) - slope) < 1e-7)
  }

  @Test("invert the normal distribution", arguments: [1e-10, 0.001, 0.02, 0.3, 0.5, 0.9, 0.99999])
  func normal(p: Double) {
    let back = SpecialFunctions.normalCDF(SpecialFunctions.normalQuantile(p))
    #expect(abs(back - p) < 1e-13 + 1e-9 * p)
    #expect(abs(SpecialFunctions.normalQuantile(0.975) - 1.959963984540054) < 1e-12)
  }

  @Test(
    "give the gamma distribution of shape one, two and one half in closed form",
    arguments: [0.1, 1, 3, 9])
  func lowerGamma(x: Double) {
    #expect(abs(SpecialFunctions.lowerGamma(1, x) - (1 - exp(-x))) < 1e-13)
    #expect(abs(SpecialFunctions.lowerGamma(2, x) - (1 - exp(-x) * (1 + x))) < 1e-13)
    #expect(abs(SpecialFunctions.lowerGamma(0.5, x) - erf(x.squareRoot())) < 1e-12)
  }

  @Test("give the beta distribution in closed form", arguments: [0.05, 0.4, 0.5, 0.97])
  func beta(x: Double) {
    #expect(abs(SpecialFunctions.incompleteBeta(x, 2, 1) - x * x) < 1e-13)
    #expect(abs(SpecialFunctions.incompleteBeta(x, 1, 3) - (1 - pow(1 - x, 3))) < 1e-13)
    #expect(abs(SpecialFunctions.incompleteBeta(x, 2, 2) - x * x * (3 - 2 * x)) < 1e-13)
  }

  @Test("add exponentials without overflow")
  func logSumExp() {
    #expect(abs(SpecialFunctions.logSumExp([1000, 1000]) - (1000 + log(2.0))) < 1e-12)
    #expect(SpecialFunctions.logSumExp([Double]()) == -.infinity)
    #expect(SpecialFunctions.softmax([0, log(3.0)]).map { ($0 * 100).rounded() } == [25, 75])
  }
}
