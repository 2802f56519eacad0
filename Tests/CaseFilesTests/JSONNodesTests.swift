import Testing

@testable import CaseFiles

@Suite("JSON read as YAML is")
struct JSONNodesTests {
  @Test("keeps the lines, the order and the texts")
  func values() throws {
    let text = "\n{ \"a\": [1, [2.5, \"x \\\"y\\\"\"],\n null, true],\n\"b\": {} }\n"
    let root = try #require(JSONNodes.read(Array(text.utf8)))
    guard case .mapping(let entries) = root.value else {
      Issue.record("no mapping")
      return
    }
    #expect(entries.map(\.key) == ["a", "b"])
    #expect(entries.map(\.line) == [2, 4])
    guard case .list(let items) = entries[0].node.value else {
      Issue.record("no list")
      return
    }
    #expect(items.map(\.line) == [2, 2, 3, 3])
    #expect(items[2].isNothing)
    if case .list(let inner) = items[1].value, case .scalar(let word) = inner[1].value {
      #expect(word == "x \"y\"")
    } else {
      Issue.record("no text")
    }
  }

  @Test(
    "leaves to the YAML reader whatever is not plain JSON",
    arguments: [
      "a: 1", "[1]", "{\"a\": 1", "{\"a\": 1} x", "{\"a\": 1, \"a\": 2}", "{\"a\": yes}",
      "{\"a\": \"\\u0041\"}", "{\"a\": [1,]}", "{1: 2}", "", "{\"a\" 1}",
    ])
  func other(text: String) { #expect(JSONNodes.read(Array(text.utf8)).map { _ in 0 } == nil) }

  @Test("gives up on nesting that is deeper than any model")
  func deep() {
    let text = "{\"a\": " + String(repeating: "[", count: 100_000)
    #expect(JSONNodes.read(Array(text.utf8)).map { _ in 0 } == nil)
  }
}
