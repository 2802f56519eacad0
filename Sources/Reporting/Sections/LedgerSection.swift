import Assessment
import Diplomacy

/// Every sentence of the claim with its verdict and why, as cards that open.
enum LedgerSection {
  static let question = "What speaks for and against each sentence?"

  /// So many acts stand in a card; the other rows are linked by their ids.
  static let shownActs = 3

  static func section(for assessment: CaseAssessment) -> Section? {
    guard !assessment.ledger.isEmpty else { return nil }
    let central = assessment.ledger.filter(\.isCentral)
    let others = assessment.ledger.filter { !$0.isCentral }
    var blocks: [Block] = [
      .paragraph(
        """
        Each sentence of the claim in our own words, the central one first, with what was asked of \
        the record and what was found. Supported: the rows that are there are enough. As searched: \
        it holds in a record that was searched for what would speak against it. Partly: in part, or \
        on some readings. Contradicted: it fails on every reading. Untested: the record cannot tell.
        """),
      .table(counts(of: assessment)),
    ]
    if let stability = assessment.stability { blocks.append(.paragraph(words(of: stability))) }
    let writer = LedgerCard(assessment)
    blocks += (central + others).map { .details(writer.card($0)) }
    return Section(
      id: "ledger", question: question, title: "The sentences of the claim",
      headline: headline(of: assessment), blocks: blocks)
  }

  /// What became of the clauses, in one sentence.
  static func headline(of assessment: CaseAssessment) -> Prose? {
    let clauses = assessment.ledger.flatMap(\.clauses)
    guard !clauses.isEmpty else { return nil }
    let parts = Verdict.allCases.compactMap { verdict -> String? in
      let count = clauses.count { $0.verdict == verdict }
      return count == 0 ? nil : "\(count) \(Glossary.name(verdict))"
    }
    let sentences = NumberFormat.count(assessment.ledger.count, "sentence")
    let points = NumberFormat.count(clauses.count, "point")
    return Prose("\(sentences), \(points) to check: \(parts.joined(separator: ", ")).")
  }

  /// Which points another fair reading of the record would turn round.
  private static func words(of stability: LedgerStability) -> Prose {
    let tried =
      "The points were tried on \(stability.variants) variants of the record, each with one thing that a fair reader might have done otherwise: a day taken for its month, a neighbouring code, the other scale, a publisher left out, 24 routine contacts more, the window a month longer or shorter, the rows in another order; points on trends and turns are not among them."
    guard !stability.fragile.isEmpty else {
      return Prose("\(tried) None goes from holding to failing or back.")
    }
    let points = stability.fragile.map { point in
      "\(point.assertion), point \(point.clause) (\(point.variants.joined(separator: "; ")))"
    }
    return Prose(
      "\(tried) Fragile, going from holding to failing or back: \(points.joined(separator: ", ")).")
  }

  private static func counts(of assessment: CaseAssessment) -> Table {
    Table(
      caption: "Sentences by verdict",
      columns: [
        .init("verdict", namesRows: true), .init("sentences", .trailing), .init("which"),
      ],
      rows: Verdict.allCases.compactMap { verdict in
        let ids = assessment.ledger.filter { $0.verdict == verdict }.map(\.id)
        guard !ids.isEmpty else { return nil }
        return .init([
          Glossary.badge(verdict), Prose(String(ids.count)), Glossary.assertions(ids),
        ])
      }, narrow: .cards)
  }
}

/// One sentence of the claim as a card.
struct LedgerCard {
  let assessment: CaseAssessment
  let words: CaseWords

  init(_ assessment: CaseAssessment) {
    self.assessment = assessment
    words = CaseWords(assessment.subject)
  }

  /// The card: the sentence with its verdict; behind it each clause with why, the acts and the check.
  func card(_ entry: LedgerEntry) -> Details {
    var summary = Glossary.badge(entry.verdict)
    summary.inlines.append(.text(" \(entry.text) "))
    let place = entry.paragraph.isEmpty ? "" : ", par. \(entry.paragraph)"
    let central = entry.isCentral ? "the central claim, " : ""
    summary.inlines.append(.aside("(\(central)\(entry.id)\(place))"))
    return Details(
      summary: summary, anchor: Glossary.anchor(ofAssertion: entry.id), isCard: true,
      blocks: blocks(of: entry.finding, label: ""))
  }

  private func blocks(of tree: ClauseTree, label: String) -> [Block] {
    switch tree {
    case .clause(let clause): return blocks(of: clause, label: label)
    case .all(let parts):
      return rule("All of these must hold.", parts.count)
        + parts.flatMap { blocks(of: $0, label: label) }
    case .any(let parts):
      return rule("One of these is enough.", parts.count)
        + parts.flatMap { blocks(of: $0, label: label) }
    case .readings(let loose, let strict):
      return blocks(of: loose, label: "Read loosely. ")
        + blocks(of: strict, label: "Read strictly. ")
    }
  }

  private func rule(_ text: String, _ parts: Int) -> [Block] {
    parts > 1 ? [.paragraph(Prose([.aside(text)]))] : []
  }

  private func blocks(of clause: ClauseFinding, label: String) -> [Block] {
    var why = Glossary.badge(clause.verdict)
    why.inlines.append(.text(" "))
    if !label.isEmpty { why.inlines.append(.strong(label)) }
    if !clause.says.isEmpty { why.inlines.append(.text("“\(clause.says)”: ")) }
    why.inlines.append(.text(FindingSentence(words).sentence(clause)))
    if let margin = clause.margin.flatMap(FindingSentence.margin) {
      why.inlines.append(.aside(" \(margin)"))
    }
    var blocks: [Block] = [.paragraph(why)]
    let acts = ActSentence(words).decisive(
      clause.rows, limit: LedgerSection.shownActs, on: assessment.options.scale)
    if !acts.isEmpty { blocks.append(.list(acts.map { ActSentence(words).line($0) })) }
    var asked = Prose([.aside("Asked: \(CheckWords(words).question(clause.check)) ")])
    let others = clause.rows.filter { id in !acts.contains { $0.id == id } }
    if !others.isEmpty {
      asked = asked + Prose([.aside("Other rows: ")]) + .rows(others) + ". "
    }
    asked.inlines += [.aside("As written: "), .code(clause.check.description)]
    if case .untestable = clause.check { return blocks }
    return blocks + [.paragraph(asked)]
  }
}
