import Diplomacy
import EventCoding
import Testing

@Suite("Media survey")
struct MediaSurveyTests {
  private func survey(_ texts: [(String, String)]) -> MediaSurvey {
    var survey = MediaSurvey(parties: ["NOR", "SWE"], sides: ["oslo post": "NOR"])
    for (outlet, text) in texts {
      let document = NewsDocument(
        id: "t", published: Day("2025-06-30"), text: text, publisher: outlet)
      survey.add(document, EventCoder().acts(in: text, published: document.published))
    }
    return survey
  }

  @Test("counts a text once, as hostile, calming, neutral or silent toward the other side")
  func counting() throws {
    let survey = survey([
      ("Oslo Post", "Norway condemned Sweden. Norway condemned Sweden again on Friday."),
      ("Oslo Post", "Norway praised Sweden."),
      ("Oslo Post", "The weather in Norway was fine."),
      ("Oslo Post", "Norway accused Sweden of spying."),
    ])
    let counts = try #require(survey.groups.first { $0.key.toward == "SWE" }?.value)
    #expect(survey.groups.count == 1)
    #expect(counts.texts == 4)
    #expect(counts.hostile == 2)
    #expect(counts.calming == 1)
    #expect(counts.silent == 1)
    #expect(counts.hostile + counts.calming + counts.neutral + counts.silent == counts.texts)
  }

  @Test("an outlet of no known side is counted toward both")
  func unknownSide() {
    #expect(survey([("Other", "Norway condemned Sweden.")]).groups.count == 2)
  }

  @Test("gives Wilson's intervals", arguments: [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634)])
  func intervals(count: Int, total: Int, low: Double, high: Double) {
    let interval = MediaSurvey.interval(count, of: total)
    #expect(abs(interval.lowerBound - low) < 0.0001)
    #expect(abs(interval.upperBound - high) < 0.0001)
  }
}
