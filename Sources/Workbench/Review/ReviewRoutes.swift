import Foundation
import Casework
import Diplomacy
import Foundation
import HTTPTypes
import Hummingbird
import Reporting

/// Drafts one at a time, each decided by one key.
struct ReviewRoutes: Sendable {
  let shelf: CaseShelf
  let limits: BodyLimits

  func add(to router: Router<WorkbenchContext>) {
    router.get("/cases/:case/review") { request, context in
      try page(try context.part("case"), Fields(query: request))
    }
    router.post("/cases/:case/review/:row") { request, context in
      let fields = try await Form.fields(of: request, limit: limits.form)
      return try decide(try context.part("case"), try context.part("row"), fields)
    }
    router.post("/cases/:case/review/assertions/:assertion") { request, context in
      let fields = try await Form.fields(of: request, limit: limits.form)
      return try decideAssertion(
        try context.part("case"), try context.part("assertion"), fields)
    }
  }

  // MARK: The page

  private func page(_ name: String, _ fields: Fields) throws -> Response {
    let snapshot = try shelf.snapshot(name)
    let queue = ReviewQueue(snapshot.record)
    let words = String((fields["q"] ?? "").prefix(200))
    let waiting = queue.waiting(with: words)
    let text = snapshot.record.text
    let at =
      fields["at"].flatMap { text.number(of: $0) }.flatMap { waiting.firstIndex(of: $0) } ?? 0
    var undo: Markup = ""
    if let number = fields["saved"].flatMap({ Int($0) }) {
      undo = """
        <form method="post" action="\(Address("cases", name, "history", String(number), "undo"))" class="line">
        <span role="status">Done.</span> <button data-key="u">Take it back <kbd>u</kbd></button></form>

        """
    }
    let filter: Markup = """
      <form method="get" action="\(Address("cases", name, "review"))" class="line" role="search">
      <label for="q">Only drafts with these words</label>
      <input id="q" type="search" name="q" value="\(words)" maxlength="200"><button>Filter</button></form>

      """
    let condition = words.isEmpty ? "" : " that has these words"
    let card: Markup =
      waiting.isEmpty
      ? "<p>No drafted row waits\(condition).</p>\n"
      : self.card(name, queue, waiting, at, words)
    return Answer.page(
      PageFrame(title: "Review of \(name)", name: name, place: .review),
      "<h1>Review</h1>\n\(undo)\(filter)\(card)\(assertions(name, snapshot))")
  }

  private func card(
    _ name: String, _ queue: ReviewQueue, _ waiting: [Int], _ at: Int, _ words: String
  ) -> Markup {
    let text = queue.record.text
    let number = waiting[at]
    let row = text.rows[number]
    func value(_ column: String) -> String { RecordText.trimmed(text.value(column, of: row)) }
    func id(_ number: Int) -> String { RecordText.trimmed(text.value("id", of: text.rows[number])) }
    let code = EventCode(value("code"))
    let next = at + 1 < waiting.count ? id(waiting[at + 1]) : ""
    let skip = Address("cases", name, "review").with(
      [("at", next.isEmpty ? id(waiting[0]) : next)] + (words.isEmpty ? [] : [("q", words)]))
    let nearest = queue.nearest(to: number).map { other -> Markup in
      let row = text.rows[other]
      return """
        <tr><th scope="row"><a href="\(Address("cases", name, "rows", id(other)))">\(id(other))</a></th>\
        <td class="tight">\(text.value("date", of: row))</td><td>\(text.value("source", of: row))</td>\
        <td>\(text.value("target", of: row))</td><td>\(text.value("code", of: row))</td>\
        <td class="w">\(text.value("summary", of: row))</td></tr>

        """
    }
    let alike = queue.alike(number)
    let all: Markup =
      alike.count > 1
      ? """
      <button name="do" value="alike">Accept all \(alike.count) with this code and rule</button>
      """ : ""
    let rule = [value("rule"), value("inferred").isEmpty ? "" : "inferred: \(value("inferred"))"]
      .filter { !$0.isEmpty }.joined(separator: "; ")
    var source: Markup = "\(value("publisher")), \(value("title")) \(value("published"))"
    if let address = Escaping.webAddress(value("url")) {
      source = "\(source) <a href=\"\(address)\" rel=\"noopener noreferrer external\">read it</a>"
    }
    return """
      <section class="draft" aria-labelledby="draft">
      <p class="aside">\(at + 1) of \(waiting.count) drafts that wait</p>
      <progress max="\(waiting.count)" value="\(at)" aria-label="Place in the queue"></progress>
      <h2 id="draft">\(value("id")), \(value("date"))</h2>
      <blockquote>\(marked(value("summary"), value("cue")))</blockquote>
      <p class="aside">\(source)</p>
      <dl class="facts">
      <dt>Who</dt><dd>\(value("source")) \(value("source_organ"))</dd>
      <dt>Toward</dt><dd>\(value("target")) \(value("target_organ"))</dd>
      <dt>Act</dt><dd><code>\(value("code"))</code> \(code?.label ?? "") \
      <span class="aside">\(code?.quadClass.label ?? "")</span></dd>
      <dt>Rule</dt><dd>\(rule.isEmpty ? "none stated" : rule)</dd>
      <dt>Channel</dt><dd>\(value("channel")) \(value("channel_effect"))</dd>
      <dt>Status</dt><dd>\(value("status").isEmpty ? "confirmed" : value("status"))</dd>
      </dl>
      <form method="post" action="\(Address("cases", name, "review", value("id")))" class="tools">
      <input type="hidden" name="seen" value="\(RowForm.packed(text.text(of: row)))">
      <input type="hidden" name="next" value="\(next)">
      <input type="hidden" name="q" value="\(words)">
      <button name="do" value="accept" class="main" data-key="a">Accept <kbd>a</kbd></button>
      <a class="button" data-key="e" href="\(Address("cases", name, "rows", value("id"), "edit"))">Edit \
      <kbd>e</kbd></a>
      <button name="do" value="reject" class="grave" data-key="r">Reject <kbd>r</kbd></button>
      <a class="button" data-key="s" href="\(skip)">Skip <kbd>s</kbd></a>
      \(all)</form>
      <h3>The record's nearest rows</h3>
      <div class="scroll" role="region" aria-label="Nearest rows" tabindex="0">
      <table><thead><tr><th scope="col">row</th><th scope="col">date</th><th scope="col">who</th>\
      <th scope="col">toward</th><th scope="col">act</th><th scope="col">what happened</th></tr></thead>
      <tbody>
      \(nearest)</tbody></table></div>
      </section>

      """
  }

