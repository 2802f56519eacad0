import Diplomacy
import Estimation
import Testing

@testable import Relations

@Suite("The ledger of levers")
struct LeverLedgerTests {
  private let pair = Pair("AAA", "BBB")

  private func lever(
    _ id: String, by holder: ActorCode = "AAA", over: [ActorCode] = ["BBB"],
    from: DateSpan? = nil, until: DateSpan? = nil, strength: Double
  ) -> Lever {
    Lever(
      id: id, name: id, holder: holder, over: over, from: from, until: until, strength: strength,
      source: "R-\(id)")
  }

  @Test("says on which days a lever is held, lost, not yet gained, or uncertain")
  func states() {
    let gas = lever("gas", from: Fixture.span(10, 12), until: Fixture.span(20, 22), strength: 0.5)
    let ledger = LeverLedger(of: Fixture.subject([], levers: [gas]))
    let spells = ledger.levers[0].spells
    #expect(spells.map(\.state) == [.notYet, .uncertain, .held, .uncertain, .lost])
    #expect(
      spells.map(\.span) == [
        Fixture.span(1, 9), Fixture.span(10, 11), Fixture.span(12, 19), Fixture.span(20, 21),
        Fixture.span(22, 100),
      ])
    #expect(spells.allSatisfy { $0.rows == ["R-gas"] })
    #expect(ledger.isHeld("gas", on: Fixture.day(9)) == false)
    #expect(ledger.isHeld("gas", on: Fixture.day(11)) == nil)
    #expect(ledger.isHeld("gas", on: Fixture.day(19)) == true)
    #expect(ledger.isHeld("gas", on: Fixture.day(22)) == false)
    #expect(ledger.state(of: "oil", on: Fixture.day(1)) == nil)
  }

  @Test("takes a lever without dates as always held, and one lost on a day as lost that day")
  func openEnds() {
    let always = lever("a", strength: 1)
    let until = lever("b", until: Fixture.span(30, 30), strength: 1)
    #expect(always.isHeld(on: Fixture.day(-9000)) == true)
    #expect(until.isHeld(on: Fixture.day(29)) == true)
    #expect(until.isHeld(on: Fixture.day(30)) == false)
  }

  @Test("gives the chance of being held when every possible day is equally likely")
  func chance() {
    // Gained on day 1, 2 or 3; lost on day 2, 3, 4 or 5: on day 3, 3/3 gained and 2/4 not yet lost.
    let lever = lever("x", from: Fixture.span(1, 3), until: Fixture.span(2, 5), strength: 1)
    #expect(lever.chanceOfBeingHeld(on: Fixture.day(0)) == 0)
    #expect(lever.chanceOfBeingHeld(on: Fixture.day(1)) == 1.0 / 3)
    #expect(lever.chanceOfBeingHeld(on: Fixture.day(2)) == 2.0 / 3 * 0.75)
    #expect(lever.chanceOfBeingHeld(on: Fixture.day(3)) == 0.5)
    #expect(lever.chanceOfBeingHeld(on: Fixture.day(5)) == 0)
  }

  @Test("balances what each side holds over the other, with the reach of uncertain dates")
  func balance() throws {
    let levers = [
      lever("a", until: Fixture.span(51, 51), strength: 0.75),
      lever("b", by: "BBB", over: ["AAA", "CCC"], from: Fixture.span(21, 22), strength: 0.5),
      lever("c", by: "CCC", over: ["AAA"], strength: 1),
    ]
    let ledger = LeverLedger(of: Fixture.subject([], levers: levers))
    #expect(ledger.balances.map(\.pair) == [pair, Pair("AAA", "CCC"), Pair("BBB", "CCC")])
    let steps = try #require(ledger.balance(of: pair)).steps
    #expect(
      steps.map(\.span) == [
        Fixture.span(1, 20), Fixture.span(21, 21), Fixture.span(22, 50), Fixture.span(51, 100),
      ])
    #expect(steps.map(\.net) == [0.75, 0.5, 0.25, -0.5])
    #expect(steps.map(\.low) == [0.75, 0.25, 0.25, -0.5])
    #expect(steps.map(\.high) == [0.75, 0.75, 0.25, -0.5])
    #expect(steps.map(\.heldBySecond) == [[], [], ["b"], ["b"]])
    let balance = try #require(ledger.balance(of: pair))
    #expect(balance.net(of: "BBB", on: Fixture.day(60)) == 0.5)
    #expect(balance.net(of: "CCC", on: Fixture.day(60)) == nil)
    #expect(balance.step(on: Fixture.day(101)) == nil)
  }

  @Test("has an expectation within its reach that agrees with dates drawn at random")
  func simulation() throws {
    let levers = [
      lever("a", from: Fixture.span(5, 35), until: Fixture.span(50, 80), strength: 0.5),
      lever("b", by: "BBB", over: ["AAA"], from: Fixture.span(20, 60), strength: 0.25),
    ]
    let balance = LeverageBalance(of: pair, levers: levers, over: Fixture.span(1, 100))
    for step in balance.steps {
      #expect(step.low <= step.net && step.net <= step.high)
      #expect(step.low <= step.netAtEnd && step.netAtEnd <= step.high)
    }
    for day in (1...100).map(Fixture.day) {
      let exact =
        0.5 * levers[0].chanceOfBeingHeld(on: day) - 0.25 * levers[1].chanceOfBeingHeld(on: day)
      #expect(abs(try #require(balance.net(of: "AAA", on: day)) - exact) < 1e-12)
    }
    var generator = SeededGenerator(seed: 3)
    let day = Fixture.day(30)
    let draws = 20_000
    var total = 0.0
    for _ in 0..<draws {
      for lever in levers {
        let from = try #require(lever.from)
        let gained = from.first + generator.index(below: from.length)
        let lost = lever.until.map { $0.first + generator.index(below: $0.length) }
        let isHeld = gained <= day && (lost.map { day < $0 } ?? true)
        if isHeld { total += lever.holder == "AAA" ? lever.strength : -lever.strength }
      }
    }
    let net = try #require(balance.net(of: "AAA", on: day))
    #expect(abs(total / Double(draws) - net) < 0.01)
  }

  @Test("does not depend on the order of levers, and sides can be exchanged")
  func symmetry() throws {
    let levers = [
      lever("a", from: Fixture.span(5, 9), strength: 0.3),
      lever("b", by: "BBB", over: ["AAA"], until: Fixture.span(40, 60), strength: 0.7),
    ]
    let exchanged = [
      lever("a", by: "BBB", over: ["AAA"], from: Fixture.span(5, 9), strength: 0.3),
      lever("b", until: Fixture.span(40, 60), strength: 0.7),
    ]
    let span = Fixture.span(1, 100)
    let balance = LeverageBalance(of: pair, levers: levers, over: span)
    #expect(balance == LeverageBalance(of: pair, levers: levers.reversed(), over: span))
    let mirror = LeverageBalance(of: pair, levers: exchanged, over: span)
    #expect(balance.steps.map(\.net) == mirror.steps.map { -$0.net })
    #expect(balance.steps.map(\.low) == mirror.steps.map { -$0.high })
    try expectRoundTrip(
      LeverLedger(of: Fixture.subject([], levers: levers)), keys: ["levers", "balances", "spells"])
  }
}
