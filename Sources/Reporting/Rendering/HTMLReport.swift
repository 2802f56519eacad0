/// A report as one page that needs no network, no script and no other file.
public enum HTMLReport {
  /// The page.
  ///
  /// The same report gives the same bytes. Text from the report is escaped wherever it stands; only
  /// the drawings that this package made enter as markup.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the report.
  public static func render(_ report: Report) -> String {
    let fragments = HTMLFragments(rows: report.shownRows)
    let sections: [[String: Any]] = report.sections.map { section in
      var body = ""
      if let headline = section.headline {
        body += "<p class=\"headline\">\(fragments.prose(headline))</p>\n"
      }
      body += fragments.blocks(section.blocks)
      return ["id": section.id, "title": section.title, "body": body]
    }
    return HTMLPage.render([
      "language": report.language,
      "title": report.title,
      "style": HTMLStyle.sheet,
      "contents": report.sections.map { ["id": $0.id, "title": $0.title] as [String: Any] },
      "lead": fragments.blocks(report.lead),
      "sections": sections,
    ])
  }
}