  /// A sentence with the words marked on which the code rests.
  private func marked(_ sentence: String, _ cues: String) -> Markup {
    for cue in cues.split(separator: ";").map({ RecordText.trimmed(String($0)) }) where !cue.isEmpty
    {
      if let place = sentence.range(of: cue) {
        let (before, words, after) = (
          String(sentence[..<place.lowerBound]), String(sentence[place]),
          String(sentence[place.upperBound...])
        )
        return "\(before)<mark>\(words)</mark>\(after)"
      }
    }
    return "\(sentence)"
  }

  private func assertions(_ name: String, _ snapshot: CaseSnapshot) -> Markup {
    guard let drafts = snapshot.subject?.drafts.assertions, !drafts.isEmpty else { return "" }
    let editor = CaseEditor(folder: snapshot.folder)
    let items = drafts.prefix(50).map { draft -> Markup in
      guard let entry = try? editor.assertion(draft.id) else {
        return
          "<li><strong>\(draft.id)</strong> \(draft.text) <span class=\"aside\">edit the file itself</span></li>\n"
      }
      let field = "text-\(draft.id)"
      return """
        <li id="assertion-\(draft.id)"><p><strong>\(draft.id)</strong> \(draft.text)</p>
        <p class="aside">\(draft.kind), \(draft.certainty), \(draft.paragraph)</p>
        <form method="post" action="\(Address("cases", name, "review", "assertions", draft.id))">
        <input type="hidden" name="seen" value="\(RowForm.packed(entry.text))">
        <details><summary>Its entry with the suggested check</summary>
        <label for="\(field)">assertions.yaml, line \(entry.line)</label>
        <textarea id="\(field)" name="text" rows="9" class="code">
        \(entry.text)</textarea>
        <p><button name="do" value="save">Save the entry</button></p></details>
        <p class="tools"><button name="do" value="accept" class="main">Accept</button>
        <button name="do" value="reject" class="grave">Reject</button></p></form></li>

        """
    }
    return """
      <section aria-labelledby="assertions">
      <h2 id="assertions">Drafted assertions</h2>
      <p>\(drafts.count) wait.</p>
      <ol class="edits">
      \(items)</ol></section>

      """
  }

  // MARK: Decisions

  private func decide(_ name: String, _ id: String, _ fields: Fields) throws -> Response {
    guard let seen = fields["seen"].flatMap(RowForm.unpacked) else {
      throw Fault(.badRequest, "The form is not whole", "The row as you saw it is missing.")
    }
    let editor = try shelf.editor(name)
    let entry: CaseHistory.Entry?
    switch fields["do"] {
    case "accept":
      entry = try editor.save(
        [.change(id: id, seen: seen, values: ["draft": ""])],
        what: "draft \(id) accepted")
    case "reject":
      entry = try editor.save([.remove(id: id, seen: seen)], what: "draft \(id) rejected")
    case "alike":
      let queue = ReviewQueue(try shelf.snapshot(name).record)
      guard let number = queue.record.text.number(of: id) else {
        throw Fault(.conflict, "This is not there any more")
      }
      let alike = queue.alike(number)
      entry = try editor.save(
        queue.accepting(alike), what: "\(alike.count) drafts like \(id) accepted")
    default: throw Fault(.badRequest, "No decision", "Accept or reject.")
    }
    var further: [(String, String)] = []
    if let next = fields["next"], !next.isEmpty { further.append(("at", next)) }
    if let words = fields["q"], !words.isEmpty { further.append(("q", words)) }
    if let entry { further.append(("saved", String(entry.id))) }
    return Answer.elsewhere(Address("cases", name, "review").with(further))
  }

  private func decideAssertion(_ name: String, _ id: String, _ fields: Fields) throws -> Response {
    guard let seen = fields["seen"].flatMap(RowForm.unpacked) else {
      throw Fault(.badRequest, "The form is not whole", "The entry as you saw it is missing.")
    }
    let editor = try shelf.editor(name)
    let entry: CaseHistory.Entry?
    switch fields["do"] {
    case "accept": entry = try editor.accept(assertion: id)
    case "reject":
      entry = try editor.save(
        assertion: id, seen: seen, text: "", what: "assertion \(id) rejected")
    case "save":
      let text = (fields["text"] ?? "").replacing("\r\n", with: "\n")
      entry = try editor.save(
        assertion: id, seen: seen, text: text, what: "assertion \(id) changed")
    default: throw Fault(.badRequest, "No decision", "Accept, reject or save.")
    }
    return Answer.elsewhere(
      Address("cases", name, "review").with(entry.map { [("saved", String($0.id))] } ?? [])
        .at("assertions"))
  }
}
