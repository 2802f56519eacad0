import Casework
import Foundation
import Hummingbird

/// The edits of a case, the latest first, each of which can be taken back.
struct HistoryRoutes: Sendable {
  let shelf: CaseShelf
  let limits: BodyLimits

  func add(to router: Router<WorkbenchContext>) {
    router.get("/cases/:case/history") { request, context in
      let name = try context.part("case")
      return show(
        name, CaseHistory(folder: try shelf.workspace.folder(of: name)), Fields(query: request))
    }
    router.post("/cases/:case/history/:edit/undo") { _, context in
      let name = try context.part("case")
      guard let number = Int(try context.part("edit")) else {
        throw Fault(.notFound, "There is no such edit")
      }
      let entry = try shelf.editor(name).undo(number)
      return Answer.elsewhere(
        Address("cases", name, "history").with([("saved", String(entry.id))]))
    }
  }

  private func show(_ name: String, _ history: CaseHistory, _ fields: Fields) -> Response {
    let entries = history.last(50)
    let undone = CaseHistory.undone(in: entries)
    let items = entries.map { entry -> Markup in
      let undo: Markup =
        undone.contains(entry.id)
        ? "<p class=\"aside\">taken back</p>\n"
        : """
        <form method="post" action="\(Address("cases", name, "history", String(entry.id), "undo"))">
        <button>Take it back</button></form>

        """
      return """
        <li id="edit-\(entry.id)"><p><strong>\(entry.id). \(entry.what)</strong> \
        <span class="aside">\(entry.time.formatted(.iso8601))</span></p>
        \(ChangeMarkup.difference(entry.changes))\(undo)</li>

        """
    }
    let body: Markup =
      entries.isEmpty
      ? "<p>Nothing was edited here yet.</p>\n" : "<ol class=\"edits\">\n\(items)</ol>\n"
    let saved: Markup =
      fields["saved"] == nil ? "" : "<p class=\"note\" role=\"status\">Done.</p>\n"
    return Answer.page(
      PageFrame(title: "History of \(name)", name: name, place: .history),
      """
      <h1>History</h1>
      \(saved)<p>The last fifty edits made here. Each can be taken back as long as nobody has changed \
      the same lines since.</p>
      \(body)
      """)
  }
}
