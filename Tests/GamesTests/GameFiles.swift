import TestSupport
import Testing

@testable import Games

@Suite("Game files")
struct GameFiles {
  @Test(
    "are read, and read back equal after writing",
    .enabled(if: Conformance.isThere, "needs ../shared"),
    arguments: Conformance.files(".efg"))
  func roundTrip(name: String) throws {
    let text = try Conformance.text(name)
    guard text.utf8.count < 200_000 else { return }
    let game = try ExtensiveGameReader.game(from: text)
    #expect(try ExtensiveGameReader.game(from: ExtensiveGameWriter.text(of: game)) == game)
  }

  @Test("keep outcomes at inner nodes, repeated labels, and any white space")
  func oddities() throws {
    let game = try ExtensiveGameReader.game(
      from:
        "EFG 2 R \"a \\\"b\\\" \\\\\" {\"x\" \"x\"}\n\"two\nlines\"\tp\"\"1 1\"h\"{\"l\" \"l\"}1\"o\"{1/3 .5}\r\n"
        + "p \"n\" 2 7 \"h\" { \"\" \"\" } 0 t\"\"1 t \"\" 2 { 1e1,\n-2 } p \"\" 2 7 0 t \"\" 2 \"\" t \"\" 0"
    )
    #expect(game.title == "a \"b\" \\")
    #expect(game.comment == "two\nlines")
    #expect(game.nodes.count == 7)
    #expect(game.sets.map(\.nodes) == [[0], [1, 4]])
    #expect(game.payoffs(at: 0) == [Rational(1, over: 3), Rational(1, over: 2)])
    #expect(game.payoffs(at: 3) == [10, -2])
    #expect(game.payoffs(at: 6) == nil)
    #expect(try ExtensiveGameReader.game(from: ExtensiveGameWriter.text(of: game)) == game)
  }

  static let broken: [(text: String, line: Int, part: String)] = [
    ("NFG 1 R \"t\" { \"a\" }", 1, "no EFG file"),
    ("EFG 3 R \"t\" { \"a\" }", 1, "version 3"),
    ("EFG 2 R \"t { \"a\" }", 1, "players"),
    ("EFG 2 R \"t\" { \"a\" }\n\"c\"\np \"\" 2 1 \"\" { \"l\" } 0", 3, "no player 2"),
    ("EFG 2 R \"t\" { \"a\" }\n\"c\"\np \"\" 1 1 \"\" { \"l\" } 0", 3, "ends before"),
    ("EFG 2 R \"t\" { \"a\" }\n\"c\"\nt \"\" 0\nt \"\" 0", 4, "tree is complete"),
    ("EFG 2 R \"t\" { \"a\" }\n\"c\"\nt \"\" 1 \"o\" { 1, 2 }", 3, "2 payoffs for 1"),
    ("EFG 2 R \"t\" { \"a\" }\n\"c\"\nt \"\" 1 \"o\" { 1x }", 3, "1x"),
    ("EFG 2 R \"t\" { \"a\" }\n\"c\"\nt \"\" 1 \"o\"", 3, "no payoffs anywhere"),
    ("EFG 2 R \"t\" { \"a\" }\nc \"\" 1 \"\" { \"l\" 1/2 \"r\" 1/3 } 0", 2, "add up to 5/6"),
    ("EFG 2 R \"t\" { \"a\" }\nc \"\" 1 \"\" { \"l\" -1 \"r\" 2 } 0", 2, "below 0"),
    ("EFG 2 R \"t\" { \"a\" }\nq \"\" 1", 2, "no kind of node"),
    ("EFG 2 R \"t\" { \"a\" }\n\"never closed\n\n", 2, "never closed"),
    (
      "EFG 2 R \"t\" { \"a\" }\n\"\"\np \"\" 1 1 \"\" { \"l\" \"r\" } 0\np \"\" 1 1 \"\" { \"l\" } 0",
      4,
      "1 actions here and 2"
    ),
  ]

  @Test("that are malformed are refused with the line and the reason", arguments: broken)
  func malformed(text: String, line: Int, part: String) {
    let error = #expect(throws: GameFileError.self) { try ExtensiveGameReader.game(from: text) }
    #expect(error?.line == line)
    #expect(error?.what.contains(part) == true, "\(error?.what ?? "")")
    #expect(error?.fix.isEmpty == false)
  }

  @Test(
    "in normal form that are malformed are refused with the line and the reason",
    arguments: [
      ("NFG 1 R \"t\" { \"a\" \"b\" } { 2 2 }\n1 2 3 4 5 6 7", 2, "a payoff"),
      ("NFG 1 R \"t\" { \"a\" \"b\" } { 2 }\n1 2", 1, "for 2 players"),
      ("NFG 1 R \"t\" { \"a\" } { 2 }\n1\n2 3", 3, "table is complete"),
      ("NFG 1 R \"t\" { \"a\" } { 2 } { { \"\" 1 } }\n1 2", 2, "no outcome 2"),
      ("NFG 1 R \"t\" { \"a\" } { 0 } 1", 1, "0 strategies"),
    ])
  func malformedTables(text: String, line: Int, part: String) {
    let error = #expect(throws: GameFileError.self) { try NormalFormReader.game(from: text) }
    #expect(error?.line == line)
    #expect(error?.what.contains(part) == true, "\(error?.what ?? "")")
  }

  @Test("never crash a reader, wherever they are cut or bent")
  func mutilated() {
    let whole =
      "EFG 2 R \"t\" { \"a\" \"b\" }\n\"c\"\nc \"\" 1 \"\" { \"l\" 1/2 \"r\" .5 } 0\n"
      + "p \"\" 1 1 \"\" { \"x\" \"y\" } 0\nt \"\" 1 \"o\" { 1, 2 }\nt \"\" 1\nt \"\" 2 \"\" { 3 4 }\n"
    let bytes = Array(whole.utf8)
    var read = 0
    for cut in 0...bytes.count {
      if (try? ExtensiveGameReader.game(from: String(decoding: bytes[..<cut], as: UTF8.self)))
        != nil
      {
        read += 1
      }
      for replacement: UInt8 in [0x22, 0x7B, 0x7D, 0x30, 0x2D, 0xFF] where cut < bytes.count {
        var bent = bytes
        bent[cut] = replacement
        _ = try? ExtensiveGameReader.game(from: String(decoding: bent, as: UTF8.self))
      }
    }
    #expect(read >= 1)
  }
}
