import Diplomacy
import EventCoding
import Testing

@Suite("Event coder")
struct EventCoderTests {
  let coder = EventCoder()

  @Test("most sentences that tell an act give its parties and its kind")
  func tellings() {
    let sentences = Fixture.tellings
    #expect(sentences.count > 90)
    var dyads = 0
    var roots = 0
    for telling in sentences {
      let acts = coder.acts(in: telling.sentence).filter {
        $0.source.rawValue.prefix(3) == telling.source
          && $0.target.rawValue.prefix(3) == telling.target
      }
      dyads += acts.isEmpty ? 0 : 1
      roots += acts.contains { $0.code.rawValue.hasPrefix(telling.root) } ? 1 : 0
    }
    #expect(Double(dyads) >= 0.93 * Double(sentences.count))
    #expect(Double(roots) >= 0.90 * Double(sentences.count))
  }

  @Test("of two hundred sentences without an act at most three in a hundred are coded")
  func quietSentences() {
    let sentences = Fixture.lines("quiet.txt")
    #expect(sentences.count >= 200)
    let coded = sentences.filter { !coder.acts(in: $0).isEmpty }
    #expect(coded.count * 100 <= sentences.count * 3, "\(coded)")
  }

  @Test("spans are the words they say they are")
  func spans() throws {
    let text = "Côte d'Ivoire said nothing. Russia summoned the Azerbaijani ambassador on Monday."
    let act = try #require(coder.acts(in: text).first)
    let bytes = Array(act.sentence.utf8)
    func words(_ span: TextSpan?) -> String {
      span.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) } ?? ""
    }
    #expect(words(act.spans.source) == "Russia")
    #expect(words(act.spans.target) == "Azerbaijani")
    #expect(words(act.spans.action) == "summoned the Azerbaijani ambassador")
    #expect(act.rule == "summon * $ENVOY")
  }

  @Test("an unknown word, an empty text and broken bytes are read without harm")
  func oddTexts() {
    #expect(coder.acts(in: "").isEmpty)
    #expect(coder.acts(in: "\u{0}\u{FFFD} …").isEmpty)
    #expect(coder.acts(in: String(repeating: "Russia ", count: 2000)).isEmpty)
  }
}
