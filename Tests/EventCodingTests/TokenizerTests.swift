import EventCoding
import Testing

@Suite("Sentences")
struct SentenceSplitterTests {
  @Test(
    "end where a sentence ends and nowhere else",
    arguments: [
      ("He met Gen. Smith. They talked.", 2),
      ("The U.S. Congress voted. It was close.", 2),
      ("Talks at 10 a.m. in Doha ended. \u{201C}We agree,\u{201D} he said.", 2),
      ("\u{201C}Never.\u{201D} The minister left.", 2),
      ("One line\n\nAnother line", 2),
      ("", 0),
    ])
  func split(text: String, count: Int) {
    #expect(SentenceSplitter.sentences(of: text).count == count)
  }
}
