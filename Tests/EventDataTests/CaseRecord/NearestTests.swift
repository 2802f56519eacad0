import EventData
import Testing

@Suite("The nearest known word")
struct NearestTests {
  @Test(
    "is found where at most a third of the letters are off",
    arguments: [
      ("explantions", "explanations"), ("Focal", "focal"), ("basline", "baseline"),
      ("calim", "claim"), ("dtaes", "dates"), ("zzz", nil), ("wi", nil),
    ])
  func word(_ text: String, _ expected: String?) {
    let words = ["explanations", "focal", "baseline", "claim", "dates", "window"]
    #expect(Nearest.word(to: text, among: words) == expected)
  }

  @Test(
    "counts edits as worked out by hand",
    arguments: [("", "abc", 3), ("kitten", "sitting", 3), ("ab", "ba", 1), ("same", "same", 0)])
  func distance(_ a: String, _ b: String, _ expected: Int) {
    #expect(Nearest.distance(Array(a.utf8), Array(b.utf8)) == expected)
    #expect(Nearest.distance(Array(b.utf8), Array(a.utf8)) == expected)
  }
}
