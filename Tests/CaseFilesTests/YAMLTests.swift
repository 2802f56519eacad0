import CaseFiles
import Diplomacy
import Testing

@Suite("The YAML of a case")
struct YAMLTests {
  /// The problems of a case whose case.yaml is a text, or the bytes of one.
  private func problems(_ bytes: [UInt8]) throws -> [Problem] {
    let fixture = try CaseFixture()
    fixture.files["case.yaml"] = bytes
    return try fixture.read().problems.filter { $0.file.hasSuffix("case.yaml") }
  }

  @Test("with a bomb of aliases is refused at the first anchor, at once")
  func bomb() throws {
    var text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
    for level in 1..<12 {
      let below = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(below)]\n"
    }
    let clock = ContinuousClock()
    var found: [Problem] = []
    let time = try clock.measure { found = try problems(Array(text.utf8)) }
    #expect(found.map(\.line) == [1])
    #expect(found.first?.what == "anchors (&) and aliases (*) are not read")
    #expect(time < .seconds(5), "nine to the twelfth would take years")
  }

  @Test("with a bomb of keys that are aliases is refused as well")
  func keyBomb() throws {
    var text = "? &a0 [x, y]\n: 1\n"
    for level in 1..<40 { text += "? &a\(level) [*a\(level - 1), *a\(level - 1)]\n: 1\n" }
    let found = try problems(Array(text.utf8))
    #expect(found.first?.what == "anchors (&) and aliases (*) are not read")
  }

  @Test("names the line of an anchor and reads the rest")
  func anchor() throws {
    let fixture = try CaseFixture()
    let first = try fixture.replace("name: Aland", by: "name: &n Aland", in: "case.yaml")
    _ = try fixture.replace("name: Beland", by: "name: *n", in: "case.yaml")
    let third = try fixture.replace("kind: reciprocity", by: "kind: reciprocty", in: "case.yaml")
    let found = try fixture.read().grave
    let anchors = found.filter { $0.what.contains("anchors") }
    #expect(anchors.map(\.line) == [first])
    #expect(found.contains { $0.line == third && $0.what.contains("reciprocty") })
  }

  @Test("lists every key that is written twice, and reads the rest")
  func duplicates() throws {
    let fixture = try CaseFixture()
    let first = try fixture.replace("focal: AAA", by: "focal: AAB\nfocal: AAA", in: "case.yaml")
    let second = try fixture.replace(
      "id: shock, day", by: "id: shock, what: x, day", in: "case.yaml")
    let third = try fixture.replace("kind: reciprocity", by: "kind: reciprocty", in: "case.yaml")
    let found = try fixture.read().grave
    #expect(found.map(\.line) == [first, second, third])
    #expect(
      found.prefix(2).map(\.what) == [
        "the key 'focal' is written twice", "the key 'what' is written twice",
      ])
  }

  @Test(
    "that is not YAML has a problem with its line",
    arguments: [
      ("id: x\ntitle: [a, b\nclaim: c\n", 3), ("id: x\n\ttitle: y\n", 2),
      ("id: 'open\ntitle: x\n", 3), ("id: x\n--- \nid: y\n", 2), ("a: b: c\n", 1),
    ])
  func syntax(_ text: String, _ line: Int) throws {
    let found = try problems(Array(text.utf8))
    #expect(found.count == 1 && found.first?.what.contains("not YAML") == true, "\(found)")
    #expect(found.first?.line == line, "\(found)")
  }

  @Test("that is empty, or holds no keys, says so")
  func shapes() throws {
    #expect(try problems([]).map(\.what) == ["the file is empty"])
    #expect(try problems(Array("# only a remark\n".utf8)).map(\.what) == ["the file is empty"])
    let list = try problems(Array("- a\n- b\n".utf8))
    #expect(list.map(\.what) == ["case.yaml is a list, not keys with values"])
    let word = try problems(Array("word".utf8))
    #expect(word.map(\.what) == ["case.yaml is a single value, not keys with values"])
  }

  @Test("in Latin-1 or UTF-16 names the line and says to save as UTF-8")
  func encodings() throws {
    let latin = try problems(Array("id: x\ntitle: T".utf8) + [0xFC] + Array("rkiye\n".utf8))
    #expect(latin.map(\.line) == [2] && latin.first?.fix == "save the file as UTF-8")
    let wide = try problems([0xFE, 0xFF, 0, 0x69, 0, 0x64])
    #expect(wide.map(\.what) == ["the file is in UTF-16"])
  }

  @Test(
    "nested a hundred thousand deep is refused and does no harm", arguments: ["[", "{a: ", "- "])
  func depth(_ opening: String) throws {
    let found = try problems(Array(String(repeating: opening, count: 100_000).utf8))
    #expect(found.count == 1 && found.first?.severity == .error)
  }

  @Test("lists every required key that is missing")
  func missingKeys() throws {
    let found = try problems(Array("id: x\nactors: []\n".utf8)).filter { $0.severity == .error }
    #expect(
      found.map(\.what)
        == ["title", "claim", "focal", "counterpart", "window"].map {
          "case.yaml has no \($0)"
        })
  }

  @Test("reads block and flow style, a byte order mark and CRLF alike")
  func styles() throws {
    let plain = try CaseFixture()
    let wanted = try #require(try plain.read().case)
    let other = try CaseFixture()
    _ = try other.replace(
      "  - { id: AAB, name: Beland }", by: "  - id: AAB\n    name: >-\n      Beland",
      in: "case.yaml")
    _ = try other.replace(
      "[head_of_state, foreign_minister]",
      by: "\n      [ head_of_state,\n        'foreign_minister' ]", in: "case.yaml")
    for name in ["case.yaml", "assertions.yaml", "evidence.yaml"] {
      let lines = other.text(name).split(separator: "\n", omittingEmptySubsequences: false)
      other.files[name] = [0xEF, 0xBB, 0xBF] + Array(lines.joined(separator: "\r\n").utf8)
    }
    let reading = try other.read()
    #expect(reading.case == wanted, "\(reading.problems.map(\.description))")
  }
}
