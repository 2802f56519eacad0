import Testing

@testable import Reporting

@Suite("Prose")
struct ProseTests {
  @Test("keeps the types of what is interpolated")
  func interpolation() {
    let name = "<b>"
    let prose: Prose = "a \(name) \(strong: "s") \(code: 12) \(rows: ["R1", "R2"])"
    #expect(
      prose.inlines == [
        .text("a "), .text("<b>"), .text(" "), .strong("s"), .text(" "), .code("12"), .text(" "),
        .row("R1"), .text(", "), .row("R2"),
      ])
    #expect(prose.plain == "a <b> s 12 R1, R2")
  }

  @Test("counts the rows beyond a limit")
  func limit() {
    #expect(Prose.rows(["R1", "R2", "R3"], limit: 1).plain == "R1 and 2 more")
    #expect(Prose.rows(["R1"], limit: 1).plain == "R1")
    #expect(Prose.rows([]).isEmpty)
  }

  @Test("links a row only where the page shows it")
  func rowLinks() {
    let table = Table(
      caption: "c", columns: [.init("id")], rows: [.init(["R1"], recordRow: "R1")])
    let report = Report(
      title: "t",
      sections: [
        .init(
          id: "s", title: "s",
          blocks: [
            .paragraph("\(row: "R1") and \(row: "R2")"), .table(table),
          ])
      ])
    let html = HTMLReport.render(report)
    #expect(html.contains("<a href=\"#row-R1\">R1</a> and R2"))
    let markdown = MarkdownReport.render(report)
    #expect(markdown.contains("[R1](#row-R1) and R2"))
    #expect(markdown.contains("<a id=\"row-R1\"></a>R1"))
  }

  @Test("shows an address that is no web address as plain text")
  func links() {
    let fragments = HTMLFragments(rows: [])
    #expect(fragments.prose("\(link: "a", url: "javascript:alert(1)")") == "a")
    #expect(
      fragments.prose("\(link: "a", url: "https://x.org/?a=1&b=\"")")
        == "<a href=\"https://x.org/?a=1&amp;b=&quot;\">a</a>")
  }

  @Test(
    "starts no list and no heading in Markdown",
    arguments: [
      ("- x", "\\- x"), ("+ x", "\\+ x"), ("1. x", "1\\. x"), ("2025) x", "2025\\) x"),
      ("# x", "\\# x"), ("= x", "\\= x"), ("12 x", "12 x"),
    ])
  func paragraphStarts(text: String, expected: String) {
    let report = Report(title: "t", lead: [.paragraph(Prose(text))])
    #expect(MarkdownReport.render(report) == "# t\n\n\(expected)\n")
  }
}
