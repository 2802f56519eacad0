import Casework
import Diplomacy
import HTTPTypes
import Hummingbird
import Reporting

/// One row of the record: shown, added, changed, taken away.
struct RowRoutes: Sendable {
  let shelf: CaseShelf
  let limits: BodyLimits

  func add(to router: Router<WorkbenchContext>) {
    router.get("/cases/:case/rows/:row") { request, context in
      try show(try context.part("case"), try context.part("row"), Fields(query: request))
    }
    router.get("/cases/:case/rows/:row/edit") { _, context in
      try edit(try context.part("case"), try context.part("row"))
    }
    router.post("/cases/:case/rows/:row") { request, context in
      let fields = try await Form.fields(of: request, limit: limits.form)
      return try change(try context.part("case"), try context.part("row"), fields, request)
    }
    router.post("/cases/:case/rows/:row/remove") { request, context in
      let fields = try await Form.fields(of: request, limit: limits.form)
      return try remove(try context.part("case"), try context.part("row"), fields)
    }
    router.get("/cases/:case/record/new") { _, context in
      let name = try context.part("case")
      let snapshot = try shelf.snapshot(name)
      let values = ["id": snapshot.record.text.nextID]
      return page(
        name, "A new row", form: form(name, snapshot, values, seen: nil, row: nil))
    }
    router.post("/cases/:case/record") { request, context in
      let fields = try await Form.fields(of: request, limit: limits.form)
      return try add(try context.part("case"), fields, request)
    }
  }

  // MARK: Showing

  private func found(_ name: String, _ id: String) throws -> (CaseSnapshot, RecordText.Row, Int) {
    let snapshot = try shelf.snapshot(name)
    let text = snapshot.record.text
    guard let number = text.number(of: id) else {
      throw Fault(.notFound, "There is no such row", "The record of '\(name)' has no row '\(id)'.")
    }
    return (snapshot, text.rows[number], number)
  }

  private func show(_ name: String, _ id: String, _ fields: Fields) throws -> Response {
    let (snapshot, row, number) = try found(name, id)
    let text = snapshot.record.text
    let cells = zip(text.columns, row.cells).filter { !$0.1.isEmpty }.map {
      column, cell -> Markup in
      var value: Markup = "\(cell)"
      if column == "url", let address = Escaping.webAddress(cell) {
        value = "<a href=\"\(address)\" rel=\"noopener noreferrer external\">\(cell)</a>"
      } else if column == "code", let code = EventCode(RecordText.trimmed(cell)) {
        value = "<code>\(code.rawValue)</code> \(code.label) (\(code.quadClass.label))"
      } else if column == "same_as" {
        let other = RecordText.trimmed(cell)
        value = "<a href=\"\(Address("cases", name, "rows", other))\">\(other)</a>"
      }
      return "<dt>\(column.replacing("_", with: " "))</dt><dd>\(value)</dd>\n"
    }
    func neighbour(_ number: Int, _ title: String, _ relation: String) -> Markup? {
      guard text.rows.indices.contains(number) else { return nil }
      let id = RecordText.trimmed(text.value("id", of: text.rows[number]))
      guard !id.isEmpty else { return nil }
      return
        "<a rel=\"\(relation)\" href=\"\(Address("cases", name, "rows", id))\">\(title) \(id)</a>\n"
    }
    let problems = snapshot.problems(ofRow: row)
    let said: Markup = problems.isEmpty ? "" : ChangeMarkup.list(problems)
    var saved: Markup = ""
    if let number = fields["saved"].flatMap({ Int($0) }) {
      saved = """
        <div class="note" role="status"><p>Saved.</p>
        <form method="post" action="\(Address("cases", name, "history", String(number), "undo"))">
        <button>Take it back</button></form></div>

        """
    }
    let seen = RowForm.packed(text.text(of: row))
    return page(
      name, "Row \(id)",
      form: """
        \(saved)<dl class="facts">
        \(cells)</dl>
        \(said)<p class="tools"><a class="button main" href="\(Address("cases", name, "rows", id, "edit"))" \
        data-key="e">Edit</a> \(neighbour(number - 1, "Before:", "prev"))\
        \(neighbour(number + 1, "Next:", "next"))\
        <a href="\(Address("cases", name, "record"))">All rows</a></p>
        <p class="aside">events.csv, line \(row.line)</p>
        <form method="post" action="\(Address("cases", name, "rows", id, "remove"))">
        <input type="hidden" name="seen" value="\(seen)">
        <button class="grave">Take the row out of the record</button></form>
        \(NoteRoutes.ofRow(id, name, snapshot))
        """)
  }

  private func page(_ name: String, _ title: String, form: Markup, notice: Markup = "") -> Response
  {
    Answer.page(
      PageFrame(title: "\(title) · \(name)", name: name, place: .record),
      "<h1>\(title)</h1>\n\(notice)\(form)")
  }

