import Diplomacy
import Estimation

@testable import Conduct

/// Small cases made by hand or drawn from a seed; every state in them is invented.
enum Fixture {
  static let start = Day(ordinal: 18_628)

  static func explanations(goal: Int = 90, onset: Int = 5, redress: Int = 120) -> [Explanation] {
    func day(_ offset: Int) -> DateReference { .span(DateSpan(start + offset)) }
    return [
      Explanation(id: "insulation", kind: "insulation", until: day(goal)),
      Explanation(id: "grievance", kind: "grievance", from: day(onset), until: day(redress)),
      Explanation(id: "reciprocity", kind: "reciprocity"),
      Explanation(id: "rally", kind: "rally", shocks: [day(30), day(100)]),
      Explanation(id: "bargaining", kind: "bargaining", rounds: [day(40), day(95), day(140)]),
      Explanation(id: "drift", kind: "drift"),
    ]
  }

  static func event(
    _ id: String, _ day: Int, through last: Int? = nil, from source: ActorCode = "AAA",
    to target: ActorCode = "BBB", hostile: Bool = true, weight: Double = 5,
    publisher: String = "wire", effect: ChannelEffect? = nil
  ) -> Event {
    let span = DateSpan(from: start + day, through: start + (last ?? day))
    return Event(
      id: id, date: span ?? DateSpan(start + day), sources: [source], targets: [target],
      code: EventCode(hostile ? "112" : "057") ?? EventCode.all[0], summary: "simulated act",
      statedIntensity: hostile ? -weight : weight, channelEffect: effect,
      source: Source(publisher: publisher))
  }

  /// A case of random acts of both sides over 160 days.
  static func random(
    seed: UInt64, acts: Int = 40, spanDays: Int = 0, closures: Bool = false,
    explanations: [Explanation]? = nil
  ) -> Case {
    var generator = SeededGenerator(seed: seed)
    let events = (0..<acts).map { index -> Event in
      let day = generator.index(below: 160)
      let own = generator.uniform() < 0.6
      let hostile = generator.uniform() < 0.65
      return event(
        "E\(index)", max(0, day - spanDays), through: min(159, day + spanDays),
        from: own ? "AAA" : "BBB", to: own ? "BBB" : "AAA", hostile: hostile,
        weight: 1 + 8 * generator.uniform(), publisher: "paper \(index % 4)",
        effect: closures && own && hostile && index % 3 == 0 ? .closed : nil)
    }
    return subject(events, explanations: explanations ?? Self.explanations())
  }

  static func subject(_ events: [Event], explanations: [Explanation], length: Int = 160) -> Case {
    Case(
      id: "simulated", title: "A simulated quarrel", claim: "A worsened relations with B.",
      focal: "AAA", counterpart: "BBB",
      window: DateSpan(from: start, through: start + (length - 1)) ?? DateSpan(start),
      explanations: explanations, events: events)
  }

  static func engine(_ subject: Case, model: ConductModel = ConductModel()) -> EvidenceEngine {
    EvidenceEngine(ConductRecord(subject), Candidate.all(of: subject), model: model)
  }

  static func seeded(_ seed: UInt64 = 1) -> SeededGenerator { SeededGenerator(seed: seed) }
}
