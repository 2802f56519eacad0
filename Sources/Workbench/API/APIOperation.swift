import Foundation
import Hummingbird

/// One thing that a program can ask for: its path, what it takes, what it gives, and who answers.
///
/// Routes and description are made of the same list, so that neither has what the other lacks.
struct APIOperation: Sendable {
  /// A field of the query.
  struct Parameter: Sendable {
    let name: String
    let what: String
    var isNumber = false
    var isMany = false
    var words: [String] = []
  }

  /// The form of a value in JSON.
  indirect enum Form: Sendable {
    case text, number, whole, truth, any
    case list(Form)
    case table(Form)
    case object([(String, Form)], optional: Set<String> = [])
  }

  /// The path below `/api`, with its parts in braces.
  let path: String
  /// What it gives, in one sentence.
  let summary: String
  var parameters: [Parameter] = []
  /// The form of what it gives.
  let form: Form
  /// Answers.
  let answer: @Sendable (Request, WorkbenchContext) async throws -> Response

  /// The parts of the path that are chosen.
  var pathParameters: [String] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
      String($0.dropFirst().dropLast())
    }
  }

  /// The path as the router writes it.
  var route: String {
    "/api" + path.replacing("{", with: ":").replacing("}", with: "")
  }
}

/// The description of the interface for programs.
///
/// > OpenAPI Initiative. *OpenAPI Specification*, version 3.1.0, 2021.
enum OpenAPI {
  /// The description as JSON.
  static func document(of operations: [APIOperation]) throws -> String {
    var paths: [String: Any] = [:]
    for operation in operations {
      paths["/api" + operation.path] = ["get": describe(operation)]
    }
    let document: [String: Any] = [
      "openapi": "3.1.0",
      "info": [
        "title": "Demarche workbench", "version": "1",
        "description":
          "What the pages of the workbench show, for programs. Everything is read only.",
      ],
      "paths": paths,
      "components": [
        "schemas": [
          "Problem": schema(
            .object([("type", .text), ("title", .text), ("status", .whole), ("detail", .text)]))
        ]
      ],
    ]
    let data = try JSONSerialization.data(
      withJSONObject: document, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private static func describe(_ operation: APIOperation) -> [String: Any] {
    let path: [[String: Any]] = operation.pathParameters.map {
      ["name": $0, "in": "path", "required": true, "schema": ["type": "string"]]
    }
    let query: [[String: Any]] = operation.parameters.map { parameter in
      var one: [String: Any] = ["type": parameter.isNumber ? "integer" : "string"]
      if parameter.isNumber { one["minimum"] = 1 }
      if !parameter.words.isEmpty { one["enum"] = parameter.words }
      return [
        "name": parameter.name, "in": "query", "required": false, "description": parameter.what,
        "schema": parameter.isMany ? ["type": "array", "items": one] : one,
      ]
    }
    func problem(_ what: String) -> [String: Any] {
      let schema = ["$ref": "#/components/schemas/Problem"]
      return ["description": what, "content": ["application/problem+json": ["schema": schema]]]
    }
    var responses: [String: Any] = [
      "200": [
        "description": operation.summary,
        "content": ["application/json": ["schema": schema(operation.form)]],
      ]
    ]
    if !path.isEmpty {
      responses["404"] = problem("There is no such case or row.")
      responses["422"] = problem("The case cannot be used as it is.")
    }
    return ["summary": operation.summary, "parameters": path + query, "responses": responses]
  }

  private static func schema(_ form: APIOperation.Form) -> [String: Any] {
    switch form {
    case .text: ["type": "string"]
    case .number: ["type": "number"]
    case .whole: ["type": "integer"]
    case .truth: ["type": "boolean"]
    case .any: [:]
    case .list(let item): ["type": "array", "items": schema(item)]
    case .table(let value): ["type": "object", "additionalProperties": schema(value)]
    case .object(let fields, let optional):
      [
        "type": "object",
        "properties": Dictionary(
          fields.map { ($0.0, schema($0.1)) }, uniquingKeysWith: { first, _ in first }),
        "required": fields.map(\.0).filter { !optional.contains($0) },
        "additionalProperties": false,
      ]
    }
  }
}
