import Conduct
import Foundation
import Testing

@testable import Assessment
@testable import Reporting

/// The brief and the summary of the tutorial with its explanations compared.
@Suite("A brief with explanations")
struct ExplainedBriefTests {
  private static func text(_ assessment: CaseAssessment) -> String {
    BriefText.render(BriefWriter(assessment, likelihood: .icd203).brief(figure: nil))
  }

  @Test("with explanations compared the brief is the one that was read and approved")
  func golden() throws {
    let assessment = try #require(ExplainedSample.tutorial)
    try Golden.check(Self.text(assessment), "brief-tutorial-explained.txt")
    let summary = TerminalSummary.render(assessment, width: 80, colour: false)
    try Golden.check(summary, "summary-tutorial-explained.txt")
  }

  @Test("words of likelihood are those of the yardstick asked for, and none where none is wanted")
  func words() throws {
    let assessment = try #require(ExplainedSample.tutorial)
    func text(_ words: LikelihoodWords) -> String {
      BriefText.render(BriefWriter(assessment, likelihood: words).brief(figure: nil))
    }
    let all = LikelihoodWords.allCases.map(text)
    let hasTerm = assessment.conduct?.verdict.term != nil
    #expect(hasTerm ? Set(all).count == 3 : Set(all).count == 1)
    for probability in [0, 0.1, 0.3, 0.5, 0.6, 0.9, 1] {
      #expect(LikelihoodWords.none.word(probability) == nil)
      #expect(LikelihoodWords.phia.word(probability) != nil)
    }
  }
}
