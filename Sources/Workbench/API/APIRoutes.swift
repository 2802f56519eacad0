import Casework
import Diplomacy
import Foundation
import Hummingbird

/// The interface for programs.
struct APIRoutes: Sendable {
  let shelf: CaseShelf
  let desk: AssessmentDesk
  let whatIf: WhatIfDesk

  func add(to router: Router<WorkbenchContext>) {
    let operations = operations
    for operation in operations {
      router.get(RouterPath(operation.route)) { request, context in
        try await operation.answer(request, context)
      }
    }
    router.get("/api/openapi.json") { _, _ in
      Answer.json(try OpenAPI.document(of: operations))
    }
  }

  /// Everything that can be asked for.
  var operations: [APIOperation] {
    [
      APIOperation(
        path: "/health", summary: "Whether the workbench runs.",
        form: .object([("status", .text)])
      ) { _, _ in try Answer.json(["status": "ok"]) },
      APIOperation(
        path: "/codes", summary: "The CAMEO codes with their meanings.",
        form: .list(
          .object(
            [
              ("code", .text), ("label", .text), ("quad", .whole), ("class", .text),
              ("plover", .text),
            ], optional: ["plover"]))
      ) { _, _ in try Answer.json(EventCode.all.map(Code.init)) },
      APIOperation(
        path: "/cases", summary: "The cases of the workspace.", form: .list(Summary.form)
      ) { _, _ in
        try Answer.json(shelf.workspace.names().map { Summary($0, try shelf.snapshot($0)) })
      },
      APIOperation(path: "/cases/{case}", summary: "One case in short.", form: Summary.form) {
        _, context in
        let name = try context.part("case")
        return try Answer.json(Summary(name, shelf.snapshot(name)))
      },
      APIOperation(
        path: "/cases/{case}/check",
        summary: "Every problem of a case, as the command check lists.",
        form: .object([
          ("schemaVersion", .whole), ("folder", .text), ("passes", .truth),
          ("counts", .table(.whole)), ("tally", .table(.whole)),
          (
            "problems",
            .list(
              .object([
                ("severity", .text), ("file", .text), ("line", .whole), ("what", .text),
                ("fix", .text),
              ]))
          ),
        ])
      ) { _, context in
        Answer.json(try shelf.workspace.check(context.part("case")))
      },
      APIOperation(
        path: "/cases/{case}/record", summary: "A page of the rows of the record.",
        parameters: Self.recordParameters, form: RecordAnswer.form
      ) { request, context in
        let snapshot = try shelf.snapshot(try context.part("case"))
        let query = RecordQuery(Fields(query: request))
        return try Answer.json(RecordAnswer(snapshot.record, query))
      },
      APIOperation(
        path: "/cases/{case}/rows/{row}", summary: "One row of the record.", form: RowAnswer.form
      ) { _, context in
        let snapshot = try shelf.snapshot(try context.part("case"))
        let id = try context.part("row")
        let text = snapshot.record.text
        guard let number = text.number(of: id) else {
          throw Fault(.notFound, "There is no such row", "The record has no row '\(id)'.")
        }
        return try Answer.json(RowAnswer(text, text.rows[number]))
      },
      APIOperation(
        path: "/cases/{case}/assessment",
        summary: "The assessment as the command assess writes it as JSON.", form: .table(.any)
      ) { _, context in
        Answer.json(try await desk.shown(try context.part("case")).reports.json)
      },
      APIOperation(
        path: "/cases/{case}/whatif",
        summary:
          "What would move were the case otherwise, as the command whatif writes it as JSON.",
        parameters: Self.changeParameters, form: .table(.any)
      ) { request, context in
        let changes = try WhatIfQuery(Fields(query: request)).changes
        return Answer.json(try await whatIf.result(try context.part("case"), changes).json())
      },
      APIOperation(
        path: "/cases/{case}/notes", summary: "The notes pinned to acts and days.",
        form: .list(
          .object([("id", .text), ("pin", .text), ("text", .text), ("written", .text)]))
      ) { _, context in
        let folder = try shelf.workspace.folder(of: try context.part("case"))
        return try Answer.json(PinnedNotes(folder: folder).all)
      },
      APIOperation(
        path: "/cases/{case}/history", summary: "The last fifty edits, the latest first.",
        form: .list(
          .object(
            [
              ("id", .whole), ("time", .text), ("what", .text), ("undoes", .whole),
              (
                "changes",
                .list(
                  .object([
                    ("file", .text), ("line", .whole), ("before", .text), ("after", .text),
                    ("above", .text),
                  ]))
              ),
            ], optional: ["undoes"]))
      ) { _, context in
        let folder = try shelf.workspace.folder(of: try context.part("case"))
        return try Answer.json(CaseHistory(folder: folder).last(50))
      },
    ]
  }

