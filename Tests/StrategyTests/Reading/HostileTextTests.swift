import Games
import Strategy
import Testing

@Suite("Text made to break the readers of games and conflicts")
struct HostileTextTests {
  @Test("with the lowest exponent a machine can hold is no number", arguments: ["1e", "3/7e"])
  func lowestExponent(_ start: String) {
    #expect(Rational("\(start)\(Int.min)") == nil)
  }

  @Test("of a thousand nested signs is refused as a statement", arguments: ["(", "!", "-", "not "])
  func nestedStatement(_ sign: String) {
    #expect(throws: ConflictModelError.self) {
      try OptionStatement(String(repeating: sign, count: 1_000) + "a", options: ["a"])
    }
  }

  @Test("of a hundred thousand joined names is refused as a statement", arguments: ["|", "->"])
  func longStatement(_ sign: String) {
    let text = Array(repeating: "a", count: 100_000).joined(separator: sign)
    #expect(throws: ConflictModelError.self) { try OptionStatement(text, options: ["a"]) }
  }

  @Test("that counts more strategies than a table may hold is refused before they are named")
  func endlessStrategies() {
    #expect(throws: GameFileError.self) {
      try NormalFormReader.game(from: "NFG 1 R \"\" {\"a\" \"b\"} {9000 9000000}")
    }
  }
}
