import Assessment
import Conduct
import Diplomacy

/// What the acts were beside when they came, and how the stories fare against the record itself.
enum ContentSection {
  static func section(for assessment: CaseAssessment) -> Section? {
    guard let conduct = assessment.conduct, !conduct.content.isEmpty else { return nil }
    var blocks: [Block] = [
      .paragraph(
        """
        The evidence of the acts has parts: when they came, what kinds the hostile ones were, and \
        what was demanded. Each figure is a weight of evidence in decibels against the mix of the \
        stories at their priors: above 0 it speaks for the story.
        """),
      .table(parts(conduct)),
    ]
    if let table = acts(conduct, in: assessment) { blocks.append(.table(table)) }
    if let forward = conduct.forward { blocks += self.forward(forward) }
    if !conduct.predictiveChecks.isEmpty { blocks += checks(conduct) }
    if !conduct.predictions.isEmpty { blocks += predictions(conduct, in: assessment.subject) }
    return Section(id: "content", title: "What the acts were", headline: nil, blocks: blocks)
  }

  private static func parts(_ conduct: ConductAssessment) -> Table {
    let priors = conduct.explanations.map(\.prior)
    func cells(_ logs: [Double], _ power: Double = 1) -> [Prose] {
      let mean = zip(logs, priors).reduce(0) { $0 + $1.0 * $1.1 }
      return logs.map { Prose(decibels(power * ($0 - mean))) }
    }
    let times = cells(conduct.explanations.map(\.logEvidence), conduct.power)
    let kinds = cells(conduct.explanations.map(\.kinds))
    let demands = cells(conduct.explanations.map(\.demands))
    return Table(
      caption: "Weight of evidence by part, dB",
      columns: [.init("story", namesRows: true), .init("when"), .init("kinds"), .init("demands")],
      rows: conduct.explanations.indices.map { index -> Table.Row in
        Table.Row([
          Prose(conduct.explanations[index].id), times[index], kinds[index], demands[index],
        ])
      })
  }

  /// The acts whose kind weighs most between the two first stories.
  private static func acts(
    _ conduct: ConductAssessment, in assessment: CaseAssessment
  ) -> Table? {
    let order = conduct.explanations.indices.sorted {
      (conduct.explanations[$1].fromActs, $0) < (conduct.explanations[$0].fromActs, $1)
    }
    guard order.count > 1, let kinds = conduct.content.first(where: { $0.aspect == .kinds }),
      !kinds.acts.isEmpty
    else { return nil }
    let (first, second) = (order[0], order[1])
    let names = (conduct.explanations[first].id, conduct.explanations[second].id)
    let ranked = kinds.acts.map { ($0.id, $0.gains[first] - $0.gains[second]) }
      .sorted { abs($0.1) == abs($1.1) ? $0.0 < $1.0 : abs($0.1) > abs($1.1) }
    let rows = Dictionary(assessment.subject.events.map { ($0.id, $0) }) { first, _ in first }
    return Table(
      caption: "Acts whose kind weighs most between \(names.0) and \(names.1)",
      columns: [
        .init("act", namesRows: true), .init("code"), .init("for \(names.0), dB"),
      ],
      rows: ranked.prefix(10).map { id, nats -> Table.Row in
        Table.Row([
          .rows([id]),
          Prose(rows[id].map { "\($0.code.rawValue) \($0.code.label)" } ?? ""),
          Prose(decibels(nats)),
        ])
      })
  }

  private static func forward(_ score: ForwardScore) -> [Block] {
    let leaders = score.explanations.filter { $0.gainOverNull >= ForwardScore.leastGain }
    var rows = score.explanations.map { entry -> Table.Row in
      Table.Row([
        Prose(entry.id), Prose(signed(entry.gainOverNull)), Prose(short(entry.weight)),
      ])
    }
    rows.append(Table.Row([Prose("the null"), Prose("0"), Prose(short(score.nullWeight))]))
    let found: String =
      leaders.isEmpty ? "None does." : "Above 1: \(leaders.map(\.id).joined(separator: ", "))."
    let text: String = """
      Fitted to the days before \(score.from), each story foretells the \(score.acts) acts up to \
      \(score.through). Gains are in nats over a rate that does not change; below 1 a story has not \
      been shown to foretell anything. \(found)
      """
    return [
      .heading("What the stories foretold"),
      .paragraph(Prose(text)),
      .table(
        Table(
          caption: "Forward scores",
          columns: [
            .init("story", namesRows: true), .init("gain over the null, nats"),
            .init("stacking weight"),
          ], rows: rows)),
    ]
  }

  private static func checks(_ conduct: ConductAssessment) -> [Block] {
    [
      .heading("Records drawn from each story"),
      .paragraph(
        """
        Simulated records, drawn from each story fitted to this one, beside this one. A tail below \
        .05 says that the story does not draw records like this one in that respect.
        """),
      .table(
        Table(
          caption: "Posterior predictive checks",
          columns: [
            .init("story", namesRows: true), .init("feature"), .init("observed"),
            .init("drawn: middle [90 %]"), .init("tail"),
          ],
          rows: conduct.predictiveChecks.map { check -> Table.Row in
            Table.Row([
              Prose(check.explanation),
              Prose(check.feature.rawValue.split(separator: "_").joined(separator: " ")),
              Prose(short(check.observed)),
              Prose("\(short(check.median)) [\(short(check.low)), \(short(check.high))]"),
              Prose(short(check.tail) + (check.isUnusual ? " unlike" : "")),
            ])
          })),
    ]
  }

  private static func predictions(_ conduct: ConductAssessment, in subject: Case) -> [Block] {
    var columns: [Table.Column] = [
      .init("act", namesRows: true), .init("from"), .init("through"), .init("all stories"),
    ]
    columns += conduct.explanations.map { Table.Column($0.id) }
    let rows = conduct.predictions.map { prediction -> Table.Row in
      let what =
        prediction.kinds.isEmpty
        ? prediction.tone?.rawValue ?? "any"
        : prediction.kinds.map(\.rawValue).joined(separator: " or ")
      let who =
        "\(subject.name(of: prediction.source)) toward \(subject.name(of: prediction.target))"
      var cells = [
        Prose(who + ": " + what), Prose([.tight(prediction.from.description)]),
        Prose([.tight(prediction.through.description)]), Prose(short(prediction.mixed)),
      ]
      cells += prediction.probabilities.map { Prose(short($0)) }
      return Table.Row(cells)
    }
    return [
      .heading("Dated implications"),
      .paragraph(
        """
        The probability of at least one such act by the day named, under each story. To put them on \
        file: demarche explain CASE with the option predict; to score them later: demarche resolve.
        """),
      .table(
        Table(
          caption: "Implications that rows can confirm or refute", columns: columns, rows: rows)),
    ]
  }

  private static func decibels(_ nats: Double) -> String { signed(EvidenceCourse.decibels(nats)) }

  private static func signed(_ value: Double) -> String {
    let tenths = (value * 10).rounded() / 10
    return value >= 0 ? "+\(tenths)" : "\(tenths)"
  }

  private static func short(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
}
