package import Assessment

/// The ledger as lines of text for a terminal.
package enum LedgerText {
  /// Every sentence of the claim with its verdict, each clause with what was found, and its rows.
  package static func render(_ assessment: CaseAssessment, width: Int) -> String {
    let sentences = FindingSentence(CaseWords(assessment.subject))
    var text = TerminalText(width: width, colour: false)
    for entry in assessment.ledger {
      text.add("\(entry.id)  \(Glossary.name(entry.verdict).uppercased())")
      text.add(entry.text, head: "    ", indent: 4)
      for clause in entry.clauses {
        let verdict = entry.clauses.count > 1 ? "\(Glossary.name(clause.verdict)): " : ""
        text.add("\(verdict)\(sentences.sentence(clause))", head: "    = ", indent: 8)
      }
      if !entry.rows.isEmpty {
        text.add(entry.rows.joined(separator: " "), head: "    rows: ", indent: 8)
      }
    }
    return text.text
  }
}
