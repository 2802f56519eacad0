import Casework
import Diplomacy
import HTTPTypes
import Hummingbird

/// Second coders of a case, and their codes beside the first.
struct CodingRoutes: Sendable {
  let shelf: CaseShelf
  let limits: BodyLimits

  func add(to router: Router<WorkbenchContext>) {
    router.get("/cases/:case/coding") { request, context in
      try page(try context.part("case"), Fields(query: request))
    }
    router.post("/cases/:case/coding") { request, context in
      let name = try context.part("case")
      let fields = try await Form.fields(of: request, limit: limits.form)
      let folder = try shelf.workspace.folder(of: name)
      _ = try SecondCoders(folder: folder).invite(fields["coder"] ?? "")
      return Answer.elsewhere(Address("cases", name, "coding"))
    }
    router.post("/cases/:case/coding/decide") { request, context in
      let fields = try await Form.fields(of: request, limit: limits.form)
      return try decide(try context.part("case"), fields)
    }
  }

  private func page(_ name: String, _ fields: Fields) throws -> Response {
    let snapshot = try shelf.snapshot(name)
    let coders = SecondCoders(folder: snapshot.folder)
    let total = snapshot.record.text.rows.count - ReviewQueue(snapshot.record).waiting.count
    let items = coders.all.map { coder -> Markup in
      """
      <li><strong>\(coder.name)</strong>: \(coders.codes(of: coder).count) of \(total) rows coded. \
      Their link: <a href="\(Address("code", coder.key))">\(Address("code", coder.key).string)</a></li>

      """
    }
    let agreement = try agreement(name, snapshot, fields["verdict"] != nil)
    let saved: Markup =
      fields["saved"] == nil ? "" : "<p class=\"note\" role=\"status\">Done.</p>\n"
    return Answer.page(
      Self.frame(name),
      """
      <h1>Second coding</h1>
      \(saved)<p>A second coder gets the rows by a link of their own: without the first codes, in random \
      order. The codes are kept in <code>coders/NAME.csv</code>; say in <code>coders:</code> of case.yaml \
      who the coder was and what the coder saw.</p>
      <ul>
      \(items)</ul>
      <form method="post" action="\(Address("cases", name, "coding"))" class="line">
      <label for="coder">Name of a new coder</label>
      <input id="coder" name="coder" required pattern="[A-Za-z0-9][A-Za-z0-9\\-]*" maxlength="64" \
      autocomplete="off">
      <button>Make a link</button></form>
      \(agreement)\(differences(name, snapshot))
      """)
  }

  private static func frame(_ name: String) -> PageFrame {
    var frame = PageFrame(
      title: "Second coding of \(name)", name: name, place: .coding, isWide: true)
    frame.style = Assets.path(of: "report.css")
    return frame
  }

  /// How far the coders agree, column by column, and what follows from each coding.
  private func agreement(
    _ name: String, _ snapshot: CaseSnapshot, _ includesVerdict: Bool
  ) throws -> Markup {
    guard let subject = snapshot.subject, !subject.codings.isEmpty else { return "" }
    let fragment = try AgreementReport.fragment(of: subject, includesVerdict: includesVerdict)
    let further: Markup =
      includesVerdict || subject.explanations.isEmpty
      ? ""
      : """
      <p><a href="\(Address("cases", name, "coding").with([("verdict", "1")]))">The verdict under each coding</a></p>

      """
    return """
      <h2>How far the coders agree</h2>
      <div class="report">\(Markup(written: fragment))</div>
      \(further)
      """
  }

  /// The rows on which coders differ, column by column.
  private func differences(_ name: String, _ snapshot: CaseSnapshot) -> Markup {
    let text = snapshot.record.text
    var rows: [Markup] = []
    var compared = 0
    var different = 0
    for coding in snapshot.subject?.codings ?? [] {
      for row in text.rows {
        let id = RecordText.trimmed(text.value("id", of: row))
        guard let codes = coding.rows[id] else { continue }
        for column in coding.columns where SecondCoder.columns.contains(column) {
          let first = Self.stated(RecordText.trimmed(text.value(column, of: row)), column)
          let second = Self.stated(codes[column] ?? "", column)
          compared += 1
          guard first != second else { continue }
          different += 1
          if rows.count < 200 {
            rows.append(
              difference(name, id, text, row, column, first, second, coding.coder))
          }
        }
      }
    }
    guard compared > 0 else { return "" }
    return """
      <h2>Where the codings differ</h2>
      <p>\(different) of \(compared) codes that both gave differ.</p>
      <div class="scroll" role="region" aria-label="Differences" tabindex="0">
      <table><thead><tr><th scope="col">row</th><th scope="col">what happened</th>\
      <th scope="col">column</th><th scope="col">first coder</th><th scope="col">second coder</th>\
      <th scope="col">decide</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div>

      """
  }

  private func difference(
    _ name: String, _ id: String, _ text: RecordText, _ row: RecordText.Row, _ column: String,
    _ first: String, _ second: String, _ coder: String
  ) -> Markup {
    func meaning(_ value: String) -> String {
      column == "code" ? "\(value) \(EventCode(value)?.label ?? "")" : value
    }
    return """
      <tr><th scope="row"><a href="\(Address("cases", name, "rows", id))">\(id)</a></th>\
      <td class="w">\(text.value("summary", of: row))</td><td>\(column)</td>\
      <td>\(meaning(first))</td><td>\(meaning(second)) <span class="aside">\(coder)</span></td>\
      <td><form method="post" action="\(Address("cases", name, "coding", "decide"))" class="line">\
      <input type="hidden" name="row" value="\(id)">\
      <input type="hidden" name="seen" value="\(RowForm.packed(text.text(of: row)))">\
      <input type="hidden" name="column" value="\(column)">\
      <input type="hidden" name="value" value="\(second)">\
      <label class="hidden" for="why-\(coder)-\(id)-\(column)">Why</label>\
      <input id="why-\(coder)-\(id)-\(column)" name="why" placeholder="why" maxlength="500">\
      <button>Take the second</button></form></td></tr>

      """
  }

  /// A code as it counts: what an empty cell stands for.
  private static func stated(_ value: String, _ column: String) -> String {
    guard value.isEmpty else { return value }
    return switch column {
    case "status": EventStatus.confirmed.rawValue
    case "intent": EventIntent.intended.rawValue
    case "role": RowRole.act.rawValue
    default: ""
    }
  }

  /// Takes the second coder's code of a row into the record, with the reason in its note.
  private func decide(_ name: String, _ fields: Fields) throws -> Response {
    guard let id = fields["row"], let column = fields["column"], let value = fields["value"],
      SecondCoder.columns.contains(column), let seen = fields["seen"].flatMap(RowForm.unpacked)
    else { throw Fault(.badRequest, "The form is not whole") }
    let editor = try shelf.editor(name)
    let record = try editor.record()
    guard let number = record.number(of: id) else {
      throw Fault(.conflict, "This is not there any more", "The row '\(id)' was taken out.")
    }
    var values = [column: value]
    if let why = fields["why"], !why.isEmpty {
      let note = record.value("note", of: record.rows[number])
      values["note"] = (note.isEmpty ? "" : note + " ") + "(\(column) decided: \(why))"
    }
    let entry = try editor.save(
      [.change(id: id, seen: seen, values: values)], what: "\(column) of \(id) decided")
    return Answer.elsewhere(
      Address("cases", name, "coding").with(entry.map { [("saved", String($0.id))] } ?? []))
  }
}
