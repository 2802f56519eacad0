import Diplomacy
import Testing

@testable import Assessment

@Suite("A clause on a sample of media")
struct MediaClauseTests {
  private func verdict(_ check: MediaCheck, sample: Bool = true) throws -> ClauseFinding {
    var subject = try SmallCase.make()
    if sample {
      func row(_ outlet: String, _ month: String, _ hostile: Int, of texts: Int) throws
        -> MediaSample.Row
      {
        MediaSample.Row(
          outlet: outlet, side: "XBB", toward: "XAA", month: try DateSpan(parsing: month),
          texts: texts, counts: [.hostile: hostile, .silent: texts - hostile])
      }
      subject.media = MediaSample(rows: [
        try row("Post", "2024-01", 2, of: 60), try row("Post", "2024-02", 40, of: 60),
        try row("Times", "2024-01", 0, of: 40),
      ])
    }
    let context = LedgerContext(
      subject: subject, scale: .goldsteinGDELT, relation: SmallCase.noRelation)
    return try #require(context.tree(of: .media(check)).clauses.first)
  }

  @Test("is untested without a sample, and where the sample holds no such texts")
  func untested() throws {
    let check = MediaCheck(toward: "XAA", shows: .hostile, atMost: 0.2)
    #expect(try verdict(check, sample: false).verdict == .untested)
    #expect(
      try verdict(MediaCheck(toward: "XBB", shows: .hostile, atMost: 0.2)).verdict == .untested)
    #expect(
      try verdict(
        MediaCheck(outlets: ["None"], toward: "XAA", shows: .hostile, atMost: 0.2)
      ).verdict == .untested)
  }

  @Test("takes the share over texts of the outlets and months asked for")
  func shares() throws {
    let january = MediaCheck(
      toward: "XAA", shows: .hostile, from: .span(try DateSpan(parsing: "2024-01-01")),
      until: .span(try DateSpan(parsing: "2024-01-31")), atMost: 0.2)
    let found = try verdict(january)
    #expect(found.verdict == .holdsAsSearched)
    guard case .share(let share) = found.evidence else {
      Issue.record("no share")
      return
    }
    #expect(share.part == 2)
    #expect(share.whole == 100)
    #expect(
      try verdict(MediaCheck(outlets: ["Post"], toward: "XAA", shows: .hostile, atMost: 0.2))
        .verdict == .contradicted)
    #expect(
      try verdict(MediaCheck(toward: "XAA", shows: .silent, atLeast: 0.7)).verdict == .partly)
  }
}
