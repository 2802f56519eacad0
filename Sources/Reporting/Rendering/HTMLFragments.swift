/// The blocks of a report as markup; every text goes through ``Escaping``.
struct HTMLFragments: Sendable {
  /// The rows of the record that the page shows and so can be linked to.
  let rows: Set<String>

  func blocks(_ blocks: [Block]) -> String { blocks.map(block).joined() }

  func block(_ block: Block) -> String {
    switch block {
    case .heading(let text): "<h3>\(Escaping.markup(text))</h3>\n"
    case .paragraph(let text): "<p>\(prose(text))</p>\n"
    case .list(let items, let numbered): list(items, tag: numbered ? "ol" : "ul")
    case .table(let table): self.table(table)
    case .figure(let figure): self.figure(figure)
    case .callout(let callout): self.callout(callout)
    case .details(let details): self.details(details)
    }
  }

  func prose(_ prose: Prose) -> String {
    var result = ""
    for inline in prose.inlines {
      switch inline {
      case .text(let text): result += Escaping.markup(text)
      case .strong(let text): result += "<strong>\(Escaping.markup(text))</strong>"
      case .code(let text): result += "<code>\(Escaping.markup(text))</code>"
      case .aside(let text): result += "<span class=\"aside\">\(Escaping.markup(text))</span>"
      case .tight(let text): result += "<span class=\"tight\">\(Escaping.markup(text))</span>"
      case .badge(let text, let badge):
        result += "<span class=\"badge \(badge.rawValue)\">"
        result += "<span aria-hidden=\"true\">\(badge.sign)</span> \(Escaping.markup(text))</span>"
      case .row(let id):
        let text = Escaping.markup(id)
        let isShown = rows.contains(id)
        result += isShown ? "<a href=\"#\(Escaping.rowAnchor(id))\">\(text)</a>" : text
      case .section(let text, let id):
        result += "<a href=\"#\(Escaping.markup(id))\">\(Escaping.markup(text))</a>"
      case .link(let text, let url):
        if let address = Escaping.webAddress(url) {
          result += "<a href=\"\(Escaping.markup(address))\" rel=\"noopener noreferrer external\">"
          result += "\(Escaping.markup(text))</a>"
        } else {
          result += Escaping.markup(text)
        }
      case .lineBreak: result += "<br>"
      }
    }
    return result
  }

  private func list(_ items: [Prose], tag: String) -> String {
    "<\(tag)>\n" + items.map { "<li>\(prose($0))</li>\n" }.joined() + "</\(tag)>\n"
  }

  private func callout(_ callout: Callout) -> String {
    "<aside class=\"callout \(callout.kind.rawValue)\">\n"
      + "<p><strong>\(Escaping.markup(callout.title))</strong></p>\n"
      + blocks(callout.blocks) + "</aside>\n"
  }

  private func details(_ details: Details) -> String {
    "<details\(details.isOpen ? " open" : "")>\n<summary>\(prose(details.summary))</summary>\n"
      + blocks(details.blocks) + "</details>\n"
  }

  private func figure(_ figure: Figure) -> String {
    let id = Escaping.markup(figure.id)
    return "<figure id=\"\(id)\">\n<figcaption><strong>\(Escaping.markup(figure.title))</strong> "
      + "\(Escaping.markup(figure.description))</figcaption>\n"
      + "<div class=\"wide\">\(figure.wide)</div>\n<div class=\"narrow\">\(figure.narrow)</div>\n"
      + "<details class=\"data\">\n<summary>The numbers of this figure</summary>\n"
      + table(figure.data) + "</details>\n</figure>\n"
  }
}

extension Badge {
  /// A sign that tells the tones apart without colour.
  var sign: String {
    switch self {
    case .supported: "✓"
    case .partly: "◐"
    case .contradicted: "✗"
    case .untested: "?"
    case .neutral: "•"
    }
  }
}
