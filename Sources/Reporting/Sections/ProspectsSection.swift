import Assessment
import Conduct
import Diplomacy

/// What to look for next: the acts, documents and silences on which the stories differ most.
enum ProspectsSection {
  static func section(for assessment: CaseAssessment) -> Section? {
    guard let conduct = assessment.conduct, !conduct.prospects.isEmpty else { return nil }
    let sorted = conduct.prospects.sorted { ($1.bits, $0.id) < ($0.bits, $1.id) }
    let shown = sorted.prefix(10)
    return Section(
      id: "prospects", title: "What would tell most",
      headline: sorted.first.map { Prose("\(CaseWords.phrase($0.text)).") },
      blocks: [
        .paragraph(
          """
          Each line is something that may still be seen or found. The more the stories differ on \
          how likely it is, the more it would tell: 100% would settle between two stories that are \
          equally likely.
          """),
        .table(
          Table(
            caption: "What may be seen or found, the most telling first",
            columns: [
              .init("what", namesRows: true), .init("how much it would tell", .trailing),
              .init("at least", .trailing), .init("at most", .trailing), .init("judged by"),
            ],
            entries: shown.map { prospect in
              [
                prospect.text, NumberFormat.percent(prospect.bits),
                NumberFormat.percent(prospect.range.lowerBound),
                NumberFormat.percent(prospect.range.upperBound),
                prospect.basis == .stated ? "the analyst" : "the model",
              ]
            })),
      ])
  }
}
