/// A report as one page that needs no network, no script and no other file.
public enum HTMLReport {
  /// The page.
  ///
  /// The same report gives the same bytes. Text from the report is escaped wherever it stands; only
  /// the drawings that this package made enter as markup.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - isUnfolded: Whether every part that opens is open, as for printing in full.
  /// - Complexity: O(*n*), where *n* is the length of the report.
  public static func render(_ report: Report, isUnfolded: Bool = false) -> String {
    let fragments = HTMLFragments(
      rows: report.shownRows, sections: report.anchors, isUnfolded: isUnfolded)
    var groups: [(question: String, sections: [Section])] = []
    for section in report.sections {
      if let last = groups.last, last.question == section.question, !section.question.isEmpty {
        groups[groups.count - 1].sections.append(section)
      } else {
        groups.append((section.question, [section]))
      }
    }
    let parts = groups.enumerated().map { index, group -> [String: Any] in
      let title = group.question.isEmpty ? group.sections[0].title : group.question
      let id = group.question.isEmpty ? group.sections[0].id : "part-\(index + 1)"
      let body = group.sections.map { section in
        group.question.isEmpty ? open(section, fragments) : folded(section, fragments)
      }
      return ["id": id, "title": title, "body": body.joined()]
    }
    return HTMLPage.render([
      "language": report.language,
      "title": report.title,
      "style": HTMLStyle.sheet,
      "contents": parts.map { ["id": $0["id"] ?? "", "title": $0["title"] ?? ""] },
      "lead": fragments.headed(2).blocks(report.lead),
      "hasContents": parts.count > 1,
      "sections": parts,
    ])
  }

  /// A section that has its heading to itself.
  private static func open(_ section: Section, _ fragments: HTMLFragments) -> String {
    let headline = section.headline.map { "<p class=\"headline\">\(fragments.prose($0))</p>\n" }
    return (headline ?? "") + fragments.headed(3).blocks(section.blocks)
  }

  /// A section behind its finding.
  private static func folded(_ section: Section, _ fragments: HTMLFragments) -> String {
    let id = Escaping.markup(section.id)
    let title = "<h3 id=\"\(id)-heading\">\(Escaping.markup(section.title))</h3>"
    let headline =
      section.headline.map { "<span class=\"finding\">\(fragments.unlinked($0))</span>" } ?? ""
    return "<details class=\"part\" id=\"\(id)\"\(fragments.isUnfolded ? " open" : "")>\n"
      + "<summary>\(title)\(headline)</summary>\n\(fragments.blocks(section.blocks))</details>\n"
  }
}

extension Report {
  /// The anchors of the sections and of what opens within them, to which words may lead.
  var anchors: Set<String> {
    var anchors = Set(sections.map(\.id))
    func collect(_ blocks: [Block]) {
      for block in blocks {
        switch block {
        case .table(let table): anchors.formUnion(table.rows.compactMap(\.anchor))
        case .details(let details):
          if let anchor = details.anchor { anchors.insert(anchor) }
          collect(details.blocks)
        case .callout(let callout): collect(callout.blocks)
        case .columns(let columns): columns.forEach(collect)
        case .figure(let figure): anchors.insert(figure.id)
        case .paragraph, .list, .heading: break
        }
      }
    }
    collect(lead)
    for section in sections { collect(section.blocks) }
    return anchors.isEmpty ? ["none"] : anchors
  }
}
