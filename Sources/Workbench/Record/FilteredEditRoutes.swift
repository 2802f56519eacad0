import Casework
import HTTPTypes
import Hummingbird

/// An edit of every row under a filter: looked at first, then saved as one step that can be taken back.
struct FilteredEditRoutes: Sendable {
  let shelf: CaseShelf
  let limits: BodyLimits

  func add(to router: Router<WorkbenchContext>) {
    router.get("/cases/:case/record/filtered") { request, context in
      try page(try context.part("case"), Fields(query: request))
    }
    router.post("/cases/:case/record/filtered") { request, context in
      let fields = try await Form.fields(of: request, limit: limits.form)
      return try save(try context.part("case"), fields)
    }
  }

  private func page(_ name: String, _ fields: Fields) throws -> Response {
    let snapshot = try shelf.snapshot(name)
    let query = RecordQuery(fields)
    let column = fields["column"] ?? ""
    let value = fields["value"] ?? ""
    let filter = query.fields.filter { !["page", "size", "sort", "order"].contains($0.0) }
    let hidden = filter.map { name, value -> Markup in
      "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }
    let options = RowForm.columns(of: snapshot).filter { $0 != "id" }.map { one -> Markup in
      let mark: Markup = one == column ? " selected" : ""
      return "<option value=\"\(one)\"\(mark)>\(one.replacing("_", with: " "))</option>"
    }
    let words = filter.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    var preview: Markup = ""
    if !column.isEmpty {
      preview = try self.preview(name, snapshot, query, column, value, hidden)
    }
    return Answer.page(
      PageFrame(title: "Edit under a filter · \(name)", name: name, place: .record),
      """
      <h1>Edit under a filter</h1>
      <p>The filter: \(words.isEmpty ? "every row" : words). \
      <a href="\(Address("cases", name, "record").with(filter))">Back to the rows</a></p>
      <form method="get" action="\(Address("cases", name, "record", "filtered"))" class="line">
      \(hidden)<label for="column">Set</label><select id="column" name="column">\(options)</select>
      <label for="value">to</label><input id="value" name="value" value="\(value)" maxlength="2000" \
      autocomplete="off" placeholder="empty to empty it">
      <button class="main">Show what would change</button></form>
      \(preview)
      """)
  }

  private func preview(
    _ name: String, _ snapshot: CaseSnapshot, _ query: RecordQuery, _ column: String,
    _ value: String, _ hidden: [Markup]
  ) throws -> Markup {
    let edit = try FilteredEdit(snapshot.record, query, column: column, value: value)
    let preview = try shelf.editor(name).preview(edit.edits)
    let form: Markup =
      edit.edits.isEmpty || !preview.isAllowed
      ? ""
      : """
      <form method="post" action="\(Address("cases", name, "record", "filtered"))">
      \(hidden)<input type="hidden" name="column" value="\(column)">\
      <input type="hidden" name="value" value="\(value)">\
      <input type="hidden" name="stamp" value="\(edit.stamp)">\
      <button class="main">Save: \(edit.edits.count) rows</button></form>

      """
    return """
      <h2>What would change</h2>
      <p>\(edit.edits.count) of the \(edit.found) rows found.</p>
      \(ChangeMarkup.preview(preview))\(form)
      """
  }

  private func save(_ name: String, _ fields: Fields) throws -> Response {
    let column = fields["column"] ?? ""
    let editor = try shelf.editor(name)
    let record = RecordTable(try editor.record())
    let edit = try FilteredEdit(
      record, RecordQuery(fields), column: column, value: fields["value"] ?? "")
    guard edit.stamp == fields["stamp"] else {
      throw Fault(
        .conflict, "The record has changed since you looked",
        "Nothing was saved. Look again at what would change.")
    }
    let entry = try editor.save(
      edit.edits, what: "\(column) of \(edit.edits.count) rows set to '\(fields["value"] ?? "")'")
    return Answer.elsewhere(
      Address("cases", name, "history").with(entry.map { [("saved", String($0.id))] } ?? []))
  }
}
