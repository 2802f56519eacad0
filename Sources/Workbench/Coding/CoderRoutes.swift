import Casework
import Diplomacy
import HTTPTypes
import Hummingbird

/// The pages of a second coder, reached by the coder's own link and showing nothing of the first codes.
struct CoderRoutes: Sendable {
  let shelf: CaseShelf
  let limits: BodyLimits

  func add(to router: Router<WorkbenchContext>) {
    router.get("/code/:key") { request, context in
      try page(try context.part("key"), Fields(query: request))
    }
    router.post("/code/:key/:row") { request, context in
      let fields = try await Form.fields(of: request, limit: limits.form)
      return try save(try context.part("key"), try context.part("row"), fields)
    }
  }

  /// The coder whose link it is.
  private func found(_ key: String) throws -> (CaseSnapshot, SecondCoders, SecondCoder) {
    for name in try shelf.workspace.names() {
      let folder = try shelf.workspace.folder(of: name)
      let coders = SecondCoders(folder: folder)
      for coder in coders.all where RequestGuard.isSame(key, coder.key) {
        return (try shelf.snapshot(name), coders, coder)
      }
    }
    throw Fault(.notFound, "There is no such link", "Ask the analyst for a new one.")
  }

  private func page(_ key: String, _ fields: Fields) throws -> Response {
    let (snapshot, coders, coder) = try found(key)
    let text = snapshot.record.text
    let order = SecondCoders.order(coder, of: text)
    let done = coders.codes(of: coder)
    func id(_ number: Int) -> String { RecordText.trimmed(text.value("id", of: text.rows[number])) }
    let open = order.firstIndex { done[id($0)] == nil }
    let asked = fields["at"].flatMap { Int($0) }.flatMap {
      order.indices.contains($0 - 1) ? $0 - 1 : nil
    }
    guard let at = asked ?? open else {
      let back: Markup =
        order.isEmpty ? "" : "<p><a href=\"?at=1\">Look at your codes again</a></p>\n"
      return Answer.page(
        PageFrame(title: "Coding"), "<h1>Every row is coded</h1>\n<p>Thank you.</p>\n\(back)")
    }
    let row = text.rows[order[at]]
    let own = done[id(order[at])] ?? [:]
    let facts = SecondCoder.seen.map { column -> Markup in
      "<dt>\(column)</dt><dd>\(text.value(column, of: row))</dd>\n"
    }
    let inputs = SecondCoder.columns.map { field($0, own[$0] ?? "", snapshot) }
    let codes = EventCode.all.map { code -> Markup in
      "<option value=\"\(code.rawValue)\">\(code.label)</option>"
    }
    let before: Markup =
      at > 0 ? "<a data-key=\"p\" href=\"?at=\(at)\">Before <kbd>p</kbd></a>" : ""
    return Answer.page(
      PageFrame(title: "Coding by \(coder.name)"),
      """
      <h1>Row \(at + 1) of \(order.count)</h1>
      <progress max="\(order.count)" value="\(done.count)" aria-label="Rows coded"></progress>
      <p class="aside">Code the row from its own words. Leave a field empty where the row does not say.</p>
      <dl class="facts">
      \(facts)</dl>
      <form method="post" action="\(Address("code", key, id(order[at])))" class="row-form">
      <input type="hidden" name="at" value="\(at + 1)">
      \(inputs)<p class="tools"><button class="main">Save and next</button> \(before)</p>
      </form>
      <datalist id="codes">\(codes)</datalist>

      """)
  }

  private func field(_ column: String, _ value: String, _ snapshot: CaseSnapshot) -> Markup {
    let words: [String]? =
      switch column {
      case "status": EventStatus.allCases.map(\.rawValue)
      case "intent": EventIntent.allCases.map(\.rawValue)
      case "channel_effect": ChannelEffect.allCases.map(\.rawValue)
      case "role": RowRole.allCases.map(\.rawValue)
      case "channel":
        snapshot.subject.map { Set($0.channels.flatMap(\.levels).map(\.rawValue)).sorted() }
      default: nil
      }
    let label = column.replacing("_", with: " ")
    guard let words else {
      let further: Markup =
        column == "code" ? " list=\"codes\" required autofocus data-meaning=\"codes\"" : ""
      let meaning: Markup =
        column == "code"
        ? "<p class=\"aside\" id=\"code-meaning\">\(EventCode(value)?.label ?? "")</p>" : ""
      return """
        <div class="field"><label for="\(column)">\(label)</label>
        <input id="\(column)" name="\(column)" value="\(value)" autocomplete="off"\(further)>\(meaning)</div>

        """
    }
    let options = ([""] + words).map { word -> Markup in
      let mark: Markup = word == value ? " selected" : ""
      return "<option value=\"\(word)\"\(mark)>\(word.isEmpty ? "–" : word)</option>"
    }
    return """
      <div class="field"><label for="\(column)">\(label)</label>
      <select id="\(column)" name="\(column)">\(options)</select></div>

      """
  }

  private func save(_ key: String, _ id: String, _ fields: Fields) throws -> Response {
    let (snapshot, coders, coder) = try found(key)
    guard snapshot.record.text.number(of: id) != nil else {
      throw Fault(
        .conflict, "This is not there any more", "The row was taken out; go on with the next.")
    }
    let codes = Dictionary(
      SecondCoder.columns.map { ($0, fields[$0] ?? "") }, uniquingKeysWith: { first, _ in first })
    try coders.save(codes, of: id, by: coder)
    return Answer.elsewhere(Address("code", key))
  }
}
