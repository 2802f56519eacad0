import Diplomacy
import EventCoding
import Testing

@Suite("Dates of acts")
struct ActDateTests {
  @Test(
    "are read against the day of publication, a Monday",
    arguments: [
      ("Norway condemned Sweden on Friday.", "2025-06-27"),
      ("Norway condemned Sweden on Monday.", "2025-06-30"),
      ("Norway condemned Sweden yesterday.", "2025-06-29"),
      ("Norway condemned Sweden on 3 June.", "2025-06-03"),
      ("Norway condemned Sweden on June 3, 2024.", "2024-06-03"),
      ("Norway condemned Sweden on 24 December.", "2024-12-24"),
      ("Norway condemned Sweden in May.", "2025-05"),
      ("Norway condemned Sweden last week.", "2025-06-23/2025-06-29"),
      ("Norway condemned Sweden three days ago.", "2025-06-27"),
      ("Norway condemned Sweden.", "2025-06-30"),
    ])
  func days(text: String, date: String) throws {
    let published = try #require(Day("2025-06-30"))
    let act = try #require(EventCoder().acts(in: text, published: published).first)
    #expect(act.date?.description == date)
  }

  @Test("a day that was only taken from the day of publication is marked")
  func inferred() throws {
    let act = try #require(
      EventCoder().acts(in: "Norway condemned Sweden.", published: Day("2025-06-30")).first)
    #expect(act.inferred == ["date: the day of publication"])
  }
}
