import CaseFiles
import Casework
import Diplomacy
import EventCoding
import Foundation
import Testing

@Suite("A sample of media in a case")
struct MediaSampleTests {
  /// A case folder of the skeleton with some text as its media.csv.
  private func reading(_ media: String) throws -> CaseReading {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("media-\(UUID().uuidString)/media").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try AtomicFiles.write(
      CaseSkeleton.files(id: "media") + [(name: "media.csv", text: media)], into: folder)
    return CaseFolder.read(at: folder)
  }

  @Test("what a survey writes is read back with its counts")
  func survey() throws {
    var survey = MediaSurvey(parties: ["NOR", "SWE"], sides: ["oslo post": "NOR"])
    for (number, text) in ["Norway condemned Sweden.", "The weather was fine."].enumerated() {
      let document = NewsDocument(
        id: "t\(number)", published: Day("2025-06-30"), text: text, publisher: "Oslo Post")
      survey.add(document, EventCoder().acts(in: text, published: document.published))
    }
    let found = try reading(survey.csv)
    #expect(found.isClean, "\(found.problems)")
    let row = try #require(found.case?.media?.rows.first)
    #expect(row.outlet == "Oslo Post")
    #expect(row.toward == "SWE")
    #expect(row.texts == 2)
    #expect(row.counts[.hostile] == 1)
    #expect(row.counts[.silent] == 1)
    #expect(row.month == (try DateSpan(parsing: "2025-06")))
  }

  @Test(
    "what is none is named with its line",
    arguments: [
      "outlet,side\n",
      "outlet,side,toward,month,texts,hostile,calming,neutral,silent\nA,,SWE,2025-06,0,0,0,0,1\n",
      "outlet,side,toward,month,texts,hostile,calming,neutral,silent\nA,,SWE,June,4,0,0,0,1\n",
      "outlet,side,toward,month,texts,hostile,calming,neutral,silent\nA,,SWE,2025-06,40,1,1,0,1\n",
      "outlet,side,toward,month,texts,hostile,calming,neutral,silent\nA,SWE\n",
    ])
  func faults(media: String) throws {
    let found = try reading(media)
    #expect(found.problems.contains { $0.file.hasSuffix("media.csv") && $0.line > 0 })
    #expect(found.case == nil)
  }
}
