import Assessment
import Diplomacy

/// What was claimed, by whom, on which record it is tested, and the dates that matter.
enum SummarySection {
  static func section(for assessment: CaseAssessment) -> Section? {
    let subject = assessment.subject
    var blocks: [Block] = [.paragraph("\(strong: "The claim.") \(subject.claim)")]
    if let article = subject.article {
      blocks.append(.paragraph("Made in: \(Glossary.source(article))."))
    }
    blocks.append(.paragraph(record(of: assessment)))
    if !subject.dates.isEmpty { blocks.append(.table(dates(of: subject))) }
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
      id: "summary", title: "The claim and the record", headline: Prose(subject.claim),
      blocks: blocks)
  }

  private static func dates(of subject: Case) -> Table {
    Table(
      caption: "The dates that the case names",
      columns: [.init("date", namesRows: true), .init("what"), .init("row")],
      rows: subject.dates.map { date in
        .init([
          Glossary.span(date.day), Prose(date.what),
          date.source.isEmpty ? "" : .rows([date.source]),
        ])
      })
  }

  private static func record(of assessment: CaseAssessment) -> Prose {
    let subject = assessment.subject
    let used = assessment.record.count { $0.excluded == nil }
    let rows = NumberFormat.count(assessment.record.count, "row")
    let names = "\(subject.name(of: subject.focal)) and \(subject.name(of: subject.counterpart))"
    let acts = BriefFigure.acts(of: assessment).count
    var text: Prose = """
      The \(section: "record", id: "record") of \(names) holds \(rows). \(used) of them are acts that \
      may count; \(acts) of those are acts of one of the two toward the other within the days under \
      study, \(DateWords.stretch(subject.window)).
      """
    if let reasons = Glossary.exclusions(assessment.excluded) {
      text = text + " Left out and kept in view: \(reasons)."
    }
    return text
  }
}
