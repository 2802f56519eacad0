import Diplomacy
import EventData
import Testing

@Suite("The further columns of a record")
struct FurtherColumnsTests {
  private static let header =
    "id,date,source,target,code,summary,url,answers,role,concerns,number,credibility,archived,sha256,"
    + "excerpt,excerpt_language,draft\n"

  @Test("are read, and written back as they were")
  func roundTrip() throws {
    let sum = String(repeating: "0aF9", count: 16)
    let text =
      Self.header
      + "A,2020-01-01,AZE,RUS,161,x,u,,incident,,,,,,,,\n"
      + "B,2020-01-02,RUS,AZE,161,x,u,A,act,UKR;IGO:EU,23,2,https://a.example/1,\(sum),\"said: \"\"no\"\"\",pt-BR,\n"
      + "C,2020-01-03,RUS,AZE,161,x,u,,context,,,,,,,,\n"
      + "D,2020-01-03,RUS,AZE,161,x,u,,,,0,6,,,,,true\n"
    let first = try record(text)
    #expect(first.problems.isEmpty, "\(first.problems)")
    let events = first.reading.events
    #expect(events.map(\.role) == [.incident, .act, .context, .act])
    #expect(events[1].answers == "A" && events[1].concerns == ["UKR", "IGO:EU"])
    #expect(events[1].number == 23 && events[3].number == 0)
    #expect(
      events[1].provenance
        == Provenance(
          credibility: 2, archived: "https://a.example/1", sha256: sum, excerpt: "said: \"no\"",
          excerptLanguage: "pt-BR"))
    #expect(events.map(\.exclusion) == [nil, nil, .context, .draft])
    #expect(first.reading.drafts == ["D"])
    let written = CaseRecordWriter.text(of: events)
    let second = try record(written)
    #expect(second.problems.isEmpty && second.reading.events == events)
    #expect(CaseRecordWriter.text(of: second.reading.events) == written)
  }

  @Test(
    "say what is wrong with a field",
    arguments: [
      ("role", "inciden", "'inciden' is not a role", Problem.Severity.error),
      ("concerns", "XXQ1", "'XXQ1' is not an ISO 3166-1", .error),
      ("number", "many", "number is 'many', not a whole number", .error),
      ("number", "-1", "number is -1, out of range", .error),
      ("credibility", "7", "credibility is 7, out of range", .error),
      ("archived", "somewhere", "archived 'somewhere' is not an address", .flaw),
      ("sha256", "12ab", "sha256 '12ab' is not a checksum", .error),
      ("excerpt_language", "russian", "'russian' is not a language tag", .error),
      ("draft", "perhaps", "draft is 'perhaps'", .error),
      ("excerpt", String(repeating: "w ", count: 51), "the excerpt has 51 words", .flaw),
    ])
  func faults(
    _ column: String, _ value: String, _ what: String, _ severity: Problem.Severity
  ) throws {
    let text =
      "id,date,source,target,code,summary,url,\(column)\nA,2020-01-01,AZE,RUS,161,x,u,\(value)\n"
    let problems = try record(text).problems
    #expect(problems.count == 1, "\(problems)")
    #expect(problems.first?.what.contains(what) == true, "\(problems)")
    #expect(problems.first?.severity == severity && problems.first?.line == 2)
  }
}
