import Estimation
import Foundation
import Testing

@Suite("Random variates")
struct RandomVariatesTests {
  @Test("have the mean and variance of their distribution")
  func moments() {
    var generator = SeededGenerator(seed: 5)
    let n = 4000
    func check(_ values: [Double], mean: Double, variance: Double) {
      let error = (variance / Double(n)).squareRoot()
      #expect(abs(Summaries.mean(values) - mean) < 4.5 * error)
      let spread = Summaries.standardDeviation(values)
      #expect(abs(spread * spread / variance - 1) < 0.2)
    }
    check((0..<n).map { _ in generator.uniform() }, mean: 0.5, variance: 1 / 12.0)
    check((0..<n).map { _ in generator.normal() }, mean: 0, variance: 1)
    check((0..<n).map { _ in generator.gamma(shape: 4) }, mean: 4, variance: 4)
    check((0..<n).map { _ in generator.gamma(shape: 0.5) }, mean: 0.5, variance: 0.5)
    check((0..<n).map { _ in Double(generator.poisson(mean: 0.7)) }, mean: 0.7, variance: 0.7)
    check((0..<n).map { _ in Double(generator.poisson(mean: 55)) }, mean: 55, variance: 55)
  }

  @Test("are uniform on 0 to 1 by the Kolmogorov test")
  func uniform() {
    var generator = SeededGenerator(seed: 11)
    let gap = Summaries.uniformGap((0..<2000).map { _ in generator.uniform() })
    #expect(Summaries.uniformGapPValue(gap: gap, count: 2000) > 0.001)
  }

  @Test("are the same for the same seed and stream")
  func seeded() {
    var a = SeededGenerator(seed: 9).stream(4)
    var b = SeededGenerator(seed: 9).stream(4)
    #expect((0..<50).map { _ in a.normal() } == (0..<50).map { _ in b.normal() })
    #expect(a.permutation(20).sorted() == Array(0..<20))
  }

  @Test("are mapped in parallel in the order of the indices")
  func concurrent() {
    let squares = concurrentMap(500) { $0 * $0 }
    #expect(squares == (0..<500).map { $0 * $0 })
    #expect(concurrentMap(0) { $0 }.isEmpty)
  }
}
