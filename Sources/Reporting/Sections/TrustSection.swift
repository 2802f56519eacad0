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
      .table(confusion(trust)),
      .paragraph(
        """
        The true explanation came first in \(NumberFormat.percent(trust.accuracy)) of simulated \
        records; a wrong one was called sure in \(NumberFormat.percent(trust.wronglyConfident)).
        """),
      .table(pairs(trust)),
    ]
    if let multiverse = conduct.multiverse { blocks += self.multiverse(multiverse) }
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

  private static func confusion(_ trust: SimulatedDiscrimination) -> Table {
    Table(
      caption: """
        Which explanation is put first when which one is true: each row is one true explanation in \
        simulated records; shares add up to one
        """,
      columns: [.init("true", namesRows: true)]
        + trust.explanations.map { .init("put first: \($0)", .trailing) }
        + [.init("surely wrong", .trailing)],
      entries: trust.confusion.map { row in
        [row.truth] + row.chosen.map { NumberFormat.percent($0) }
          + [NumberFormat.percent(row.wronglyConfident)]
      })
  }

  private static func pairs(_ trust: SimulatedDiscrimination) -> Table {
    Table(
      caption:
        "How often a record of one story is told from a record of the other (simulated data, 50% is chance)",
      columns: [
        .init("pair", namesRows: true), .init("told apart", .trailing), .init("can be told apart"),
      ],
      entries: trust.pairs.sorted { $0.areaUnderCurve < $1.areaUnderCurve }.map { pair in
        [
          "\(pair.first) and \(pair.second)", NumberFormat.percent(pair.areaUnderCurve),
          pair.canBeToldApart ? "yes" : "no",
        ]
      })
  }

  /// How often each story leads over all specifications.
  private static func multiverse(_ multiverse: Multiverse) -> [Block] {
    let count = multiverse.specifications.count
    let range = multiverse.range.map { NumberFormat.percent($0) }
    return [
      .heading("The same record, read otherwise"),
      .table(
        Table(
          caption: """
            Which story leads under \(count) combinations of scale, merging of acts, expected \
            effects, base rates, delay of answers, window and publishers; \(multiverse.leading) has \
            \(range.joined(separator: ", ")) (least, median, greatest)
            """,
          columns: [
            .init("leads", namesRows: true), .init("combinations", .trailing),
            .init("share", .trailing),
          ],
          entries: multiverse.leaders.map {
            [
              $0.id, String($0.specifications),
              NumberFormat.percent(Double($0.specifications) / Double(max(1, count))),
            ]
          })),
    ]
  }

  private static func robustness(_ report: RobustnessReport, _ conduct: ConductAssessment)
    -> [Block]
  {
    var blocks: [Block] = [
      .heading("Without one act or one publisher"),
      .table(
        omissions(report.withoutAct, "Acts without which \(report.leading) loses most", report)),
      .table(
        omissions(
          report.withoutSource, "Publishers without which \(report.leading) loses most", report)),
    ]
    if !report.placebos.isEmpty {
      blocks.append(.heading("The goal's date among dates chosen blindly"))
      blocks.append(
        .list(
          report.placebos.map { placebo in
            """
            \(placebo.explanation): of \(placebo.dates) dates chosen blindly \(placebo.rank - 1) serve \
            the story at least as well as the true one.
            """
          }))
    }
    return blocks
  }

  /// The rows or publishers whose loss costs the leading story most, the first eight.
  private static func omissions(
    _ all: [RobustnessReport.Omission], _ caption: String, _ report: RobustnessReport
  ) -> Table {
    let sorted = all.sorted { ($1.lostLead, $0.name) < ($0.lostLead, $1.name) }.prefix(8)
    return Table(
      caption: caption,
      columns: [
        .init("left out", namesRows: true), .init("acts", .trailing),
        .init("\(report.leading) without it", .trailing),
      ],
      rows: sorted.map { omission in
        .init([
          .rows([omission.name]), Prose(String(omission.acts)),
          Prose(share(omission.posterior, of: report.leading, in: report)),
        ])
      })
  }

  private static func share(_ posterior: [Double], of id: String, in report: RobustnessReport)
    -> String
  {
    guard let index = report.explanations.firstIndex(of: id), index < posterior.count else {
      return ""
    }
    return NumberFormat.percent(posterior[index])
  }
}
