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
      return Prose(
        "The record fits another story better than the claim's: \(leading)\(chance)\(own).")
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
        "The record does not decide why \(focal) acted so: \(leading) comes first\(chance)\(own)"
          + (rivals > 0 ? ", and \(NumberWords.cardinal(rivals)) more could be." : "."))
    }
  }

  /// What the claim's own story comes to, where another leads.
  private var own: String {
    guard let conduct = assessment.conduct, let claimed,
      !conduct.verdict.leading.contains(claimed.id),
      let contender = conduct.verdict.contenders.first(where: { $0.members.contains(claimed.id) })
    else { return "" }
    let share =
      contender.fromActs.worlds.isEmpty
      ? NumberFormat.percent(contender.fromActs.read) : Self.percent(contender.fromActs)
    return "; the claim's own story has \(share)"
  }

  /// The probability of the leading story as it was worth in simulated worlds, with its word where
  /// the verdict carries one.
  private var chance: String {
    guard let verdict = assessment.conduct?.verdict, let band = verdict.contenders.first?.fromActs,
      !band.worlds.isEmpty
    else { return "" }
    let word = verdict.term == nil ? nil : likelihood.word(band.low)
    return " (\(word.map { "\($0), " } ?? "")\(Self.percent(band)))"
  }

  private static func percent(_ band: ProbabilityBand) -> String {
    let low = NumberFormat.percent(band.low)
    let high = NumberFormat.percent(band.high)
    return low == high ? low : "\(low) to \(high)"
  }

  /// The story that comes closest to the claim's own, or to the leading one; where the answer has named
  /// it already, the next.
  var rival: Prose? {
    guard let conduct = assessment.conduct, conduct.verdict.failures.isEmpty else { return nil }
    let own = claimed.map { [$0.id] } ?? conduct.verdict.leading
    let others = conduct.verdict.contenders.filter { !$0.members.contains(where: own.contains) }
    guard let first = others.first else { return nil }
    let isNamed = first.members.contains(where: conduct.verdict.leading.contains)
    guard isNamed, others.count > 1 else { return Prose("\(words(of: first, in: conduct)).") }
    return Prose("The leading story; after it \(words(of: others[1], in: conduct)).")
  }

  private func words(of contender: ConductVerdict.Contender, in conduct: ConductAssessment)
    -> String
  {
    let names = contender.members.compactMap { id in
      conduct.explanations.first { $0.id == id }.map(Self.name)
    }
    let share =
      contender.fromActs.worlds.isEmpty
      ? NumberFormat.percent(contender.fromActs.read) : Self.percent(contender.fromActs)
    return "\(NumberWords.list(names, "or")) (\(share))"
  }

  /// How often a verdict like this one is right.
  var reliability: Prose? {
    guard let trust = assessment.conduct?.trust else {
      return assessment.conduct == nil ? nil : "Not examined."
    }
    let right = NumberFormat.percent(trust.accuracy)
    let wrong = NumberFormat.percent(trust.wronglyConfident)
    return Prose(
      "In simulated records like this one the true story came first in \(right); a wrong one seemed "
        + "sure in \(wrong).")
  }

  /// What would turn the lead among the stories.
  var change: Prose? {
    guard let flips = assessment.conduct?.verdict.flips else { return nil }
    let subject = assessment.subject
    var parts: [Prose] = []
    if let rows = flips.rows, !rows.isEmpty { parts.append(Self.without(rows, in: subject)) }
    for side in flips.underRecording {
      guard let share = side.share else { continue }
      parts.append(
        Prose(
          "with \(NumberFormat.percent(share)) more hostile acts of \(subject.name(of: side.actor)) "
            + "than were recorded"))
    }
    if let publisher = flips.publishers.first {
      parts.append(Prose("without the reports of \(publisher)"))
    }
    guard let first = parts.first else { return nil }
    let all = parts.dropFirst().reduce(first) { $0 + ", or " + $1 }
    return "Another story would lead " + all + "."
  }

  /// Acts left out, each by its day, with a way to it.
  private static func without(_ rows: [String], in subject: Case) -> Prose {
    let words = CaseWords(subject)
    let acts = rows.prefix(3).compactMap(words.row)
    var prose: Prose = rows.count == 1 ? "without the act of " : "without the acts of "
    // Several acts of one day are one day to a reader.
    let days = acts.reduce(into: [DateSpan]()) { if !$0.contains($1.date) { $0.append($1.date) } }
    for (index, day) in days.enumerated() {
      let ofDay = acts.filter { $0.date == day }
      if index > 0 { prose.inlines.append(.text(index == days.count - 1 ? " and " : ", ")) }
      prose.inlines.append(.act(DateWords.span(day), id: ofDay[0].id))
      if ofDay.count > 1 {
        prose.inlines.append(.text(" (\(NumberWords.cardinal(ofDay.count)))"))
      }
    }
    let more = rows.count - acts.count
    return more > 0 ? prose + Prose(" and \(NumberWords.cardinal(more)) more") : prose
  }

  /// What to look for next: the prediction on which the stories differ most, else what would tell most.
  var next: Prose? {
    guard let conduct = assessment.conduct else { return nil }
    func spread(_ prediction: Prediction) -> Double {
      (prediction.probabilities.max() ?? 0) - (prediction.probabilities.min() ?? 0)
    }
    if let best = conduct.predictions.max(by: { (spread($0), $1.id) < (spread($1), $0.id) }),
      let low = best.probabilities.min(), let high = best.probabilities.max()
    {
      let subject = assessment.subject
      let tone =
        switch best.tone {
        case .hostile: "a hostile act"
        case .conciliatory: "a friendly act"
        case .neutral, nil: "an act"
        }
      return Prose(
        "By \(DateWords.day(best.through)): whether the record shows \(tone) of "
          + "\(subject.name(of: best.source)) toward \(subject.name(of: best.target)) "
          + "(\(NumberFormat.percent(low)) to \(NumberFormat.percent(high)), by story).")
    }
    let prospects = conduct.prospects
    guard
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
