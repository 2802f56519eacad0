import Diplomacy
import EventData
import Testing

@Suite("The writer of records")
struct CaseRecordWriterTests {
  @Test("writes what the reader reads back")
  func roundTrip() throws {
    let text = """
      id,date,source,target,code,summary,same_as,source_organ,intensity,channel,channel_effect,issue,status,intent,conciliation,publisher,title,url,published,note,mine
      A,2020-01-01,AZE;TUR,RUS,040,"said ""no"", twice",,MFA,-4.5,head_of_state,held,crash,reported,disputed,apology;offer,P,T,u,2020,n,kept
      B,2020-01,RUS,IGO:EU,0211,"two
      lines",A,,,,,,,,,,,u2,,,
      C,2020-01-05/2020-02-03,RUS,AZE,20,x,,,,,,,unverified,,,,,,,,

      """
    let first = try record(text)
    #expect(first.problems.isEmpty && first.reading.events.count == 3)
    let written = CaseRecordWriter.text(of: first.reading.events)
    let second = try record(written)
    #expect(second.problems.isEmpty)
    #expect(second.reading.events == first.reading.events)
    #expect(CaseRecordWriter.text(of: second.reading.events) == written)
  }

  @Test(
    "puts in quotes only what needs them",
    arguments: [
      ("plain", "plain"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
    ])
  func quotes(_ field: String, _ expected: String) {
    #expect(CaseRecordWriter.quoted(field) == expected)
  }
}
