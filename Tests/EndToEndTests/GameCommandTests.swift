import Foundation
import Testing

@Suite("The commands on games and conflicts")
struct GameCommandTests {
  private static let game = "cases/aze-rus-2025/game.yaml"

  private func object(_ run: Program.Run) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
  }

  private static let pennies = """
    NFG 1 R "matching pennies" { "a" "b" }
    { { "h" "t" } { "h" "t" } }

    1 -1 -1 1 -1 1 1 -1

    """

  @Test(
    "play solves a table in every way that fits, with the payoffs known",
    arguments: ["auto", "lp", "lcp", "enumerate", "logit"])
  func table(solver: String) throws {
    let scratch = try Scratch()
    let path = scratch.path("pennies.nfg")
    try Self.pennies.write(toFile: path, atomically: true, encoding: .utf8)
    let run = try Program.run(["play", path, "--solver", solver, "--format", "json"])
    #expect(run.code == 0, "\(run.notes)")
    let answer = try object(run)
    let equilibria = try #require(answer["equilibria"] as? [[String: Any]])
    #expect(equilibria.count == 1)
    let text = try Program.run(["play", path, "--solver", solver])
    #expect(text.code == 0)
    #expect(!text.text.isEmpty)
  }

  @Test("play writes a crisis as a tree, which it solves as it solves the crisis")
  func written() throws {
    let scratch = try Scratch()
    let path = scratch.path("crisis.efg")
    let run = try Program.run(["play", Self.game, "--format", "efg"])
    #expect(run.code == 0, "\(run.notes)")
    try run.output.write(to: URL(filePath: path))
    let again = try Program.run(["play", path, "--format", "efg"])
    #expect(again.output == run.output)
    func count(_ file: String) throws -> Int {
      let solved = try Program.run(["play", file, "--solver", "pbe", "--format", "json"])
      #expect(solved.code == 0, "\(solved.notes)")
      return try #require(object(solved)["equilibria"] as? [Any]).count
    }
    #expect(try count(path) == count(Self.game))
    #expect(try Program.run(["play", Self.game, "--format", "efg", "--region", "V,k"]).code == 64)
  }

  @Test("play refuses what does not fit, and says what would")
  func refusals() throws {
    let scratch = try Scratch()
    let path = scratch.path("pennies.nfg")
    try Self.pennies.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(try Program.run(["play", path, "--solver", "backward"]).code == 64)
    #expect(try Program.run(["play", path, "--region", "a,b"]).code == 64)
    #expect(try Program.run(["play", path, "--timeout", "0"]).code == 64)
    #expect(try Program.run(["play", scratch.path("none.efg")]).code == 66)
    let broken = scratch.path("broken.efg")
    try "EFG 2 R \"x\" { \"a\" }\np \"\" 1 1".write(
      toFile: broken, atomically: true, encoding: .utf8)
    let run = try Program.run(["play", broken])
    #expect(run.code == 65)
    #expect(run.notes.contains("broken.efg:"))
  }

  @Test("play traces quantal responses, even at precision zero")
  func quantalResponse() throws {
    let scratch = try Scratch()
    let path = scratch.path("pennies.nfg")
    try Self.pennies.write(toFile: path, atomically: true, encoding: .utf8)
    let run = try Program.run(["play", path, "--lambda", "0,1,5", "--format", "json"])
    #expect(run.code == 0)
    let points = try #require(try object(run)["qre"] as? [[String: Any]])
    #expect(points.map { $0["lambda"] as? Double } == [0, 1, 5])
    #expect(try Program.run(["play", path, "--lambda", "-1"]).code == 64)
  }

  @Test("play asks of a described crisis where the acts are part of an equilibrium")
  func region() throws {
    let drawing = try Program.run(["play", Self.game, "--region", "V,k", "--format", "svg"])
    #expect(drawing.code == 0)
    #expect(drawing.text.hasPrefix("<?xml"))
    let text = try Program.run(["play", Self.game, "--region", "V,k"])
    #expect(text.code == 0)
    #expect(text.text.contains("#"))
    #expect(try Program.run(["play", Self.game, "--region", "V,nothing"]).code == 64)
    #expect(try Program.run(["play", Self.game, "--set", "V=x"]).code == 64)
    let run = try Program.run(["play", Self.game, "--set", "V=10", "--format", "json"])
    #expect(run.code == 0)
    #expect(try object(run)["analysis"] != nil)
  }

  @Test("conflict reads the crisis, and tells what would make an ending stable")
  func conflict() throws {
    let run = try Program.run(["conflict", Self.game, "--format", "json"])
    #expect(run.code == 0)
    let answer = try object(run)
    let equilibria = try #require(answer["equilibria"] as? [String: Any])
    #expect(Set(["nash", "gmr", "smr", "seq"]).isSubset(of: Set(equilibria.keys)))
    let text = try Program.run(["conflict", Self.game, "--type", "aggrieved"])
    #expect(text.code == 0)
    #expect(text.text.contains("decision makers"))
    #expect(try Program.run(["conflict", Self.game, "--inverse", "nowhere"]).code == 64)
    #expect(try Program.run(["conflict", "no-such-file.yaml"]).code == 66)
  }

  @Test("channels and reactions say of a case what they are asked, as text and JSON")
  func caseCommands() throws {
    for words in [
      ["channels", "cases/tutorial"], ["channels", "cases/qat-2017", "--baseline"],
      ["reactions", "cases/tutorial", "--draws", "20"],
    ] {
      let json = try Program.run(words + ["--format", "json"])
      #expect(json.code == 0, "\(json.notes)")
      #expect((try? JSONSerialization.jsonObject(with: json.output)) != nil)
      let text = try Program.run(words)
      #expect(text.code == 0)
    }
    #expect(try Program.run(["reactions", "no-such-case"]).code == 66)
  }
}
