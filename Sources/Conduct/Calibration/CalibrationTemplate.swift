import Diplomacy
import Estimation
import Foundation

/// Records and lists of stories drawn at random, wide enough to hold the cases that people read.
enum CalibrationTemplate {
  /// A record whose length, number of acts, dates and uncertainty are drawn, with a list of stories.
  static func random(using source: inout SeededGenerator) -> (ConductRecord, [Candidate]) {
    let length = 150 + source.index(below: 350)
    func count(_ low: Double, _ high: Double) -> Int {
      Int(exp(log(low) + (log(high) - log(low)) * source.uniform()))
    }
    let span = [0, 0, 1, 3, 7, 15][source.index(below: 6)]
    let (hostile, conciliatory) = (count(8, 90), count(3, 30))
    let closures = source.uniform() < 0.4 ? count(2, 15) : 0
    var acts: [ConductAct] = []
    func add(_ role: ActRole, _ number: Int) {
      for index in 0..<number {
        let day = source.index(below: length)
        acts.append(
          ConductAct(
            id: "\(role.rawValue) \(index)", role: role, first: max(0, day - span),
            last: min(length - 1, day + span), mark: 1, publisher: ""))
      }
    }
    add(.hostile, hostile)
    add(.conciliatory, conciliatory)
    add(.closure, closures)
    add(.hostilityReceived, count(5, 80))
    add(.conciliationReceived, count(3, 30))
    let record = ConductRecord(
      actor: "AAA", other: "BBB", start: Day(ordinal: 18_628), length: length, acts: acts)
    return (record, stories(length, using: &source))
  }

  /// The conduct of the other side: a constant rate with weak answers.
  static func counterpart(
    _ record: ConductRecord, using source: inout SeededGenerator
  ) -> ConductParameters {
    func rate(_ role: ActRole) -> Double {
      log((Double(record.count(role)) + 0.5) / Double(record.length))
    }
    return ConductParameters(
      values: [
        .baseHostile: rate(.hostilityReceived) - 0.2, .reactionHostile: 0.2 * source.uniform(),
        .baseConciliatory: rate(.conciliationReceived) - 0.1,
        .reactionConciliatory: 0.2 * source.uniform(), .baseClosure: -9,
      ], wandering: [:], answerDays: 8)
  }

  private static func stories(_ length: Int, using source: inout SeededGenerator) -> [Candidate] {
    func day(_ low: Double, _ high: Double) -> ClosedRange<Int> {
      let day = Int(Double(length) * source.uniform(in: low...high))
      return day...day
    }
    var conditions = Conditions()
    conditions.goal = day(0.3, 0.85)
    conditions.onset = day(0, 0.3)
    conditions.redress = day(0.45, 0.95)
    conditions.shocks = (0...source.index(below: 2)).map { _ in day(0, 0.8) }
    conditions.rounds = (0..<2 + source.index(below: 3)).map { _ in day(0.05, 0.95) }
    var names = ["insulation", "grievance", "reciprocity", "rally", "bargaining", "drift"]
    if source.uniform() < 0.3 { names.append("orchestration") }
    if source.uniform() < 0.2 { names.append("cooling") }
    // A case seldom lists every kind.
    while names.count > 4, source.uniform() < 0.4 {
      names.remove(at: source.index(below: names.count))
    }
    var list: [Candidate] = []
    for name in names + ["none", ConductKind.constantRate] {
      guard let kind = ConductKind.named(name) else { continue }
      var own = conditions
      if kind.fades { (own.fades, own.redress) = (true, nil) }
      list.append(
        Candidate(
          id: name, kind: kind, prior: name == "none" ? 0.5 : 1, conditions: own,
          isReference: name == ConductKind.constantRate))
    }
    return list
  }
}
