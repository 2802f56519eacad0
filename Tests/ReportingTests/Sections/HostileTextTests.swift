import Assessment
import Diplomacy
import Testing

@testable import Reporting

@Suite("Text that would run")
struct HostileTextTests {
  let assessment = CaseAssessment(of: ReportingSamples.everyField(ReportingSamples.hostile))

  @Test("is shown on the page and never becomes an element, an attribute or an address")
  func page() {
    let html = HTMLReport.render(AssessmentReport.report(for: assessment))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(html.contains("{{title}} {{{style}}}"))
    let tags = MarkupReader.tags(in: html)
    #expect(tags.count > 200)
    for tag in tags {
      #expect(MarkupReader.elements.contains(tag.name), "<\(tag.name)>")
      for (key, value) in tag.attributes {
        #expect(MarkupReader.attributes.contains(key), "\(key) in <\(tag.name)>")
        if key == "href" { #expect(value.hasPrefix("#") || value.hasPrefix("https://")) }
      }
    }
  }

  @Test("reaches every section of the page")
  func sections() {
    let report = AssessmentReport.report(for: assessment)
    let ids = report.sections.map(\.id)
    for id in ["summary", "ledger", "course", "channels", "levers", "record", "method"] {
      #expect(ids.contains(id))
    }
  }

  @Test("stays plain in Markdown")
  func markdown() {
    let text = MarkdownReport.render(AssessmentReport.report(for: assessment))
    let tags = MarkupReader.tags(in: text)
    #expect(tags.allSatisfy { $0.name == "a" || $0.name == "br" || $0.name == "https:" })
    let leadsToScript = text.replacing("\\]", with: "").contains("](javascript")
    let steers = text.contains("\u{1B}")
    #expect(!leadsToScript)
    #expect(!steers)
    for line in text.split(separator: "\n") where line.hasPrefix("|") {
      #expect(line.hasSuffix("|"))
    }
  }

  @Test("does not steer the terminal")
  func terminal() {
    let text = TerminalSummary.render(assessment, width: 80, colour: false)
    #expect(!text.contains("\u{1B}"))
    #expect(text.contains("<script>alert(1)</script>"))
  }

  @Test("comes back from the JSON as it was")
  func json() throws {
    let json = try AssessmentJSON.encode(assessment)
    #expect(json.contains("<script>alert(1)</script>"))
    #expect(!json.contains("\u{1B}"))
  }
}
