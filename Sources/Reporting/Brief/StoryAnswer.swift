import Assessment
import Conduct
import Diplomacy

/// What the comparison of explanations says of the claim's own story, in words.
struct StoryAnswer {
  let assessment: CaseAssessment
  let likelihood: LikelihoodWords

  init(_ assessment: CaseAssessment, likelihood: LikelihoodWords) {
    self.assessment = assessment
    self.likelihood = likelihood
  }

  /// The explanation that says what the claim says, where the case names it.
  var claimed: ExplanationResult? {
    let id = assessment.ledger.first { $0.isCentral && !$0.explanation.isEmpty }?.explanation
    return assessment.conduct?.explanations.first { $0.id == id }
  }

  /// The explanations in the order of their probability.
  private var order: [ExplanationResult] {
    (assessment.conduct?.explanations ?? [])
      .sorted { ($1.posterior, $0.id) < ($0.posterior, $1.id) }
  }

  /// Whether the claim is borne out, or another story fits better, or the record cannot tell.
  ///
  /// Borne out: the claim's own story leads alone. Not borne out: another leads, and the two can be
  /// told apart. Everything else cannot be told.
  var answer: Brief.Answer {
    guard let conduct = assessment.conduct, let claimed, conduct.verdict.outcome == .favours
    else {
      return .cannotTell
    }
    let leading = conduct.verdict.leading
    if leading == [claimed.id] { return .borneOut }
    return leading.contains(claimed.id) ? .cannotTell : .notBorneOut
  }

  /// The answer on the motive, in one sentence.
  var sentence: Prose {
    let focal = assessment.subject.name(of: assessment.subject.focal)
    if let refusal = assessment.conductRefusal {
      return Prose("Why \(focal) acted so cannot be told: \(CaseWords.phrase(refusal)).")
    }
    guard let conduct = assessment.conduct else {
      return Prose("Why \(focal) acted so was not examined: the rival stories were not compared.")
    }
    guard conduct.verdict.failures.isEmpty else {
      return Prose(
        "Why \(focal) acted so cannot be told: the sums behind the comparison could not be trusted."
      )
    }
    let names = conduct.verdict.leading.compactMap { id in
      conduct.explanations.first { $0.id == id }.map(Self.name)
    }
    let leading = NumberWords.list(names, "or")
    switch answer {
    case .borneOut:
      return Prose("Of the stories compared, the claim's own fits the record best\(chance).")
    case .notBorneOut:
      return Prose("The record fits another story better than the claim's: \(leading)\(chance).")
    case .cannotTell where claimed == nil:
      return Prose(
        "The case does not say which story is the claim's; the record fits \(leading) best.")
    case .cannotTell where conduct.verdict.outcome == .nothingShows:
      return Prose(
        "The record does not decide why \(focal) acted so: no story does better than a constant rate."
      )
    case .cannotTell:
      let rivals = conduct.verdict.rivals.dropFirst().count
      return Prose(
        "The record does not decide why \(focal) acted so: \(leading) comes first\(chance)"
          + (rivals > 0 ? ", and \(rivals) more could be." : "."))
    }
  }

  /// The probability of the leading stories with its word, where the verdict carries one.
  private var chance: String {
    guard let conduct = assessment.conduct, conduct.trust != nil,
      let band = conduct.verdict.contenders.first?.fromActs, !band.worlds.isEmpty
    else { return "" }
    return " (\(NumberFormat.percent(band.low)) to \(NumberFormat.percent(band.high)))"
  }

  /// The story that comes closest to the claim's own, or to the leading one.
  var rival: Prose? {
    guard let conduct = assessment.conduct, conduct.verdict.failures.isEmpty else { return nil }
    let own = claimed.map { [$0.id] } ?? conduct.verdict.leading
    guard let rival = order.first(where: { !own.contains($0.id) }) else { return nil }
    let share = NumberFormat.percent(rival.posterior)
    return Prose("\(Self.name(rival)) (\(share)).")
  }

  /// How often a verdict like this one is right.
  var reliability: Prose? {
    guard let trust = assessment.conduct?.trust else {
      return assessment.conduct == nil ? nil : "Not examined."
    }
    let right = NumberFormat.percent(trust.accuracy)
    let wrong = NumberFormat.percent(trust.wronglyConfident)
    return Prose(
      "In simulated records like this one the true story came first in \(right) of cases; a wrong "
        + "one seemed sure in \(wrong).")
  }

  /// What would turn the answer on the motive.
  var change: Prose? {
    guard let robustness = assessment.conduct?.robustness else { return nil }
    // The weightiest first; the list of the report is in the order of the record.
    let decisive = robustness.withoutAct
      .filter { robustness.decisiveActs.contains($0.name) }
      .sorted { ($1.lostLead, $0.name) < ($0.lostLead, $1.name) }
    let acts = decisive.prefix(2).map { Prose([.row($0.name)]) }
    guard !acts.isEmpty else { return nil }
    let rows = acts.dropFirst().reduce(acts[0]) { $0 + " or " + $1 }
    return "Without " + rows + " the lead among the stories falls by half."
  }

  /// What to look for next.
  var next: Prose? {
    guard let prospects = assessment.conduct?.prospects,
      let best = prospects.filter({ $0.basis == .stated }).max(by: { $0.bits < $1.bits })
        ?? prospects.max(by: { $0.bits < $1.bits })
    else { return nil }
    return Prose("\(CaseWords.phrase(best.text)).")
  }

  /// A story by what it says; by its name where the case says nothing.
  static func name(_ result: ExplanationResult) -> String {
    result.statement.isEmpty ? result.id : "“\(CaseWords.phrase(result.statement))”"
  }
}
