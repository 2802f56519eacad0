import Assessment
import Diplomacy

/// The claim, what became of its assertions, and on how large a record.
enum SummarySection {
  static func section(for assessment: CaseAssessment) -> Section? {
    let subject = assessment.subject
    var blocks: [Block] = [.paragraph("\(strong: "The claim.") \(subject.claim)")]
    if let article = subject.article {
      blocks.append(.paragraph("Made in: \(Glossary.source(article))."))
    }
    blocks.append(.paragraph(record(of: assessment)))
    if !assessment.ledger.isEmpty { blocks.append(.table(counts(of: assessment))) }
    blocks.append(
      .callout(
        Callout(
          .note, title: "How to read this",
          blocks: [
            .paragraph(
              """
              A verdict says what the dated record bears out, not what happened: the record is \
              public, incomplete and coded by hand. Every number leads to rows of the record, every \
              row to its source. Both sides go through the same computations.
              """)
          ])))
    return Section(
      id: "summary", title: "Claim and findings", headline: headline(of: assessment),
      blocks: blocks)
  }

  /// The counts of verdicts in one sentence.
  static func headline(of assessment: CaseAssessment) -> Prose? {
    guard !assessment.ledger.isEmpty else { return nil }
    let counts = Verdict.allCases.map { verdict in
      "\(assessment.clauseVerdicts[verdict] ?? 0) \(Glossary.name(verdict))"
    }
    let central = assessment.ledger.filter(\.isCentral).map { entry in
      "\(entry.id), the claim itself, is \(Glossary.name(entry.verdict)). "
    }
    let clauses = assessment.ledger.reduce(0) { $0 + $1.clauses.count }
    let total =
      "\(NumberFormat.count(clauses, "clause")) in \(NumberFormat.count(assessment.ledger.count, "assertion"))"
    return "\(central.joined())\(total): \(strong: counts.joined(separator: ", "))."
  }

  private static func counts(of assessment: CaseAssessment) -> Table {
    Table(
      caption: "Verdicts",
      columns: [
        .init("verdict", namesRows: true), .init("assertions", .trailing), .init("which"),
      ],
      rows: Verdict.allCases.map { verdict in
        let ids = assessment.ledger.filter { $0.verdict == verdict }.map(\.id)
        return .init([
          Glossary.badge(verdict), Prose(String(ids.count)), Glossary.assertions(ids),
        ])
      }, narrow: .cards)
  }

  private static func record(of assessment: CaseAssessment) -> Prose {
    let subject = assessment.subject
    let used = assessment.record.count { $0.excluded == nil }
    let rows = NumberFormat.count(assessment.record.count, "row")
    let names = "\(subject.name(of: subject.focal)) and \(subject.name(of: subject.counterpart))"
    var text: Prose =
      "The \(section: "record", id: "record") of \(names) holds \(rows); \(used) count in computations."
    if let reasons = Glossary.exclusions(assessment.excluded) {
      text = text + " Left out and kept in view: \(reasons)."
    }
    return text + " Days under study: \(subject.window)."
  }
}