  private func form(
    _ name: String, _ snapshot: CaseSnapshot, _ values: [String: String], seen: String?,
    row: String?
  ) -> Markup {
    let action = row.map { Address("cases", name, "rows", $0) } ?? Address("cases", name, "record")
    return RowForm(name: name, snapshot: snapshot, values: values, seen: seen, action: action)
      .markup
  }

  private func edit(_ name: String, _ id: String) throws -> Response {
    let (snapshot, row, _) = try found(name, id)
    let text = snapshot.record.text
    return page(
      name, "Edit \(id)",
      form: form(name, snapshot, text.values(of: row), seen: text.text(of: row), row: id))
  }

  // MARK: Saving

  private func change(_ name: String, _ id: String, _ fields: Fields, _ request: Request) throws
    -> Response
  {
    guard let seen = fields["seen"].flatMap(RowForm.unpacked) else {
      throw Fault(.badRequest, "The form is not whole", "The row as you saw it is missing.")
    }
    let values = Self.cells(of: fields)
    let edit = RecordEdit.change(id: id, seen: seen, values: values)
    return try decide(
      name, edit, fields, request, values: values, seen: seen, row: id, what: "row \(id) changed")
  }

  private func add(_ name: String, _ fields: Fields, _ request: Request) throws -> Response {
    let values = Self.cells(of: fields)
    let id = values["id"] ?? ""
    return try decide(
      name, .add(values: values), fields, request, values: values, seen: nil, row: nil,
      what: "row \(id) added")
  }

  private func remove(_ name: String, _ id: String, _ fields: Fields) throws -> Response {
    guard let seen = fields["seen"].flatMap(RowForm.unpacked) else {
      throw Fault(.badRequest, "The form is not whole", "The row as you saw it is missing.")
    }
    let entry = try shelf.editor(name).save(
      [.remove(id: id, seen: seen)], what: "row \(id) taken out")
    return Answer.elsewhere(
      Address("cases", name, "history").with(entry.map { [("saved", String($0.id))] } ?? []))
  }

  /// Shows what an edit would do, or saves it; a person who cannot have it is told why and keeps the form.
  private func decide(
    _ name: String, _ edit: RecordEdit, _ fields: Fields, _ request: Request,
    values: [String: String], seen: String?, row: String?, what: String
  ) throws -> Response {
    let editor = try shelf.editor(name)
    let title = row.map { "Edit \($0)" } ?? "A new row"
    do throws(EditFailure) {
      if fields["do"] == "check" {
        return Answer.text(
          ChangeMarkup.preview(try editor.preview([edit])).html, type: "text/html; charset=utf-8")
      }
      guard fields["do"] == "save" else {
        let preview = try editor.preview([edit])
        return try page(
          name, title,
          form: form(name, shelf.snapshotOrFailure(name), values, seen: seen, row: row),
          notice: ChangeMarkup.preview(preview))
      }
      let entry = try editor.save([edit], what: what)
      let id = row.flatMap { values["id"] == nil ? $0 : nil } ?? values["id"] ?? row ?? ""
      return Answer.elsewhere(
        Address("cases", name, "rows", id)
          .with(entry.map { [("saved", String($0.id))] } ?? []))
    } catch {
      let snapshot = try shelf.snapshot(name)
      var response: Response
      switch error {
      case .conflict(let conflict):
        response = page(
          name, title, form: form(name, snapshot, values, seen: conflict.text, row: row),
          notice: Self.notice(conflict))
      case .refused(let preview):
        response = page(
          name, title, form: form(name, snapshot, values, seen: seen, row: row),
          notice: "<p class=\"bad\">Not saved: the check finds an error.</p>\n"
            + ChangeMarkup.problems(preview.problems))
      case .gone, .failure: throw error
      }
      response.status = Fault(error).status
      return response
    }
  }

  private static func notice(_ conflict: EditConflict) -> Markup {
    let rows = conflict.columns.map { column -> Markup in
      """
      <tr><th scope="row">\(column)</th><td>\(conflict.seen[column] ?? "")</td>\
      <td>\(conflict.now?[column] ?? "")</td><td>\(conflict.wanted?[column] ?? "")</td></tr>

      """
    }
    return """
      <div class="note caution" role="alert">
      <p><strong>Somebody else changed this row while you edited it; nothing was saved yet.</strong>
      Your text stands in the form below. Saving again puts it in the place of theirs.</p>
      <div class="scroll" role="region" aria-label="Both changes" tabindex="0">
      <table><thead><tr><th scope="col">column</th><th scope="col">as you saw it</th>\
      <th scope="col">as it is now</th><th scope="col">yours</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div></div>

      """
  }

  /// The cells of a form; a browser writes line breaks as CR LF.
  private static func cells(of fields: Fields) -> [String: String] {
    fields.group("cell.").mapValues { $0.replacing("\r\n", with: "\n") }
  }
}
