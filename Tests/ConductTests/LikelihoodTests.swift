import Diplomacy
import Estimation
import Foundation
import Testing

@testable import Conduct

@Suite("The likelihood of conduct")
struct LikelihoodTests {
  static func posteriors(_ subject: Case, wandering: Double) -> [StreamPosterior] {
    let engine = Fixture.engine(
      subject, model: ConductModel(wandering: [.init(wandering, weight: 1)]))
    return engine.fits(engine.draws(20, generator: Fixture.seeded()))
      .flatMap { $0[0].streams.flatMap { $0.map(\.posterior) } }
  }

  @Test("has the gradient and Hessian that finite differences give", arguments: [0, 0.3])
  func derivatives(wandering: Double) {
    var generator = Fixture.seeded(3)
    let exact = Self.posteriors(Fixture.random(seed: 4, closures: true), wandering: wandering)
    let spans = Self.posteriors(
      Fixture.random(seed: 4, spanDays: 3, closures: true), wandering: wandering)
    for posterior in exact + spans {
      let n = posterior.dimension
      let point = posterior.centre.map { $0 + 0.4 * generator.normal() }
      var (gradient, hessian) = (
        [Double](repeating: 0, count: n), [Double](repeating: 0, count: n * n)
      )
      let value = posterior.evaluate(at: point, gradient: &gradient, hessian: &hessian)
      #expect(abs(value - posterior.value(at: point)) < 1e-9 * abs(value))
      let h = 1e-5
      for i in 0..<n {
        var (up, down) = (point, point)
        up[i] += h
        down[i] -= h
        let slope = (posterior.value(at: up) - posterior.value(at: down)) / (2 * h)
        #expect(abs(slope - gradient[i]) < 1e-4 * (1 + abs(slope)))
        var (above, below) = (gradient, gradient)
        var unused = hessian
        _ = posterior.evaluate(at: up, gradient: &above, hessian: &unused)
        _ = posterior.evaluate(at: down, gradient: &below, hessian: &unused)
        for k in 0...i {
          let curve = (above[k] - below[k]) / (2 * h)
          #expect(abs(curve - hessian[i * n + k]) < 1e-3 * (1 + abs(curve)))
        }
      }
    }
  }

  @Test("equals the sum over days written out from the definition")
  func bruteForce() throws {
    let subject = Fixture.random(seed: 9)
    let record = ConductRecord(subject)
    let engine = Fixture.engine(
      subject,
      model: ConductModel(
        answerDays: [.init(8, weight: 1)], wandering: [.init(0, weight: 1)]))
    let fit = try #require(engine.fits(engine.draws(20, generator: Fixture.seeded()))[1].first)
    let posterior = fit.streams[0][0].posterior
    let point = posterior.centre.map { $0 + 0.1 }
    let theta = Dictionary(
      uniqueKeysWithValues: zip(
        posterior.design.rate + posterior.design.answers, posterior.coefficients(at: point)))
    func received(_ day: Int, _ roles: [ActRole]) -> Double {
      record.acts.filter { roles.contains($0.role) && $0.first < day }.reduce(0) {
        $0 + $1.mark * (1 - exp(-1 / 8.0)) * exp(-Double(day - $1.first - 1) / 8)
      }
    }
    var expected = 0.0
    for day in 0..<160 {
      let time = Double(day) / 160 - 0.5
      let gestures = record.acts.filter { $0.role == .conciliationReceived && $0.first < day }
        .reduce(0) { $0 + exp(-Double(day - $1.first) / 21) }
      let fading = [30, 100].filter { day >= $0 }.map { exp(-Double(day - $0) / 21) }
      let shock = min(1, fading.reduce(0, +))
      let rounds = [40, 95, 140].filter { day <= $0 }.map { exp(-Double($0 - day) / 14) }
      let round = rounds.max() ?? 0
      var eta = theta[.baseHostile, default: 0]
      eta += day < 90 ? theta[.goalHostile, default: 0] : 0
      eta += day >= 5 && day < 120 ? theta[.redressHostile, default: 0] : 0
      eta += theta[.shockHostile, default: 0] * shock + theta[.roundHostile, default: 0] * round
      eta += theta[.trend, default: 0] * time
      eta += theta[.bend, default: 0] * (4 * time * time - 1 / 3.0)
      eta -= theta[.appeasement, default: 0] * min(2, gestures)
      let rate =
        exp(eta) + theta[.reactionHostile, default: 0] * received(day, [.hostilityReceived])
        + theta[.momentum, default: 0] * received(day, [.hostile])
      let count = record.acts.filter { $0.role == .hostile && $0.first == day }.count
      expected += Double(count) * log(rate) - rate
    }
    #expect(abs(posterior.logLikelihood(at: point) - expected) < 1e-8)
  }

