extension HTMLReport {
  /// The style sheet of every report.
  public static var styleSheet: String { HTMLStyle.sheet }

  /// A report without its frame and title, as a piece of another page whose headings begin at the second
  /// level.
  public static func fragment(_ report: Report) -> String {
    let fragments = HTMLFragments(rows: report.shownRows, sections: report.anchors)
    let sections = report.sections.map { section in
      let headline = section.headline.map { "<p>\(fragments.prose($0))</p>\n" } ?? ""
      return "<h2>\(Escaping.markup(section.title))</h2>\n" + headline
        + fragments.headed(3).blocks(section.blocks)
    }
    return fragments.headed(2).blocks(report.lead) + sections.joined()
  }
}
