import Diplomacy
import Estimation
import Foundation
import Testing

@testable import Conduct

@Suite("Base rates")
struct BaseRateTests {
  static func record(own: Int, received: Int) -> ConductRecord {
    let events =
      (0..<own).map { Fixture.event("A\($0)", 5 * $0) }
      + (0..<received).map { Fixture.event("B\($0)", 5 * $0, from: "BBB", to: "AAA") }
    return ConductRecord(Fixture.subject(events, explanations: Fixture.explanations()))
  }

  static func centre(own: Int, received: Int, parity: Double = 1) -> Double {
    BaseRate(
      .hostile, record(own: own, received: received), spread: 0.7, parity: parity
    ).centre
  }

  @Test("do not move with the other side where both act equally often", arguments: [1, 8, 20])
  func balanced(acts: Int) {
    let own = log(Double(acts + 1) / 160) - 0.4
    #expect(abs(Self.centre(own: acts, received: acts) - own) < 1e-12)
    #expect(abs(Self.centre(own: acts, received: 3, parity: 0) - own) < 1e-12)
  }

  @Test("follow the other side's rate by a factor e at most")
  func unequal() {
    let own = log(21 / 160.0) - 0.4
    #expect(abs(Self.centre(own: 20, received: 13) - (own + log(14 / 21.0))) < 1e-12)
    #expect(abs(Self.centre(own: 20, received: 0) - (own - 1)) < 1e-12)
    #expect(abs(Self.centre(own: 2, received: 30) - (log(3 / 160.0) - 0.4 + 1)) < 1e-12)
  }
}