  private static var changeParameters: [APIOperation.Parameter] {
    [
      .init(
        name: "without",
        what: "A row, assertion, story, publisher:NAME or source-grade:D-F left out.",
        isMany: true),
      .init(name: "set", what: "A named date elsewhere, as goal=2025-07-10.", isMany: true),
      .init(name: "code", what: "Another code of a row, as E01=112.", isMany: true),
      .init(name: "prior", what: "Another prior of a story, as rally=0.5.", isMany: true),
      .init(name: "second-coder", what: "The codes of a second coder.", isMany: true),
    ]
  }

  private static var recordParameters: [APIOperation.Parameter] {
    [.init(name: "q", what: "Words that must all stand in the row.")]
      + RecordQuery.Facet.allCases.map {
        .init(name: $0.rawValue, what: "\($0.title): one of these values.", isMany: true)
      } + [
        .init(name: "from", what: "The first day or month."),
        .init(name: "until", what: "The last day or month."),
        .init(
          name: "sort", what: "The order of the rows.",
          words: RecordQuery.Order.allCases.map(\.rawValue)),
        .init(name: "order", what: "Down for the reverse order.", words: ["up", "down"]),
        .init(name: "page", what: "The page, counted from one.", isNumber: true),
        .init(name: "size", what: "Rows on a page, at most 500.", isNumber: true),
      ]
  }
}

private struct Code: Encodable {
  let code: String
  let label: String
  let quad: Int
  let `class`: String
  let plover: String?

  init(_ code: EventCode) {
    self.code = code.rawValue
    label = code.label
    quad = code.quadClass.rawValue
    `class` = code.quadClass.label
    plover = code.plover?.rawValue
  }
}

private struct Summary: Encodable {
  let name: String
  let title: String
  let claim: String
  let passes: Bool
  let rows: Int
  let errors: Int
  let flaws: Int
  let notes: Int

  static let form = APIOperation.Form.object([
    ("name", .text), ("title", .text), ("claim", .text), ("passes", .truth), ("rows", .whole),
    ("errors", .whole), ("flaws", .whole), ("notes", .whole),
  ])

  init(_ name: String, _ snapshot: CaseSnapshot) {
    self.name = name
    title = snapshot.subject?.title ?? ""
    claim = snapshot.subject?.claim ?? ""
    passes = snapshot.passes
    rows = snapshot.record.text.rows.count
    errors = snapshot.counts[.error, default: 0]
    flaws = snapshot.counts[.flaw, default: 0]
    notes = snapshot.counts[.note, default: 0]
  }
}

private struct RowAnswer: Encodable {
  let id: String
  let line: Int
  let values: [String: String]

  static let form = APIOperation.Form.object([
    ("id", .text), ("line", .whole), ("values", .table(.text)),
  ])

  init(_ text: RecordText, _ row: RecordText.Row) {
    id = RecordText.trimmed(text.value("id", of: row))
    line = row.line
    values = text.values(of: row)
  }
}

private struct RecordAnswer: Encodable {
  struct Value: Encodable {
    let value: String
    let count: Int
    let chosen: Bool
  }

  let total: Int
  let page: Int
  let pages: Int
  let columns: [String]
  let rows: [RowAnswer]
  let facets: [String: [Value]]

  static let form = APIOperation.Form.object([
    ("total", .whole), ("page", .whole), ("pages", .whole), ("columns", .list(.text)),
    ("rows", .list(RowAnswer.form)),
    (
      "facets",
      .table(.list(.object([("value", .text), ("count", .whole), ("chosen", .truth)])))
    ),
  ])

  init(_ table: RecordTable, _ query: RecordQuery) {
    let page = table.page(query)
    total = page.total
    self.page = page.page
    pages = page.pages
    columns = table.text.columns
    rows = page.rows.map { RowAnswer(table.text, table.text.rows[$0]) }
    facets = Dictionary(
      page.facets.map { facet, values in
        (
          facet.rawValue,
          values.map { Value(value: $0.text, count: $0.count, chosen: $0.isChosen) }
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}
