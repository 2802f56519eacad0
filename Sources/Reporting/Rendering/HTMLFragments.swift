/// The blocks of a report as markup; every text goes through ``Escaping``.
struct HTMLFragments: Sendable {
  /// The rows of the record that the page shows and so can be linked to.
  let rows: Set<String>
  /// The anchors that the page holds, where it does not hold all; empty where it does.
  var sections: Set<String> = []
  /// Whether everything that opens is open, as for printing in full.
  var isUnfolded = false
  /// The level of headings within a section.
  var heading = 4

  /// The same with headings of another level.
  func headed(_ level: Int) -> HTMLFragments {
    var copy = self
    copy.heading = level
    return copy
  }

  func blocks(_ blocks: [Block]) -> String { blocks.map(block).joined() }

  func block(_ block: Block) -> String {
    switch block {
    case .heading(let text): "<h\(heading)>\(Escaping.markup(text))</h\(heading)>\n"
    case .paragraph(let text): "<p>\(prose(text))</p>\n"
    case .list(let items, let numbered): list(items, tag: numbered ? "ol" : "ul")
    case .table(let table): self.table(table)
    case .figure(let figure): self.figure(figure)
    case .callout(let callout): self.callout(callout)
    case .details(let details): self.details(details)
    case .columns(let columns):
      "<div class=\"pair\">\n"
        + columns.map { "<div>\n\(blocks($0))</div>\n" }.joined() + "</div>\n"
    }
  }

  /// The text without its links, for the line that opens a part.
  func unlinked(_ prose: Prose) -> String {
    self.prose(
      Prose(
        prose.inlines.map { inline in
          switch inline {
          case .row(let text), .act(let text, _), .section(let text, _), .link(let text, _):
            .text(text)
          default: inline
          }
        }))
  }

  func prose(_ prose: Prose) -> String {
    var result = ""
    for inline in prose.inlines {
      switch inline {
      case .text(let text): result += Self.datesKept(Escaping.markup(text))
      case .strong(let text): result += "<strong>\(Escaping.markup(text))</strong>"
      case .code(let text): result += "<code>\(Escaping.markup(text))</code>"
      case .aside(let text): result += "<small>\(Escaping.markup(text))</small>"
      case .tight(let text): result += Self.tight(text)
      case .badge(let text, let badge):
        result += "<b class=\"badge \(badge.rawValue)\">\(Escaping.markup(text))</b>"
      case .row(let id):
        let text = Escaping.markup(id)
        let isShown = rows.contains(id)
        result += isShown ? "<a href=\"#\(Escaping.rowAnchor(id))\">\(text)</a>" : text
      case .act(let words, let id):
        let text = Escaping.markup(words)
        let isShown = rows.contains(id)
        result += isShown ? "<a href=\"#\(Escaping.rowAnchor(id))\">\(text)</a>" : text
      case .section(let text, let id) where !sections.isEmpty && !sections.contains(id):
        result += Escaping.markup(text)
      case .section(let text, let id):
        result += "<a href=\"#\(Escaping.markup(id))\">\(Escaping.markup(text))</a>"
      case .link(let text, let url):
        if let address = Escaping.webAddress(url) {
          result += "<a href=\"\(Escaping.markup(address))\">\(Escaping.markup(text))</a>"
        } else {
          result += Escaping.markup(text)
        }
      case .lineBreak: result += "<br>"
      }
    }
    return result
  }

  /// Words on one line; a day alone is marked as one.
  private static func tight(_ text: String) -> String {
    let markup = Escaping.markup(text)
    let kept = datesKept(markup)
    return kept == "<time>\(markup)</time>" ? kept : "<span class=\"tight\">\(markup)</span>"
  }

  /// The text with each date such as 2025-08-08 kept on one line.
  static func datesKept(_ markup: String) -> String {
    guard markup.utf8.contains(UInt8(ascii: "-")) else { return markup }
    let bytes = Array(markup.utf8)
    func isDate(at start: Int) -> Bool {
      guard start + 10 <= bytes.count else { return false }
      return (0..<10).allSatisfy { index in
        let byte = bytes[start + index]
        return index == 4 || index == 7
          ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      if isDate(at: place) {
        result += "<time>".utf8
        result += bytes[place..<place + 10]
        result += "</time>".utf8
        place += 10
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
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
    let anchor = details.anchor.map { " id=\"\(Escaping.markup($0))\"" } ?? ""
    let kind = details.isCard ? " class=\"card\"" : ""
    let open = details.isOpen || isUnfolded ? " open" : ""
    return "<details\(anchor)\(kind)\(open)>\n<summary>\(unlinked(details.summary))</summary>\n"
      + blocks(details.blocks) + "</details>\n"
  }

  private func figure(_ figure: Figure) -> String {
    let id = Escaping.markup(figure.id)
    return
      "<figure id=\"\(id)\">\n<figcaption id=\"\(id)-caption\"><strong>\(Escaping.markup(figure.title))</strong> "
      + "\(Escaping.markup(figure.description))</figcaption>\n"
      + "<div class=\"wide\">\(figure.wide)</div>\n<div class=\"narrow\">\(figure.narrow)</div>\n"
      + "<details class=\"data\">\n<summary>The numbers of this figure</summary>\n"
      + table(figure.data, folds: false) + "</details>\n</figure>\n"
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
