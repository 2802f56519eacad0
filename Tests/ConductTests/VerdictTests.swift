import Diplomacy
import Estimation
import Foundation
import Testing

@testable import Conduct

@Suite("The verdict on explanations")
struct VerdictTests {
  /// A table under which every reading is worth what it says, but for half as much in one world.
  static let table = CalibrationTable(
    origin: "made by hand for a test",
    curves: SimulatedWorld.allCases.map { world in
      CalibrationTable.Curve(
        world: world, fewestActs: 0,
        shares: CalibrationTable.knots.map { world == .halfEffects ? 0.5 * $0 : $0 }, readings: 1,
        heldBackError: 0)
    })

  @Test("every printed probability can be traced to its curve of calibration")
  func traced() throws {
    let subject = Fixture.random(seed: 5, acts: 40)
    let ground = try ComparisonInput(subject, options: ComparisonTests.quick)
    let verdict = ConductVerdict(
      ground, results: ground.results(), multiverse: nil, flips: nil, table: Self.table)
    #expect(verdict.calibration == "made by hand for a test")
    let reads = verdict.contenders.map(\.fromActs.read)
    #expect(abs(reads.reduce(0, +) - 1) < 1e-9)
    for world in SimulatedWorld.allCases {
      let worth = Self.table.worth(reads, in: world, acts: verdict.acts)
      for (contender, share) in zip(verdict.contenders, worth) {
        let printed = try #require(contender.fromActs.worlds.first { $0.world == world })
        #expect(printed.share.lowerBound - 1e-9 <= share)
        #expect(share <= printed.share.upperBound + 1e-9)
        #expect(contender.fromActs.low <= share + 1e-9 && share <= contender.fromActs.high + 1e-9)
      }
    }
  }

  @Test("gives no word without the same lead in four of five specifications")
  func agreement() throws {
    let subject = Fixture.random(seed: 5, acts: 40)
    let ground = try ComparisonInput(subject, options: ComparisonTests.quick)
    let sure = CalibrationTable(origin: "", curves: [])
    let verdict = ConductVerdict(
      ground, results: ground.results(), multiverse: nil, flips: nil, table: sure)
    #expect(verdict.outcome != .favours && verdict.term == nil)
  }

  @Test("words come from the standard scales")
  func words() {
    #expect(VerbalScale.icd203.term(for: 0.56) == "likely")
    #expect(VerbalScale.icd203.term(for: 0.54) == "roughly even chance")
    #expect(VerbalScale.icd203.term(for: 0.8) == "very likely")
    #expect(VerbalScale.phia.term(for: 0.41) == "realistic possibility")
    #expect(VerbalScale.none.term(for: 0.9) == nil)
  }

  @Test("a curve of calibration rises, and a list of worths sums to one", arguments: [2, 60])
  func curves(acts: Int) {
    for world in SimulatedWorld.allCases {
      guard let curve = CalibrationTable.shipped.curve(world, acts: acts) else { continue }
      #expect(zip(curve.shares, curve.shares.dropFirst()).allSatisfy { $0 <= $1 })
      let worth = CalibrationTable.shipped.worth([0.7, 0.2, 0.1], in: world, acts: acts)
      #expect(abs(worth.reduce(0, +) - 1) < 1e-12)
      #expect(worth[0] >= worth[1] && worth[1] >= worth[2])
    }
    #expect(!CalibrationTable.shipped.curves.isEmpty)
  }

  @Test("the multiverse reads every specification and counts who leads")
  func multiverse() throws {
    var options = ComparisonTests.quick
    options.model.answerDays = [.init(4, weight: 0.5), .init(14, weight: 0.5)]
    options.model.wandering = [.init(0, weight: 1)]
    let ground = try ComparisonInput(Fixture.random(seed: 5, acts: 14), options: options)
    let leading = try #require(ground.order.first)
    let universe = Multiverse(
      ground, leading: leading, draws: 2, generator: Fixture.seeded(), completed: nil)
    // 18 crossed runs, 3 windows, 4 publishers; 5 windows of merging and all; 2 delays and all; 2 powers.
    #expect(universe.specifications.count == 25 * 6 * 3 * 2)
    #expect(
      universe.leaders.reduce(0) { $0 + $1.specifications } == universe.specifications.count)
    let base = universe.specifications.first {
      $0.merging == nil && $0.answerDays == nil && $0.priorScale == 1 && $0.power == 1
        && $0.usesParity && $0.scale.hasPrefix("stated")
    }
    #expect(base?.leader == ground.candidates[leading].id)
  }
}
