import Assessment
import Diplomacy

/// Every assertion with its verdict, what was computed, why, and the rows.
enum LedgerSection {
  /// After so many rows an entry of the table only counts the rest; the full lists stand below.
  private static let shownRows = 8

  static func section(for assessment: CaseAssessment) -> Section? {
    guard !assessment.ledger.isEmpty else { return nil }
    var blocks: [Block] = [
      .paragraph(
        """
        Each assertion of the article, in our own words, with the clauses that were checked on the \
        record and the rule that joins them. Supported: rows that are there are enough for it. Holds \
        as searched: it needs rows not to be there, and a search that the case describes found none. \
        Partly: it holds in part, on some readings, or so narrowly that chance may decide. \
        Contradicted: it fails on every reading. Untested: the record cannot tell.
        """),
      .table(
        Table(
          caption: "Ledger of assertions",
          columns: [
            .init("id", namesRows: true), .init("assertion"), .init("verdict"),
            .init("computed"), .init("why", isWide: true), .init("rows"),
          ],
          rows: ordered(assessment.ledger).map { entry in
            .init(
              [
                Prose(entry.id), assertion(entry), Glossary.badge(entry.verdict),
                Prose(computed(entry)), reason(entry, in: assessment.subject),
                .rows(entry.rows, limit: shownRows),
              ], anchor: Glossary.anchor(ofAssertion: entry.id))
          }, narrow: .cards)),
    ]
    let long = assessment.ledger.filter { $0.rows.count > shownRows }
    if !long.isEmpty {
      blocks.append(
        .details(
          Details(
            summary: "All rows behind the verdicts that rest on more than \(shownRows)",
            blocks: [.list(long.map { "\(strong: $0.id): \(rows: $0.rows)" })])))
    }
    return Section(
      id: "ledger", title: "Ledger of assertions", headline: headline(of: assessment),
      blocks: blocks)
  }

  private static func headline(of assessment: CaseAssessment) -> Prose? {
    let contradicted = assessment.ledger.filter { $0.verdict == .contradicted }.map(\.id)
    if contradicted.isEmpty { return "The record contradicts no assertion that it can test." }
    return "The record contradicts \(Glossary.assertions(contradicted))."
  }

  private static func assertion(_ entry: LedgerEntry) -> Prose {
    var text = Prose(entry.text)
    let asides = [
      entry.kind, entry.certainty.isEmpty ? "" : "said as: \(entry.certainty)",
      entry.paragraph.isEmpty ? "" : "par. \(entry.paragraph)",
    ].filter { !$0.isEmpty }
    if !asides.isEmpty {
      text.inlines += [.lineBreak, .aside(asides.joined(separator: "; "))]
    }
    return text
  }

  /// The central assertion first, whatever its number.
  private static func ordered(_ entries: [LedgerEntry]) -> [LedgerEntry] {
    entries.filter(\.isCentral) + entries.filter { !$0.isCentral }
  }

  private static func computed(_ entry: LedgerEntry) -> String {
    guard case .clause(let clause) = entry.finding else { return "" }
    return computed(clause.evidence.value, clause.evidence.range, unit: clause.evidence.unit)
  }

  private static func reason(_ entry: LedgerEntry, in subject: Case) -> Prose {
    var text: Prose = "\(LedgerSentence.text(entry, in: subject))"
    for line in LedgerSentence.clauses(entry, in: subject) {
      text.inlines += [.lineBreak, .text(line)]
    }
    for clause in entry.clauses { text.inlines += [.lineBreak, .aside(clause.check.description)] }
    if !entry.explanation.isEmpty {
      text.inlines += [.lineBreak, .aside("weighed as the explanation \(entry.explanation)")]
    }
    return text
  }

  /// A number of a check in words, with what uncertain dates allow.
  static func computed(_ value: Double?, _ range: [Double]?, unit: String) -> String {
    guard let value else { return "" }
    func text(_ number: Double) -> String {
      unit.hasPrefix("share")
        ? NumberFormat.percent(number) : NumberFormat.short(number, decimals: 2)
    }
    let noun =
      switch unit {
      case "": ""
      case let unit where unit.hasPrefix("share"): String(unit.dropFirst("share".count))
      case "level": " on the scale"
      default: value == 1 && unit.hasSuffix("s") ? " " + unit.dropLast() : " " + unit
      }
    var result = text(value) + noun
    if let range, range.count == 2, range[0] != range[1] {
      result += " (\(text(range[0])) to \(text(range[1])) possible)"
    }
    return result
  }
}
