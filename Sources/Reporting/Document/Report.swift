/// A document that says what an analysis found: a title, a lead and sections.
///
/// A report holds words, tables and figures and no markup; ``HTMLReport`` and ``MarkdownReport``
/// turn it into bytes, and only they know how text is escaped.
public struct Report: Hashable, Sendable {
  /// The title.
  public var title: String
  /// The language of the text as a BCP 47 tag.
  public var language: String
  /// What stands above the first heading.
  public var lead: [Block]
  /// The sections in the order in which they are read.
  public var sections: [Section]

  /// Makes a report.
  public init(
    title: String, language: String = "en", lead: [Block] = [], sections: [Section] = []
  ) {
    self.title = title
    self.language = language
    self.lead = lead
    self.sections = sections
  }

  /// The ids of the rows of the record that a table of the report shows, and so can be linked to.
  package var shownRows: Set<String> {
    var rows: Set<String> = []
    func collect(_ blocks: [Block]) {
      for block in blocks {
        switch block {
        case .table(let table): rows.formUnion(table.rows.compactMap(\.recordRow))
        case .details(let details): collect(details.blocks)
        case .callout(let callout): collect(callout.blocks)
        case .columns(let columns): columns.forEach(collect)
        case .paragraph, .list, .figure, .heading: break
        }
      }
    }
    collect(lead)
    for section in sections { collect(section.blocks) }
    return rows
  }
}

/// A part of a report under one heading.
///
/// To add a section for a new engine, write one file in `Sections` with one function from the
/// assessment to an optional section, and name it in the list of ``AssessmentReport``:
///
/// ```swift
/// enum OutlookSection {
///   static func section(for assessment: CaseAssessment) -> Section? {
///     guard let outlook = assessment.outlook else { return nil }
///     return Section(
///       id: "outlook", title: "Outlook",
///       headline: "A hostile act within a month: \(NumberFormat.percent(outlook.probability)).",
///       blocks: [
///         .paragraph("Learned from \(strong: "\(outlook.cases)") episodes; see \(row: "AR131")."),
///         .figure(Figure(id: "outlook", title: …, description: …, data: …, drawing: chart)),
///       ])
///   }
/// }
/// ```
///
/// The headline is the line of the terminal summary; the contents list, the page, Markdown and
/// the anchors follow from the value.
public struct Section: Hashable, Sendable, Identifiable {
  /// The anchor of the section: lower-case letters, digits and hyphens.
  public var id: String
  /// The question of the reader that the section helps to answer; sections that follow one another
  /// under the same question stand under one heading.
  public var question: String
  /// The heading.
  public var title: String
  /// The finding in one sentence, shown under the heading and in the terminal summary.
  public var headline: Prose?
  /// What stands under the heading.
  public var blocks: [Block]

  /// Makes a section.
  public init(
    id: String, question: String = "", title: String, headline: Prose? = nil, blocks: [Block] = []
  ) {
    self.question = question
    self.id = id
    self.title = title
    self.headline = headline
    self.blocks = blocks
  }
}
