import Foundation
import Testing

/// News into drafts and an article into a case, with texts of our own on states that are invented or
/// acts that never were.
@Suite("Reading, end to end")
struct ReadingCommandTests {
  private static let news = """
    {"id":"n1","date":"2021-06-20","publisher":"Herald","title":"Envoy summoned","text":"Norway summoned the ambassador of Portugal on Sunday. Portugal expelled two Norwegian diplomats in response."}
    {"id":"n2","date":"2021-06-22","publisher":"Courier","title":"Talks","text":"The foreign ministers of Norway and Portugal met in Vienna on Tuesday. Norway thanked Portugal."}

    """

  private func write(_ text: String, _ name: String, _ scratch: Scratch) throws -> String {
    let path = scratch.path(name)
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  @Test("acts are written as rows, lines and a page, the same on one core and two")
  func read() throws {
    let scratch = try Scratch()
    let news = try write(Self.news, "news.jsonl", scratch)
    for format in ["csv", "jsonl", "html"] {
      let one = try Program.run(["read", news, "--format", format, "--cores", "1"])
      let two = try Program.run(["read", news, "--format", format, "--cores", "2"])
      #expect(one.code == 0, "\(one.notes)")
      #expect(one.output == two.output)
      #expect(one.text.contains("NOR") && one.text.contains("PRT"), "\(format)")
    }
  }

  @Test("drafts wait, are accepted, edited, rejected, and each step can be taken back")
  func drafts() throws {
    let scratch = try Scratch()
    let article = try write(
      "Norway deliberately worsened relations with Portugal in order to win a fisheries accord, "
        + "argues the Herald. Norway expelled two diplomats of Portugal on 20 June 2021. "
        + "Oslo never apologised.",
      "article.txt", scratch)
    let news = try write(Self.news, "news.jsonl", scratch)
    let folder = scratch.path("case")
    let drafted = try Program.run([
      "draft", article, "--out", folder, "--news", news, "--date", "2021-07-01",
    ])
    #expect(drafted.code == 0, "\(drafted.notes)")
    let check = try Program.run(["check", folder])
    #expect(check.code == 0, "\(check.text)\(check.notes)")
    let brief = try Program.run(["brief", folder])
    #expect(brief.code == 0, "\(brief.notes)")
    #expect(brief.text.lowercased().contains("draft"))
    let copy = try scratch.copy(of: "aze-rus-2025")
    let more = try write(
      "{\"id\":\"m\",\"date\":\"2025-07-01\",\"publisher\":\"P\",\"title\":\"t\",\"text\":"
        + "\"Azerbaijan summoned the Russian ambassador on Tuesday. Russia protested.\"}\n",
      "more.jsonl", scratch)
    let put = try Program.run(["read", more, "--into", copy])
    #expect(put.code == 0, "\(put.notes)")
    let waiting = try String(contentsOfFile: copy + "/drafts.csv", encoding: .utf8)
    let ids = waiting.split(separator: "\n").dropFirst()
      .compactMap { $0.split(separator: ",").first.map(String.init) }
    let first = try #require(ids.first)
    let record = try Data(contentsOf: URL(filePath: copy + "/events.csv"))
    #expect(try Program.run(["edit", copy, first, "code=112"]).code == 0)
    #expect(try Program.run(["accept", copy, first]).code == 0)
    #expect(try Data(contentsOf: URL(filePath: copy + "/events.csv")) != record)
    #expect(try Program.run(["accept", copy, "--undo"]).code == 0)
    #expect(try Data(contentsOf: URL(filePath: copy + "/events.csv")) == record)
    #expect(try Program.run(["reject", copy, first]).code == 0)
    #expect(try Program.run(["reject", copy, "--undo"]).code == 0)
    #expect(try Program.run(["accept", copy, "no-such-draft"]).code != 0)
  }

  @Test("a survey counts texts by outlet and month")
  func survey() throws {
    let scratch = try Scratch()
    let news = try write(
      Self.news.replacingOccurrences(of: "Norway", with: "Azerbaijan")
        .replacingOccurrences(of: "Norwegian", with: "Azerbaijani")
        .replacingOccurrences(of: "Portugal", with: "Russia"), "sample.jsonl", scratch)
    let run = try Program.run([
      "read", news, "--survey", "--case", "cases/aze-rus-2025", "--drawn", "all texts of the test",
    ])
    #expect(run.code == 0, "\(run.notes)")
    #expect(run.text.contains("Herald") && run.text.contains("2021-06"))
  }
}
