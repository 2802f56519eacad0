import Casework
import Diplomacy
import Hummingbird

/// The record of a case as a table.
struct RecordRoutes: Sendable {
  let shelf: CaseShelf
  let limits: BodyLimits

  func add(to router: Router<WorkbenchContext>) {
    router.get("/cases/:case/record") { request, context in
      let name = try context.part("case")
      let snapshot = try shelf.snapshot(name)
      let query = RecordQuery(Fields(query: request))
      return Answer.page(
        PageFrame(title: "Record of \(name)", name: name, place: .record, isWide: true),
        RecordTablePage(name: name, snapshot: snapshot, query: query).markup)
    }
  }
}

/// One page of the table with its facets.
struct RecordTablePage {
  let name: String
  let snapshot: CaseSnapshot
  let query: RecordQuery

  private static let columns: [(order: RecordQuery.Order, title: String)] = [
    (.id, "row"), (.date, "date"), (.source, "who"), (.target, "toward"), (.code, "act"),
  ]

  var markup: Markup {
    let table = snapshot.record
    let page = table.page(query)
    let found =
      query.isWhole
      ? "\(page.total) \(page.total == 1 ? "row" : "rows")"
      : "\(page.total) of \(table.text.rows.count) rows"
    return """
      <h1>Record</h1>
      <div class="beside">
      \(filters(page))
      <div class="found">
      <p class="tools"><strong>\(found)</strong> \
      <a class="button" href="\(Address("cases", name, "record", "new"))">Add a row</a> \
      <a class="button" href="\(Address("cases", name, "record", "filtered").with(query.fields))">Edit these rows</a></p>
      \(rows(page))\(leaves(page))</div>
      </div>

      """
  }

  private func address(_ change: (inout RecordQuery) -> Void) -> Address {
    var query = query
    query.page = 1
    change(&query)
    return Address("cases", name, "record").with(query.fields)
  }

  // MARK: The filters

