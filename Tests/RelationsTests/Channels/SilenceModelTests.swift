import Diplomacy
import Estimation
import Foundation
import Testing

@testable import Relations

@Suite("The probability of a silence")
struct SilenceModelTests {
  @Test("follows the Lomax formula worked by hand")
  func byHand() throws {
    // Three contacts in 100 days: a silence of 100 days has (1/2)^3.5.
    let model = SilenceModel(contacts: 3, exposure: 100)
    let chance = try #require(model.probability(ofSilence: 100))
    #expect(abs(chance - 0.088_388_347_648_318_4) < 1e-15)
    #expect(model.probability(ofSilence: 0) == 1)
    #expect(model.probability(ofSilence: -4) == 1)
    #expect(abs((model.meanGap ?? 0) - 100.0 / 3) < 1e-12)
  }

  @Test("is unknown where the baseline holds too few contacts", arguments: [0, 1, 2])
  func tooFew(contacts: Int) {
    #expect(SilenceModel(contacts: contacts, exposure: 1000).probability(ofSilence: 900) == nil)
    #expect(SilenceModel(contacts: contacts, exposure: 1000).daysOfSilence(rarerThan: 0.05) == nil)
    #expect(SilenceModel(contacts: contacts, exposure: 0, minimum: 0).canJudge == false)
  }

  @Test("agrees with rates drawn from the posterior", arguments: [(3, 100, 60), (12, 1500, 206)])
  func simulation(contacts: Int, exposure: Int, days: Int) throws {
    // A gap beyond g days: draw a rate, then an exponential waiting time.
    var generator = SeededGenerator(seed: 11)
    let draws = 40_000
    var beyond = 0
    for _ in 0..<draws {
      let rate = generator.gamma(shape: Double(contacts) + 0.5) / Double(exposure)
      if -log(1 - generator.uniform()) / rate > Double(days) { beyond += 1 }
    }
    let model = SilenceModel(contacts: contacts, exposure: exposure)
    let exact = try #require(model.probability(ofSilence: days))
    let error = (exact * (1 - exact) / Double(draws)).squareRoot()
    #expect(abs(Double(beyond) / Double(draws) - exact) < 4 * error)
  }

  @Test("has a first day below each bound", arguments: [0.2, 0.05, 0.01])
  func boundary(bound: Double) throws {
    let model = SilenceModel(contacts: 7, exposure: 900)
    let days = try #require(model.daysOfSilence(rarerThan: bound))
    #expect(try #require(model.probability(ofSilence: days)) < bound)
    #expect(try #require(model.probability(ofSilence: days - 1)) >= bound)
  }
}
