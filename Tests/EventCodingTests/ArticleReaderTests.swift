import Diplomacy
import EventCoding
import EventData
import Foundation
import Testing

@Suite("Article reader")
struct ArticleReaderTests {
  private func reading(_ text: String) -> ArticleReading {
    ArticleReader().read(NewsDocument(id: "t", published: Day("2025-10-20"), text: text))
  }

  @Test(
    "tells what kind of thing a sentence asserts",
    arguments: [
      ("Norway did it deliberately, in order to isolate Sweden.", AssertionKind.motive),
      ("Sweden has never apologised to Norway.", .absolute),
      ("Sweden apologised to Norway several times.", .count),
      ("Norway blamed Sweden before the inquiry ended.", .order),
      ("As a result Sweden lost its hold over Norway.", .causal),
      ("If Sweden had protested, Norway would have yielded.", .counterfactual),
      ("Relations between Norway and Sweden deteriorated steadily.", .trend),
      ("Sweden's answer to Norway was conciliatory.", .tone),
      ("It was evident that Norway no longer trusted Sweden.", .inference),
      ("Norway expelled two Swedish diplomats.", .fact),
    ])
  func kinds(sentence: String, kind: AssertionKind) {
    #expect(reading(sentence).assertions.contains { $0.kind == kind })
  }

  @Test("names the side whose purposes are asserted, and the other")
  func focal() {
    let text = """
      Norway wanted to humiliate Sweden. Norway sought to win voters at home. Sweden answered.
      """
    #expect(reading(text).focal == "NOR")
    #expect(reading(text).counterpart == "SWE")
  }

  @Test("says how sure the article is")
  func certainty() throws {
    let hedged = try #require(
      reading("Norway most likely refused all Swedish offers.").assertions.first)
    #expect(hedged.certainty.hasPrefix("hedged"))
    let flat = try #require(reading("Norway refused all Swedish offers.").assertions.first)
    #expect(flat.certainty == "flat")
  }

  @Test("a motive implies one counterfactual, marked as implied")
  func implied() {
    let implied = reading("Norway acted in order to isolate Sweden.").assertions.filter(\.isImplied)
    #expect(implied.count == 1)
    #expect(implied.first?.kind == .counterfactual)
  }
}
