import Conduct
import Foundation
import Testing

@testable import Assessment
@testable import Reporting

/// Which numbers of an assessment the brief shows.
///
/// Every number of the comparison of explanations is changed, and the brief either changes with it or is
/// listed as not showing it; every other number of the JSON belongs to a part that is listed here.
@Suite("The numbers of an assessment in the brief")
struct BriefNumbersTests {
  /// Parts of the assessment whose numbers the brief shows, and how that is tested.
  static let shown: [String: String] = [
    "ledger": "sentences of findings: FindingSentenceTests.mutation",
    "record": "marks of the figure and dates of acts: BriefTests.mutation",
    "channels": "strips of the figure",
    "levers": "levers lost, in the figure",
    "explanations": "tested number by number below",
    "brief": "is the brief",
  ]
  /// Parts whose numbers stand in the report alone.
  static let notShown: Set<String> = [
    "asymmetry", "beliefsByAct", "courses", "excluded", "game", "machineCoded", "seed",
    "turningPoints", "verdicts", "clauseVerdicts", "schemaVersion", "window", "baseline",
  ]

  private static func text(_ assessment: CaseAssessment) -> String {
    BriefText.render(BriefWriter(assessment, likelihood: .icd203).brief(figure: nil))
  }

  @Test("every number of the JSON belongs to a part that is shown or listed as not shown")
  func complete() throws {
    let assessment = try #require(ExplainedSample.tutorial)
    let json = try AssessmentJSON.encode(assessment)
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let parts = Set(
      JSONNumbers.paths(in: value).compactMap { path -> String? in
        guard case .key(let key)? = path.first else { return nil }
        return key
      })
    #expect(parts.contains("explanations") && parts.contains("ledger"))
    for part in parts {
      #expect(Self.shown[part] != nil || Self.notShown.contains(part), "\(part)")
    }
  }

  @Test("of the comparison of explanations, each is shown or listed as not shown")
  func explanations() throws {
    var assessment = try #require(ExplainedSample.tutorial)
    let conduct = try #require(assessment.conduct)
    let before = Self.text(assessment)
    let data = try JSONEncoder().encode(conduct)
    let value = try JSONSerialization.jsonObject(with: data)
    var forms: [String: [JSONNumbers.Path]] = [:]
    for path in JSONNumbers.paths(in: value) {
      forms[JSONNumbers.form(path), default: []].append(path)
    }
    #expect(forms.count > 100)
    var lines: [String] = []
    for (form, paths) in forms.sorted(by: { $0.key < $1.key }) {
      var isShown = false
      for path in paths.prefix(12) where !isShown {
        let other = JSONNumbers.changed(value, at: path[...])
        let bytes = try JSONSerialization.data(withJSONObject: other)
        guard let changed = try? JSONDecoder().decode(ConductAssessment.self, from: bytes) else {
          continue
        }
        assessment.conduct = changed
        isShown = Self.text(assessment) != before
      }
      lines.append("\(form): \(isShown ? "shown" : "not shown")")
    }
    try Golden.check(lines.joined(separator: "\n") + "\n", "brief-numbers.txt")
    #expect(lines.contains { $0.hasSuffix(": shown") })
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
