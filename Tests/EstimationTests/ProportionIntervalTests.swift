import Estimation
import Testing

@Suite("Intervals of proportions")
struct ProportionIntervalTests {
  @Test(
    "are Wilson's, as published (the first two by Newcombe 1998, Statistics in Medicine 17, 857-872)",
    arguments: [
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
      (8, 10, 0.4902, 0.9433),
    ])
  func published(part: Int, whole: Int, low: Double, high: Double) {
    let interval = ProportionInterval(coverage: 0.95).share(part, of: whole)
    #expect(abs(interval.lowerBound - low) < 5e-5)
    #expect(abs(interval.upperBound - high) < 5e-5)
  }

  @Test("of differences are Newcombe's method 10 (873-890, table II)")
  func difference() {
    let interval = ProportionInterval(coverage: 0.95).difference(56, of: 70, 48, of: 80)
    #expect(abs(interval.lowerBound - 0.0524) < 5e-5)
    #expect(abs(interval.upperBound - 0.3339) < 5e-5)
  }

  @Test("hold their share, widen with coverage, and say nothing of nothing")
  func properties() {
    let (narrow, wide) = (ProportionInterval(coverage: 0.5), ProportionInterval(coverage: 0.99))
    for whole in 1...30 {
      for part in 0...whole {
        let (one, other) = (narrow.share(part, of: whole), wide.share(part, of: whole))
        #expect(one.contains(Double(part) / Double(whole)))
        #expect(other.lowerBound <= one.lowerBound && one.upperBound <= other.upperBound)
      }
    }
    #expect(narrow.share(0, of: 0) == 0...1)
  }

  @Test("of weights: quantiles are the values at which the weights reach the share")
  func weighted() {
    let values = [(value: 3.0, weight: 0.5), (value: 1.0, weight: 0.2), (value: 2.0, weight: 0.3)]
    #expect(Summaries.weightedQuantiles(values, [0.1, 0.4, 0.6, 1]) == [1, 2, 3, 3])
    #expect(Summaries.weightedQuantiles([], [0.5]) == [0])
  }
}
