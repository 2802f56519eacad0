import Casework
import HTTPTypes
import Hummingbird

/// Notes pinned to acts and days.
struct NoteRoutes: Sendable {
  let shelf: CaseShelf
  let limits: BodyLimits

  func add(to router: Router<WorkbenchContext>) {
    router.get("/cases/:case/notes") { request, context in
      try page(try context.part("case"), Fields(query: request))
    }
    router.post("/cases/:case/notes") { request, context in
      let name = try context.part("case")
      let fields = try await Form.fields(of: request, limit: limits.form)
      let snapshot = try shelf.snapshot(name)
      let pin = fields["pin"] ?? ""
      try PinnedNotes(folder: snapshot.folder).add(
        fields["text"] ?? "", to: pin, of: snapshot.record.text)
      let isRow = fields["from"] == "row" && snapshot.record.text.number(of: pin) != nil
      return Answer.elsewhere(
        isRow ? Address("cases", name, "rows", pin).at("notes") : Address("cases", name, "notes"))
    }
    router.post("/cases/:case/notes/:note/remove") { _, context in
      let name = try context.part("case")
      let folder = try shelf.workspace.folder(of: name)
      try PinnedNotes(folder: folder).remove(try context.part("note"))
      return Answer.elsewhere(Address("cases", name, "notes"))
    }
  }

  private func page(_ name: String, _ fields: Fields) throws -> Response {
    let snapshot = try shelf.snapshot(name)
    let notes = PinnedNotes(folder: snapshot.folder).all
    let list: Markup =
      notes.isEmpty
      ? "<p>Nothing is pinned yet. A row of the record has a place for notes; marks of the figures lead to their rows.</p>\n"
      : "<ul class=\"edits\">\n\(notes.map { Self.item($0, name, snapshot) })</ul>\n"
    return Answer.page(
      PageFrame(title: "Notes of \(name)", name: name, place: .notes),
      """
      <h1>Notes</h1>
      <p>Notes pinned to acts and days stand in <code>\(PinnedNotes.fileName)</code>, go with the case when it is \
      handed over, and count in nothing.</p>
      \(list)\(Self.form(name, pin: fields["pin"] ?? "", from: "notes"))
      """)
  }

  private static func item(
    _ note: PinnedNotes.Note, _ name: String, _ snapshot: CaseSnapshot
  ) -> Markup {
    let isRow = snapshot.record.text.number(of: note.pin) != nil
    let pin: Markup =
      isRow
      ? "<a href=\"\(Address("cases", name, "rows", note.pin))\">\(note.pin)</a>"
      : "<a href=\"\(Address("cases", name, "record").with([("from", note.pin), ("until", note.pin)]))\">\(note.pin)</a>"
    return """
      <li id="note-\(note.id)"><p><strong>\(pin)</strong> \(note.text)</p>
      <form method="post" action="\(Address("cases", name, "notes", note.id, "remove"))" class="line">
      <span class="aside">\(note.id), written \(note.written)</span>
      <button class="grave" aria-label="Take note \(note.id) away">Take it away</button></form></li>

      """
  }

  /// The form for a note.
  ///
  /// - Parameters:
  ///   - name: The case.
  ///   - pin: What it is to be pinned to, where that is known.
  ///   - from: The page to come back to.
  static func form(_ name: String, pin: String, from: String) -> Markup {
    """
    <form method="post" action="\(Address("cases", name, "notes"))">
    <input type="hidden" name="from" value="\(from)">
    <p class="line"><label for="note-pin">Pinned to</label>
    <input id="note-pin" name="pin" value="\(pin)" required maxlength="200" placeholder="a row or 2025-07-04"></p>
    <p><label for="note-text">Note</label>
    <textarea id="note-text" name="text" rows="3" required maxlength="\(PinnedNotes.textLimit)"></textarea></p>
    <p><button>Pin it</button></p></form>

    """
  }

  /// The notes of a row, with the form for another.
  static func ofRow(_ id: String, _ name: String, _ snapshot: CaseSnapshot) -> Markup {
    let notes = PinnedNotes(folder: snapshot.folder).all.filter { $0.pin == id }
    let items = notes.map { item($0, name, snapshot) }
    let list: Markup = notes.isEmpty ? "" : "<ul class=\"edits\">\n\(items)</ul>\n"
    return """
      <section id="notes" aria-labelledby="notes-title">
      <h2 id="notes-title">Notes</h2>
      \(list)<details><summary>Pin a note to this row</summary>
      \(form(name, pin: id, from: "row"))</details></section>

      """
  }
}