  @Test("counts an act of uncertain date with the mean of its rate over the days of its span")
  func spanBruteForce() throws {
    let events = [
      Fixture.event("B", 40, from: "BBB", to: "AAA"), Fixture.event("A1", 38, through: 44),
      Fixture.event("A2", 60),
    ]
    let record = ConductRecord(Fixture.subject(events, explanations: Fixture.explanations()))
    let model = ConductModel(
      answerDays: [.init(8, weight: 1)], wandering: [.init(0, weight: 1)], dateNodes: 7)
    let candidates = Candidate.all(
      of: Fixture.subject(events, explanations: Fixture.explanations()))
    let engine = EvidenceEngine(record, candidates, model: model)
    let draws = engine.draws(20, generator: Fixture.seeded())
    let fit = try #require(engine.fits(draws)[2].first)
    let posterior = fit.streams[0][0].posterior
    let point = posterior.centre.map { $0 + 0.1 }
    let names = posterior.design.rate + posterior.design.answers
    let theta = Dictionary(uniqueKeysWithValues: zip(names, posterior.coefficients(at: point)))
    let course = ConditionCovariates(
      DrawnConditions(
        goalStart: nil, goal: 90, onset: 5, redress: 120, shocks: [30, 100], rounds: [40, 95, 140]),
      length: 160)
    let place = try #require(record.acts.firstIndex { $0.id == "A1" })
    let possible = record.acts[place].days(around: draws[0].days[place], count: 7)
    #expect(possible.sorted() == Array(38...44))
    func decayed(_ from: Int, _ day: Int) -> Double {
      day > from ? (1 - exp(-1 / 8.0)) * exp(-Double(day - from - 1) / 8) : 0
    }
    func rate(_ day: Int, _ own: [(day: Int, share: Double)]) -> Double {
      var eta = 0.0
      for (coefficient, value) in theta { eta += value * (course.column(coefficient)?[day] ?? 0) }
      let momentum = own.reduce(0) { $0 + $1.share * decayed($1.day, day) }
      return exp(eta) + theta[.reactionHostile, default: 0] * decayed(40, day)
        + theta[.momentum, default: 0] * momentum
    }
    let mean = (38...44).reduce(0) { $0 + rate($1, []) } / 7
    let earlier = possible.map { (day: $0, share: 1 / 7.0) }
    let integral = (0..<160).reduce(0) { $0 + rate($1, earlier + [(60, 1)]) }
    let expected = log(mean) + log(rate(60, earlier)) - integral
    #expect(abs(posterior.logLikelihood(at: point) - expected) < 1e-8)
  }

  @Test("has the evidence with dates integrated out that many plain draws of all dates approach")
  func datesIntegrated() {
    let subject = Fixture.random(seed: 14, acts: 14, spanDays: 4)
    func evidence(_ nodes: Int, _ draws: Int) -> [Double] {
      let engine = Fixture.engine(
        subject,
        model: ConductModel(
          answerDays: [.init(8, weight: 1)], wandering: [.init(0, weight: 1)], dateNodes: nodes))
      return engine.logEvidence(engine.draws(draws, generator: Fixture.seeded(5)))
    }
    for (few, many) in zip(evidence(5, 20), evidence(1, 300)) { #expect(abs(few - many) < 0.12) }
  }

  @Test("has an evidence by Laplace that importance sampling confirms", arguments: [0, 0.3])
  func laplace(wandering: Double) {
    let engine = Fixture.engine(
      Fixture.random(seed: 12), model: ConductModel(wandering: [.init(wandering, weight: 1)]))
    let fits = engine.fits(engine.draws(20, generator: Fixture.seeded()))
    for candidate in fits.indices {
      let fit = fits[candidate][0].streams[0][0]
      var generator = Fixture.seeded(7)
      let check = ImportanceCheck(of: fit.laplace, draws: 400, using: &generator) {
        fit.posterior.value(at: $0)
      }
      #expect(abs(check.logEvidence - fit.laplace.logEvidence) < 0.15 + 3 * check.standardError)
      #expect(check.effectiveDraws > 40)
    }
  }

  @Test("treats all wandering terms of the expansion as independent of the dates' origin")
  func shifted() {
    let subject = Fixture.random(seed: 2, spanDays: 3)
    var moved = subject
    func later(_ span: DateSpan) -> DateSpan {
      DateSpan(from: span.first + 1000, through: span.last + 1000) ?? span
    }
    moved.window = later(subject.window)
    moved.explanations = Fixture.explanations().map { explanation in
      func shift(_ reference: DateReference?) -> DateReference? {
        guard case .span(let span) = reference else { return reference }
        return .span(later(span))
      }
      return Explanation(
        id: explanation.id, kind: explanation.kind, from: shift(explanation.from),
        until: shift(explanation.until), shocks: explanation.shocks.compactMap(shift),
        rounds: explanation.rounds.compactMap(shift))
    }
    moved.events = subject.events.map { event in
      Event(
        id: event.id, date: later(event.date), sources: event.sources, targets: event.targets,
        code: event.code, summary: "", statedIntensity: event.statedIntensity)
    }
    let evidence = [subject, moved].map { subject in
      let engine = Fixture.engine(subject)
      return engine.logEvidence(engine.draws(20, generator: Fixture.seeded()))
    }
    #expect(evidence[0] == evidence[1])
  }

  @Test("does not depend on the order of the rows or on the actors' names")
  func renamed() {
    let subject = Fixture.random(seed: 5, spanDays: 4)
    var other = subject
    other.focal = "ZZZ"
    other.counterpart = "CCC"
    let names: [ActorCode: ActorCode] = ["AAA": "ZZZ", "BBB": "CCC"]
    other.events = subject.events.reversed().map { event in
      Event(
        id: event.id, date: event.date, sources: event.sources.compactMap { names[$0] },
        targets: event.targets.compactMap { names[$0] }, code: event.code, summary: "",
        statedIntensity: event.statedIntensity)
    }
    let evidence = [subject, other].map { subject in
      let engine = Fixture.engine(subject)
      return engine.logEvidence(engine.draws(24, generator: Fixture.seeded()))
    }
    // Sums of kinds of acts may differ in their last digit with the order in which they are added.
    for (one, other) in zip(evidence[0], evidence[1]) { #expect(abs(one - other) < 1e-9) }
  }
}
