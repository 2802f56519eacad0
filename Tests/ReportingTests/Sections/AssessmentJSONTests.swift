import Assessment
import Diplomacy
import Foundation
import Testing

@testable import Reporting

@Suite("JSON of an assessment")
struct AssessmentJSONTests {
  struct Sample: Encodable {
    var b = [1.5, -0.25, 100]
    var a = ["x": ["[", "]\"", "{,:}"], "y": []]
    var c = [[1], [2, 3]]
    var d: [String: Int] = [:]
  }

  @Test("stands on lines with arrays of plain values on one")
  func layout() throws {
    #expect(
      try JSONText.text(Sample()) == """
        {
          "a": {
            "x": ["[", "]\\"", "{,:}"],
            "y": []
          },
          "b": [1.5, -0.25, 100],
          "c": [
            [1],
            [2, 3]
          ],
          "d": {}
        }

        """)
  }

  @Test("refuses a number that is not finite")
  func notFinite() {
    #expect(throws: EncodingError.self) { try JSONText.text([Double.nan]) }
  }

  @Test("has the fields that the documentation names", arguments: ["aze-rus-2025", "qat-2017"])
  func fields(name: String) throws {
    let assessment = try #require(ReportingSamples.assessments[name])
    let subject = assessment.subject
    let json = try AssessmentJSON.encode(assessment)
    let parsed = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let root = try #require(parsed as? [String: Any])
    #expect(root["schemaVersion"] as? String == CaseAssessment.schemaVersion)
    #expect(root["case"] as? String == name)
    let ledger = try #require(root["ledger"] as? [[String: Any]])
    #expect(ledger.count == subject.assertions.count)
    for key in ["id", "text", "verdict", "rows", "rule", "clauses"] {
      #expect(ledger.allSatisfy { $0[key] != nil })
    }
    let course = try #require(root["course"] as? [String: [String: Any]])
    #expect(
      Set(course.keys) == [subject.focalDyad.description, subject.focalDyad.reversed.description])
    for direction in course.values {
      for key in ["days", "level", "low", "high"] {
        #expect((direction[key] as? [Any])?.count == subject.window.length)
      }
    }
    let channels = try #require(root["channels"] as? [[String: Any]])
    #expect(channels.allSatisfy { ($0["pair"] as? [String])?.count == 2 && $0["spells"] != nil })
    #expect((root["record"] as? [Any])?.count == subject.events.count)
    #expect(json.hasSuffix("}\n"))
  }
}