  private func filters(_ page: RecordPage) -> Markup {
    let groups = page.facets.filter { $0.values.contains { !$0.text.isEmpty } }
      .map { group($0.facet, $0.values) }
    var kept = query
    kept.search = ""
    kept.from = nil
    kept.until = nil
    kept.page = 1
    let hidden = kept.fields.map { name, value -> Markup in
      "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }
    let all: Markup =
      query.isWhole
      ? "" : "<p><a href=\"\(Address("cases", name, "record"))\">Show every row</a></p>\n"
    return """
      <aside class="filters" aria-label="Filters">
      <form method="get" action="\(Address("cases", name, "record"))" role="search">
      \(hidden)<label for="q">Words in the row</label>
      <input id="q" name="q" type="search" value="\(query.search)" maxlength="200">
      <label for="from">From</label>
      <input id="from" name="from" value="\(query.from?.description ?? "")" \
      placeholder="2025-01" pattern="\\d{4}-\\d{2}(-\\d{2})?">
      <label for="until">Until</label>
      <input id="until" name="until" value="\(query.until?.description ?? "")" \
      placeholder="2025-06-30" pattern="\\d{4}-\\d{2}(-\\d{2})?">
      <button>Filter</button>
      </form>
      \(all)\(groups)</aside>
      """
  }

  private func group(_ facet: RecordQuery.Facet, _ values: [RecordPage.Value]) -> Markup {
    let shown = values.prefix(12) + values.dropFirst(12).filter(\.isChosen)
    let items = shown.map { value -> Markup in
      let link = address { query in
        query.chosen[facet, default: []].formSymmetricDifference([value.text])
      }
      let sign: Markup = value.isChosen ? " aria-current=\"true\"" : ""
      return """
        <li><a href="\(link)"\(sign)>\(Self.label(facet, value.text))</a> \
        <span class="count">\(value.count)</span></li>

        """
    }
    let isOpen: Markup = query.chosen[facet]?.isEmpty == false || facet != .target ? " open" : ""
    let rest = values.count - shown.count
    let more: Markup = rest > 0 ? "<p class=\"aside\">and \(rest) more with fewer rows</p>\n" : ""
    return """
      <details\(isOpen)><summary>\(facet.title)</summary>
      <ul>
      \(items)</ul>
      \(more)</details>

      """
  }

  private static func label(_ facet: RecordQuery.Facet, _ value: String) -> String {
    if value.isEmpty { return "none stated" }
    if facet == .code, let code = EventCode(value) { return "\(value) \(code.label)" }
    if facet == .channel { return ChannelLevel(rawValue: value).label }
    return value
  }

  // MARK: The rows

  private func rows(_ page: RecordPage) -> Markup {
    let heads = Self.columns.map { order, title -> Markup in
      let isOrder = query.order == order
      let link = address { query in
        query.isDescending = isOrder && !query.isDescending
        query.order = order
      }
      let sort: Markup =
        isOrder ? " aria-sort=\"\(query.isDescending ? "descending" : "ascending")\"" : ""
      return "<th scope=\"col\"\(sort)><a href=\"\(link)\">\(title)</a></th>"
    }
    let text = snapshot.record.text
    let places = Dictionary(
      text.columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var lines: Set<Int> = []
    for problem in snapshot.problems where problem.severity != .note {
      if problem.file.hasSuffix("/events.csv") { lines.insert(problem.line) }
    }
    var body: Markup = ""
    for number in page.rows {
      let row = text.rows[number]
      func cell(_ name: String) -> String {
        guard let place = places[name], place < row.cells.count else { return "" }
        return row.cells[place]
      }
      let id = RecordText.trimmed(cell("id"))
      let code = RecordText.trimmed(cell("code"))
      let label = EventCode(code)?.label ?? ""
      let flag: Markup = lines.contains(row.line) ? " <span class=\"bad\">✗ check</span>" : ""
      let status = cell("status")
      let further = [
        status == "confirmed" ? "" : status, cell("intent") == "intended" ? "" : cell("intent"),
        cell("channel").isEmpty ? "" : ChannelLevel(rawValue: cell("channel")).label,
        cell("channel_effect"), cell("same_as").isEmpty ? "" : "same as \(cell("same_as"))",
      ].filter { !$0.isEmpty }.joined(separator: " · ")
      body += """
        <tr id="row-\(id)"><th scope="row"><a href="\(Address("cases", name, "rows", id))">\(id)</a>\
        \(flag)</th><td class="tight">\(cell("date"))</td><td>\(cell("source"))</td>\
        <td>\(cell("target"))</td><td><abbr title="\(label)">\(code)</abbr></td>\
        <td class="w">\(cell("summary")) <span class="aside">\(further)</span></td>\
        <td>\(cell("publisher"))</td></tr>

        """
    }
    return """
      <div class="scroll" role="region" aria-label="Rows of the record" tabindex="0">
      <table class="record" data-keys="rows">
      <thead><tr>\(heads)<th scope="col">what happened</th><th scope="col">published by</th></tr></thead>
      <tbody>
      \(body)</tbody>
      </table>
      </div>

      """
  }

  private func leaves(_ page: RecordPage) -> Markup {
    guard page.pages > 1 else { return "" }
    func link(_ number: Int, _ title: String, _ relation: String) -> Markup {
      guard (1...page.pages).contains(number), number != page.page else {
        return "<span class=\"aside\">\(title)</span>"
      }
      return "<a rel=\"\(relation)\" href=\"\(address { $0.page = number })\">\(title)</a>"
    }
    return """
      <nav class="leaves" aria-label="Pages">
      \(link(1, "First", "first")) \(link(page.page - 1, "Before", "prev"))
      <span>Page \(page.page) of \(page.pages)</span>
      \(link(page.page + 1, "Next", "next")) \(link(page.pages, "Last", "last"))
      </nav>

      """
  }
}

extension RecordQuery.Facet {
  /// The name of the facet on the page.
  var title: String {
    switch self {
    case .side: "Who acted"
    case .target: "Toward"
    case .code: "Act (CAMEO)"
    case .channel: "Channel"
    case .status: "Status"
    case .grade: "Credibility"
    }
  }
}
