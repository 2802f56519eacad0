/// A report as Markdown in GitHub's dialect.
public enum MarkdownReport {
  /// The text; figures appear as their description and the table of their numbers.
  ///
  /// Text from the report is escaped so that neither Markdown nor HTML in it takes effect.
  public static func render(_ report: Report) -> String {
    let writer = MarkdownWriter(rows: report.shownRows, sections: report.anchors)
    var parts = ["# \(Escaping.markdown(report.title))"]
    parts += report.lead.flatMap(writer.block)
    var question = ""
    for section in report.sections {
      if section.question != question, !section.question.isEmpty {
        parts.append("## \(Escaping.markdown(section.question))")
      }
      question = section.question
      parts += writer.section(section, level: question.isEmpty ? 2 : 3)
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// One section with its heading as a document of its own.
  public static func render(_ section: Section) -> String {
    let writer = MarkdownWriter(rows: [])
    return writer.section(section).joined(separator: "\n\n") + "\n"
  }
}

/// The blocks of a report as Markdown.
struct MarkdownWriter: Sendable {
  /// The rows of the record that the document shows and so can be linked to.
  let rows: Set<String>
  /// The anchors that the document holds, where it does not hold all; empty where it does.
  var sections: Set<String> = []

  func section(_ section: Section, level: Int = 2) -> [String] {
    var parts = ["<a id=\"\(Escaping.markup(section.id))\"></a>"]
    parts.append("\(String(repeating: "#", count: level)) \(Escaping.markdown(section.title))")
    if let headline = section.headline { parts.append(bold(headline)) }
    return parts + section.blocks.flatMap(block)
  }

  func block(_ block: Block) -> [String] {
    switch block {
    case .heading(let text): return ["#### \(Escaping.markdown(text))"]
    case .paragraph(let text): return [paragraph(text)]
    case .list(let items, let numbered):
      let lines = items.enumerated().map { index, item in
        (numbered ? "\(index + 1). " : "- ") + paragraph(item)
      }
      return [lines.joined(separator: "\n")]
    case .table(let table): return self.table(table)
    case .figure(let figure):
      return [
        "**\(Escaping.markdown(figure.title))** \(Escaping.markdown(figure.description))"
      ] + self.table(figure.data)
    case .callout(let callout):
      let inner = ["**\(Escaping.markdown(callout.title))**"] + callout.blocks.flatMap(self.block)
      let quoted = inner.joined(separator: "\n\n").split(
        separator: "\n", omittingEmptySubsequences: false
      ).map { $0.isEmpty ? ">" : "> \($0)" }
      return [quoted.joined(separator: "\n")]
    case .details(let details):
      let anchor = details.anchor.map { "<a id=\"\(Escaping.markup($0))\"></a>" } ?? ""
      return [anchor + bold(details.summary)] + details.blocks.flatMap(self.block)
    case .columns(let columns): return columns.flatMap { $0.flatMap(self.block) }
    }
  }

  /// A line in bold; words that carry weight within it need no marks of their own.
  private func bold(_ prose: Prose) -> String {
    let plain = prose.inlines.map { inline in
      if case .strong(let text) = inline { Inline.text(text) } else { inline }
    }
    return "**\(paragraph(Prose(plain)))**"
  }

  /// A paragraph whose first characters cannot start a list, a heading or a rule.
  private func paragraph(_ prose: Prose) -> String {
    let text = self.prose(prose)
    guard let first = text.first else { return text }
    if "-+=".contains(first) { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, let mark = text.dropFirst(digits.count).first, mark == "." || mark == ")" {
      return digits + "\\" + text.dropFirst(digits.count)
    }
    return text
  }

  private func prose(_ prose: Prose) -> String {
    var result = ""
    for inline in prose.inlines {
      switch inline {
      case .text(let text), .aside(let text), .tight(let text):
        result += Escaping.markdown(text)
      case .strong(let text): result += emphasised(text)
      case .code(let text): result += code(text)
      case .badge(let text, let badge): result += "\(badge.sign) \(Escaping.markdown(text))"
      case .row(let id):
        let text = Escaping.markdown(id)
        result += rows.contains(id) ? "[\(text)](#\(Escaping.rowAnchor(id)))" : text
      case .act(let words, let id):
        let text = Escaping.markdown(words)
        result += rows.contains(id) ? "[\(text)](#\(Escaping.rowAnchor(id)))" : text
      case .section(let text, let id) where !sections.isEmpty && !sections.contains(id):
        result += Escaping.markdown(text)
      case .section(let text, let id):
        result += "[\(Escaping.markdown(text))](#\(Escaping.markup(id)))"
      case .link(let text, let url):
        if let address = Escaping.webAddress(url) {
          result += "[\(Escaping.markdown(text))](<\(destination(address))>)"
        } else {
          result += Escaping.markdown(text)
        }
      case .lineBreak: result += "<br>"
      }
    }
    return result
  }

  private func emphasised(_ text: String) -> String {
    let escaped = Escaping.markdown(text)
    let isTight = escaped.first != " " && escaped.last != " " && !escaped.isEmpty
    return isTight ? "**\(escaped)**" : escaped
  }

  private func code(_ text: String) -> String {
    let isSafe = text.utf8.allSatisfy { byte in
      byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "`") && byte != UInt8(ascii: "|")
    }
    return isSafe && !text.isEmpty ? "`\(text)`" : Escaping.markdown(text)
  }

  private func destination(_ address: String) -> String {
    address.replacing("\\", with: "%5C").replacing("<", with: "%3C").replacing(">", with: "%3E")
      .replacing("|", with: "%7C").replacing("&", with: "&amp;")
  }

  private func table(_ table: Table) -> [String] {
    var lines = ["| " + table.columns.map { Escaping.markdown($0.title) }.joined(separator: " | ")]
    lines[0] += " |"
    lines.append(
      "|" + table.columns.map { $0.alignment == .trailing ? "---:|" : "---|" }.joined())
    for row in table.rows {
      var cells = table.columns.indices.map { index in
        index < row.cells.count ? prose(row.cells[index]) : ""
      }
      if let anchor = row.anchor, let first = cells.first {
        cells[0] = "<a id=\"\(Escaping.markup(anchor))\"></a>\(first)"
      }
      lines.append("| " + cells.joined(separator: " | ") + " |")
    }
    return ["*\(Escaping.markdown(table.caption))*", lines.joined(separator: "\n")]
  }
}
