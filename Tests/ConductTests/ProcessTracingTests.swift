import Diplomacy
import Estimation
import Foundation
import Testing

@testable import Conduct

@Suite("Process-tracing evidence")
struct ProcessTracingTests {
  static let ids = ["a", "b", "c"]

  @Test("has bounds that no point of a grid over the ranges exceeds and that corners reach")
  func bounds() {
    let items = [
      ComparisonTests.item("1", ["a": 0.2...0.8, "b": 0.4...0.5, "c": 0.1...0.9]),
      ComparisonTests.item("2", ["a": 0.5...0.6, "b": 0.3...0.7]),
    ]
    let tracing = ProcessTracing(items, explanations: Self.ids, streamed: [])
    let base = [0.1, -0.3, 0.4]
    let bounds = tracing.bounds(base: base)
    let (low, high) = tracing.ends
    var (least, greatest) = ([1.0, 1, 1], [0.0, 0, 0])
    for i in 0...8 {
      for j in 0...8 {
        for k in 0...8 {
          let place: [Double] = [Double(i) / 8, Double(j) / 8, Double(k) / 8]
          var logs = base
          for m in 0..<3 { logs[m] += low[m] + place[m] * (high[m] - low[m]) }
          let posterior = SpecialFunctions.softmax(logs)
          for m in 0..<3 {
            least[m] = min(least[m], posterior[m])
            greatest[m] = max(greatest[m], posterior[m])
          }
        }
      }
    }
    for m in 0..<3 {
      #expect(abs(bounds[m].lowerBound - least[m]) < 1e-12)
      #expect(abs(bounds[m].upperBound - greatest[m]) < 1e-12)
    }
  }

  @Test("counts a group once: repeating an item in its group changes nothing")
  func groups() {
    let item = ComparisonTests.item("1", ["a": 0.9...0.9, "b": 0.1...0.1], group: "press")
    let twin = ComparisonTests.item("2", ["a": 0.9...0.9, "b": 0.1...0.1], group: "press")
    let all = ProcessTracing.Limits(power: 1, perItem: 100, perCoder: 100)
    let once = ProcessTracing([item], explanations: Self.ids, streamed: [], limits: all)
    let twice = ProcessTracing([item, twin], explanations: Self.ids, streamed: [], limits: all)
    #expect(zip(once.middle, twice.middle).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(abs(once.middle[0] - once.middle[1] - log(9.0)) < 1e-12)
    #expect(abs(once.middle[2] - log(0.5)) < 1e-12)
  }

  @Test("is refused where it cites an act in the stream or rules a story out for good")
  func refused() {
    let items = [
      ComparisonTests.item("1", ["a": 0.9...0.9], events: ["E1"]),
      ComparisonTests.item("2", ["a": 0...0.5]),
      ComparisonTests.item("3", ["a": 0.5...0.6], events: ["E2"]),
    ]
    let tracing = ProcessTracing(items, explanations: Self.ids, streamed: ["E1"])
    #expect(tracing.refused.map(\.id) == ["1", "2"])
    #expect(tracing.refused[0].reason.contains("E1"))
    #expect(tracing.groups.map(\.name) == ["3"])
  }

  @Test("is expected to bring the mutual information, within bounds that a grid confirms")
  func information() {
    let posterior = [0.5, 0.3, 0.2]
    let ranges: [ClosedRange<Double>] = [0.2...0.6, 0.5...0.9, 0.3...0.4]
    let prospect = Prospect(
      id: "p", text: "", basis: .stated, likelihoods: ranges, posterior: posterior)
    var (least, greatest) = (Double.infinity, 0.0)
    for i in 0...20 {
      for j in 0...20 {
        for k in 0...20 {
          let places: [Double] = [Double(i) / 20, Double(j) / 20, Double(k) / 20]
          let point: [Double] = zip(ranges, places).map { range, place in
            range.lowerBound + place * (range.upperBound - range.lowerBound)
          }
          let bits = Prospect.information(point, posterior)
          least = min(least, bits)
          greatest = max(greatest, bits)
        }
      }
    }
    #expect(prospect.range.lowerBound <= least + 1e-12)
    #expect(least - prospect.range.lowerBound < 2e-3)
    #expect(abs(prospect.range.upperBound - greatest) < 1e-12)
    let perfect = Prospect(
      id: "q", text: "", basis: .stated, likelihoods: [1...1, 0...0], posterior: [0.5, 0.5])
    #expect(abs(perfect.bits - 1) < 1e-12)
    #expect(perfect.ifSeen == [1, 0])
  }
}

@Suite("Limits on evidence that is no act")
struct EvidenceLimitTests {
  static let ids = ["a", "b"]

  @Test("one coder's item counts at half its weight, and no more than six decibels")
  func item() {
    let weak = ComparisonTests.item("1", ["a": 0.6...0.6, "b": 0.4...0.4])
    let tracing = ProcessTracing([weak], explanations: Self.ids, streamed: [])
    #expect(abs(tracing.middle[0] - tracing.middle[1] - 0.5 * log(1.5)) < 1e-12)
    let strong = ComparisonTests.item("2", ["a": 0.99...0.99, "b": 0.01...0.01])
    let capped = ProcessTracing([strong], explanations: Self.ids, streamed: [])
    #expect(abs(EvidenceCourse.decibels(capped.middle[0] - capped.middle[1]) - 6) < 1e-9)
    #expect(capped.groups[0].capFactor < 1)
  }

  @Test("all items of a coder move two explanations by ten decibels at most")
  func coder() {
    let items = (0..<9).map {
      ComparisonTests.item("\($0)", ["a": 0.9...0.9, "b": 0.1...0.1])
    }
    let tracing = ProcessTracing(items, explanations: Self.ids, streamed: [])
    #expect(abs(EvidenceCourse.decibels(tracing.middle[0] - tracing.middle[1]) - 10) < 1e-9)
    let sum = tracing.items.reduce(0) { $0 + $1.decibels[0] - $1.decibels[1] }
    #expect(abs(sum - 10) < 1e-9)
  }

  @Test("an item that cites a row left out of the record is refused with the reason of the row")
  func excluded() {
    let item = ComparisonTests.item("1", ["a": 0.9...0.9], events: ["E7"])
    let tracing = ProcessTracing(
      [item], explanations: Self.ids, streamed: [], excluded: ["E7": .alleged])
    #expect(tracing.groups.isEmpty)
    #expect(tracing.refused.first?.reason.contains("E7 (alleged)") == true)
  }

  @Test("items come the most diagnostic first, whole with text and source")
  func matrix() {
    let items = [
      ComparisonTests.item("1", ["a": 0.5...0.5, "b": 0.5...0.5]),
      ComparisonTests.item("2", ["a": 0.8...0.8, "b": 0.2...0.2]),
    ]
    let tracing = ProcessTracing(items, explanations: Self.ids, streamed: [])
    #expect(tracing.items.map(\.id) == ["2", "1"])
    #expect(tracing.items.allSatisfy { !$0.text.isEmpty && !$0.source.isEmpty })
    #expect(tracing.items[1].diagnosticity == 0)
  }
}
