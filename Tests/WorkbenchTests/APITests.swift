import Foundation
import Hummingbird
import Testing

@testable import Casework
@testable import Workbench

@Suite("The interface for programs")
struct APITests {
  private static func described(by client: Client) async throws -> [String: Any] {
    let answer = try await client.get("/api/openapi.json")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
  }

  @Test("is described: every path answers, and what it answers has the form described")
  func described() async throws {
    let client = try Client()
    let editor = CaseEditor(folder: client.root + "/tutorial")
    let record = try editor.record()
    let first = record.rows[0].cells[0]
    try editor.save(
      [.change(id: first, seen: record.text(of: record.rows[0]), values: ["note": "n"])], what: "t")
    let paths = try #require(try await Self.described(by: client)["paths"] as? [String: Any])
    #expect(paths.count >= 8)
    for (path, item) in paths {
      let get = try #require((item as? [String: Any])?["get"] as? [String: Any])
      let content = try #require(
        ((get["responses"] as? [String: Any])?["200"] as? [String: Any])?["content"]
          as? [String: Any])
      let schema = try #require(
        (content["application/json"] as? [String: Any])?["schema"] as? [String: Any])
      // The tutorial is assessed in a moment in a debug build too.
      let asked = path.replacing("{case}", with: "tutorial").replacing("{row}", with: first)
      let answer = try await client.get(asked)
      #expect(answer.status == 200, "\(asked)")
      #expect(answer.headers[.contentType] == "application/json")
      let value = try JSONSerialization.jsonObject(
        with: Data(answer.bytes), options: .fragmentsAllowed)
      #expect(Self.faults(of: value, schema, at: asked) == [])
      if path.contains("{case}") {
        let missing = path.replacing("{case}", with: "none").replacing("{row}", with: "R1")
        #expect(try await client.get(missing).status == 404)
      }
    }
  }

  /// Where a value differs from its schema.
  private static func faults(of value: Any, _ schema: [String: Any], at place: String) -> [String] {
    switch schema["type"] as? String {
    case "string": return value is String ? [] : ["\(place) is no text"]
    case "integer", "number": return value is NSNumber ? [] : ["\(place) is no number"]
    case "boolean": return value is Bool ? [] : ["\(place) is no truth value"]
    case "array":
      guard let items = value as? [Any] else { return ["\(place) is no list"] }
      let item = schema["items"] as? [String: Any] ?? [:]
      return items.enumerated().flatMap { faults(of: $1, item, at: "\(place)[\($0)]") }
    case "object":
      guard let object = value as? [String: Any] else { return ["\(place) is no object"] }
      let properties = schema["properties"] as? [String: [String: Any]]
      let required = schema["required"] as? [String] ?? []
      var found = required.filter { object[$0] == nil }.map { "\(place) lacks \($0)" }
      for (key, inner) in object {
        if let form = properties?[key] {
          found += faults(of: inner, form, at: "\(place).\(key)")
        } else if let form = schema["additionalProperties"] as? [String: Any] {
          found += faults(of: inner, form, at: "\(place).\(key)")
        } else {
          found.append("\(place) has \(key), which is not described")
        }
      }
      return found
    default: return []
    }
  }

  @Test("asks for pages and filters as the table does")
  func record() async throws {
    let client = try Client(cases: ["aze-rus-2025"])
    let answer = try await client.get(
      "/api/cases/aze-rus-2025/record?side=AZE&sort=date&size=5&page=2")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any])
    let rows = try #require(object["rows"] as? [[String: Any]])
    #expect(rows.count == 5 && object["page"] as? Int == 2)
    for row in rows { #expect((row["values"] as? [String: String])?["source"] == "AZE") }
  }

  @Test("gives the check as the command line does")
  func check() async throws {
    let client = try Client()
    let answer = try await client.get("/api/cases/tutorial/check")
    #expect(answer.text == (try Workspace(at: client.root).check("tutorial")))
  }
}
