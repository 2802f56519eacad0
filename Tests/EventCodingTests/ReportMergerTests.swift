import Diplomacy
import EventCoding
import Testing

@Suite("Reports of one act")
struct ReportMergerTests {
  private func merged(_ texts: [(String, String, String)]) -> [ReportedAct] {
    var merger = ReportMerger()
    for (id, date, text) in texts {
      let document = NewsDocument(id: id, published: Day(date), text: text, publisher: id)
      for act in EventCoder().acts(in: text, published: Day(date)) {
        merger.add(act, in: document)
      }
    }
    return merger.acts
  }

  @Test("become one act with further sources, and days that differ a span")
  func together() throws {
    let acts = merged([
      ("a", "2025-06-30", "Norway expelled two Swedish diplomats over spying in Narvik."),
      ("b", "2025-07-01", "Norway has expelled two diplomats of Sweden for spying in Narvik."),
    ])
    #expect(acts.count == 1)
    #expect(acts.first?.further.map(\.id) == ["b"])
    #expect(acts.first?.date?.description == "2025-06-30/2025-07-01")
  }

  @Test("of what two did together become one row")
  func joint() {
    let acts = merged([
      ("a", "2025-06-30", "Norway and Sweden signed a treaty on fishing in Copenhagen."),
      ("b", "2025-06-30", "Norway and Sweden signed a fishing treaty in Copenhagen."),
    ])
    #expect(acts.count == 1)
    #expect(acts.first?.further.map(\.id) == ["b"])
  }

  @Test("of other days, other parties or other things stay apart")
  func apart() {
    let acts = merged([
      ("a", "2025-06-30", "Norway expelled two Swedish diplomats over spying in Narvik."),
      ("b", "2025-07-09", "Norway expelled two Swedish diplomats over spying in Narvik."),
      ("c", "2025-06-30", "Norway expelled two Danish diplomats over spying in Narvik."),
    ])
    #expect(acts.count == 3)
  }
}
