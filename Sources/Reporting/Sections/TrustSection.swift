import Assessment
import Conduct
import Diplomacy

/// How far the comparison of explanations can be trusted with a record like this one.
enum TrustSection {
  static func section(for assessment: CaseAssessment) -> Section? {
    guard let conduct = assessment.conduct else { return nil }
    guard let trust = conduct.trust else {
      return Section(
        id: "trust", title: "How far to trust it",
        headline: "What this record can tell apart was not examined.")
    }
    var blocks: [Block] = [
      .paragraph(
        """
        \(trust.episodes) records were simulated from each explanation, with the dates, the length \
        and the number of acts of this case, and read by the same method. The rows below are \
        simulated data.
        """),
      .figure(confusion(trust)),
      .paragraph(
        """
        The true explanation came first in \(NumberFormat.percent(trust.accuracy)) of simulated \
        records; a wrong one was called sure in \(NumberFormat.percent(trust.wronglyConfident)).
        """),
      .table(pairs(trust)),
    ]
    if let robustness = conduct.robustness { blocks += self.robustness(robustness, conduct) }
    return Section(
      id: "trust", title: "How far to trust it", headline: headline(trust), blocks: blocks)
  }

  private static func headline(_ trust: SimulatedDiscrimination) -> Prose {
    let same = trust.pairs.filter { !$0.canBeToldApart }
    let first =
      "The true story came first in \(NumberFormat.percent(trust.accuracy)) of simulated records"
    if same.isEmpty { return Prose(first + "; every pair can be told apart better than 7 in 10.") }
    let names = same.map { "\($0.first) and \($0.second)" }.joined(separator: "; ")
    return Prose(first + ". Cannot be told apart with this record: \(names).")
  }

  private static func confusion(_ trust: SimulatedDiscrimination) -> Figure {
    let names = trust.confusion.map(\.truth)
    return Figure(
      id: "trust-confusion", title: "Which explanation is put first when which one is true",
      description: "Each row is one true explanation in simulated records; shares add up to one.",
      data: Table(
        caption: "Confusion table (simulated data)",
        columns: [.init("true", namesRows: true)]
          + trust.explanations.map { .init("put first: \($0)", .trailing) }
          + [.init("surely wrong", .trailing)],
        entries: trust.confusion.map { row in
          [row.truth] + row.chosen.map { NumberFormat.percent($0) }
            + [NumberFormat.percent(row.wronglyConfident)]
        }),
      drawing: HeatTable(
        rows: names, columns: trust.explanations, values: trust.confusion.map(\.chosen),
        rowTitle: "true explanation (simulated)", columnTitle: "put first"))
  }

  private static func pairs(_ trust: SimulatedDiscrimination) -> Table {
    Table(
      caption: "How well two explanations are told apart (area under the curve, 0.5 is chance)",
      columns: [
        .init("pair", namesRows: true), .init("area", .trailing), .init("can be told apart"),
      ],
      entries: trust.pairs.sorted { $0.areaUnderCurve < $1.areaUnderCurve }.map { pair in
        [
          "\(pair.first) and \(pair.second)", NumberFormat.fixed(pair.areaUnderCurve, decimals: 2),
          pair.canBeToldApart ? "yes" : "no",
        ]
      })
  }

  private static func robustness(_ report: RobustnessReport, _ conduct: ConductAssessment)
    -> [Block]
  {
    var blocks: [Block] = [
      .heading("The same record, read otherwise"),
      .table(
        Table(
          caption: "Probabilities under other scales, priors and ways of counting",
          columns: [.init("reading", namesRows: true)]
            + report.explanations.map { .init($0, .trailing) },
          entries: report.variations.map { variation in
            [variation.name] + variation.posterior.map { NumberFormat.fixed($0, decimals: 2) }
          })),
    ]
    let weighty = report.withoutAct.sorted { $0.lostLead > $1.lostLead }.prefix(8)
    blocks.append(
      .table(
        Table(
          caption:
            "Acts whose loss costs \(report.leading) most of its lead over \(report.second) (\(NumberFormat.signed(report.lead)) dB)",
          columns: [
            .init("left out", namesRows: true), .init("lead lost, dB", .trailing),
            .init("\(report.leading) without it", .trailing),
          ],
          rows: weighty.map { omission in
            .init([
              .rows([omission.name]), Prose(NumberFormat.signed(omission.lostLead)),
              Prose(share(omission.posterior, of: report.leading, in: report)),
            ])
          })))
    let sources = report.withoutSource.sorted { $0.lostLead > $1.lostLead }.prefix(8)
    blocks.append(
      .table(
        Table(
          caption: "Publishers whose rows cost it most",
          columns: [
            .init("left out", namesRows: true), .init("acts", .trailing),
            .init("lead lost, dB", .trailing), .init("\(report.leading) without it", .trailing),
          ],
          entries: sources.map { omission in
            [
              omission.name, String(omission.acts), NumberFormat.signed(omission.lostLead),
              share(omission.posterior, of: report.leading, in: report),
            ]
          })))
    if !report.placebos.isEmpty {
      blocks.append(.heading("Placebo dates"))
      blocks.append(
        .list(
          report.placebos.map { placebo in
            """
            \(placebo.explanation): the true goal date ranks \(placebo.rank) among \
            \(placebo.dates + 1); a random date serves the story at least as well in \
            \(NumberFormat.percent(placebo.share)) of cases.
            """
          }))
    }
    return blocks
  }

  private static func share(_ posterior: [Double], of id: String, in report: RobustnessReport)
    -> String
  {
    guard let index = report.explanations.firstIndex(of: id), index < posterior.count else {
      return ""
    }
    return NumberFormat.fixed(posterior[index], decimals: 2)
  }
}
