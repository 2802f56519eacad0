public import Assessment
import Diplomacy

/// What an assessment found, on one screen of a terminal.
public enum TerminalSummary {
  /// The summary: the claim, the counts of verdicts and the finding of each section.
  ///
  /// - Parameters:
  ///   - assessment: The assessment.
  ///   - width: The columns of the terminal; fewer than 20 are taken as 20.
  ///   - colour: Whether colours may be used; false where NO_COLOR is set or output is no terminal.
  public static func render(_ assessment: CaseAssessment, width: Int = 80, colour: Bool) -> String {
    let subject = assessment.subject
    var text = TerminalText(width: width, colour: colour)
    text.add(subject.title, look: .bold)
    text.add(subject.claim, indent: 2, limit: 4)
    text.addGap()
    verdicts(of: assessment, &text)
    let used = assessment.record.count { $0.excluded == nil }
    var record = "\(NumberFormat.count(assessment.record.count, "row")), \(used) in computations"
    if let reasons = Glossary.exclusions(assessment.excluded) { record += "; left out: \(reasons)" }
    add("Record", record, &text)
    for section in AssessmentReport.report(for: assessment).sections where section.id != "summary" {
      if let headline = section.headline { add(section.title, headline.plain, &text) }
    }
    let scale = assessment.options.scale.rawValue
    add("Scale and seed", "\(scale), seed \(assessment.options.seed)", &text)
    return text.text
  }

  private static func verdicts(of assessment: CaseAssessment, _ text: inout TerminalText) {
    guard !assessment.ledger.isEmpty else { return }
    for entry in assessment.ledger where entry.isCentral {
      text.add("\(entry.id), the claim itself: \(Glossary.name(entry.verdict))", look: .bold)
    }
    let total = assessment.clauseVerdicts.values.reduce(0, +)
    text.add(
      "\(NumberFormat.count(total, "clause")) in \(NumberFormat.count(assessment.ledger.count, "assertion")) of the article",
      look: .bold)
    for verdict in Verdict.allCases {
      let count = assessment.clauseVerdicts[verdict] ?? 0
      let room = max(0, min(text.width - 29, 40))
      let bar = total > 0 ? Int((Double(count * room) / Double(total)).rounded()) : 0
      let name = Glossary.name(verdict)
      let padded = name + String(repeating: " ", count: max(0, 18 - name.count))
      let number = String(repeating: " ", count: max(0, 3 - String(count).count)) + String(count)
      text.add(
        String(repeating: "█", count: bar), look: look(of: verdict),
        head: "  \(padded)\(number)  ", headLook: .plain)
    }
    text.addGap()
  }

  private static func add(_ title: String, _ finding: String, _ text: inout TerminalText) {
    text.add(finding, head: "\(title): ", indent: 2, limit: 4)
  }

  private static func look(of verdict: Verdict) -> TerminalText.Look {
    switch verdict {
    case .supported, .holdsAsSearched: .green
    case .partly: .yellow
    case .contradicted: .red
    case .untested: .dim
    }
  }
}
