import Casework
import Foundation
import HTTPTypes
import Hummingbird

/// What would move were the case otherwise: at once, named and kept, side by side.
struct WhatIfRoutes: Sendable {
  let desk: WhatIfDesk
  let streams: ProgressStreams
  let limits: BodyLimits

  func add(to router: Router<WorkbenchContext>) {
    router.get("/cases/:case/whatif") { request, context in
      try await page(try context.part("case"), WhatIfQuery(Fields(query: request)).changes)
    }
    router.get("/cases/:case/whatif/result") { request, context in
      let query = try WhatIfQuery(Fields(query: request))
      let result = try await result(try context.part("case"), query.changes)
      return Answer.text(result.html, type: "text/html; charset=utf-8")
    }
    router.get("/cases/:case/whatif/compare") { request, context in
      try await compare(
        try context.part("case"), Fields(query: request).values("name").prefix(6).map { $0 })
    }
    router.post("/cases/:case/whatif/save") { request, context in
      let name = try context.part("case")
      let fields = try await Form.fields(of: request, limit: limits.form)
      let changes = try WhatIfQuery(fields).changes
      let folder = try desk.shelf.workspace.folder(of: name)
      _ = try await desk.result(name, changes)
      try SavedWhatIfs(folder: folder).save(fields["name"] ?? "", changes)
      return Answer.elsewhere(
        Address("cases", name, "whatif").with(WhatIfQuery.fields(of: changes)))
    }
    router.post("/cases/:case/whatif/forget") { request, context in
      let name = try context.part("case")
      let fields = try await Form.fields(of: request, limit: limits.form)
      let folder = try desk.shelf.workspace.folder(of: name)
      try SavedWhatIfs(folder: folder).forget(fields["name"] ?? "")
      return Answer.elsewhere(Address("cases", name, "whatif"))
    }
    addSimulated(to: router)
  }

  /// The routes of the part that is found by simulation.
  private func addSimulated(to router: Router<WorkbenchContext>) {
    router.post("/cases/:case/whatif/start") { request, context in
      let name = try context.part("case")
      let changes = try WhatIfQuery(
        try await Form.fields(of: request, limit: limits.form)
      ).changes
      try desk.start(name, changes)
      return Answer.elsewhere(
        Address("cases", name, "whatif").with(WhatIfQuery.fields(of: changes)))
    }
    router.post("/cases/:case/whatif/cancel") { request, context in
      let name = try context.part("case")
      let changes = try WhatIfQuery(
        try await Form.fields(of: request, limit: limits.form)
      ).changes
      _ = try desk.shelf.workspace.folder(of: name)
      desk.jobs.cancel(WhatIfDesk.job(name))
      return Answer.elsewhere(
        Address("cases", name, "whatif").with(WhatIfQuery.fields(of: changes)))
    }
    router.get("/cases/:case/whatif/progress") { _, context in
      let name = try context.part("case")
      _ = try desk.shelf.workspace.folder(of: name)
      guard let job = desk.jobs.job(WhatIfDesk.job(name)) else {
        throw Fault(.notFound, "Nothing is being computed")
      }
      return try streams.answer(job)
    }
  }

  // MARK: The page

  private func page(_ name: String, _ changes: [StatedChange]) async throws -> Response {
    let snapshot = try desk.shelf.snapshot(name)
    let result = try await result(name, changes)
    var frame = PageFrame(title: "What if · \(name)", name: name, place: .whatif, isWide: true)
    frame.style = Assets.path(of: "report.css")
    return Answer.page(
      frame,
      """
      <h1>What if</h1>
      <p class="note caution">Nothing here changes the case: its files and its assessment stay as they are.</p>
      <div class="beside whatif">
      \(WhatIfForm(name: name, snapshot: snapshot, changes: changes).markup)
      <div class="found">
      <section id="result" aria-label="What moves">
      \(result)</section>
      \(kept(name, snapshot.folder))</div>
      </div>

      """)
  }

  /// What moves; how to begin where nothing is otherwise.
  private func result(_ name: String, _ changes: [StatedChange]) async throws -> Markup {
    guard !changes.isEmpty else {
      return
        "<p>Leave an act or a source out, move a date, change a code or a prior: what would move shows here.</p>\n"
    }
    do {
      let found = try await desk.result(name, changes)
      return """
        <p class="aside" role="status">What moves with \(changes.count) \
        \(changes.count == 1 ? "change" : "changes"). <a href="\(Address("cases", name, "whatif").with(WhatIfQuery.fields(of: changes)))">A link to \
        this what-if</a></p>
        <div class="report">\(Markup(written: found.fragment))</div>
        \(keep(name, changes))\(simulated(name, changes))
        """
    } catch let failure as CaseworkFailure {
      return "<p class=\"bad\">\(failure.message)</p>\n"
    }
  }

  private static func hidden(_ changes: [StatedChange]) -> [Markup] {
    WhatIfQuery.fields(of: changes).map { name, value in
      "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }
  }

  private func keep(_ name: String, _ changes: [StatedChange]) -> Markup {
    guard !changes.isEmpty else { return "" }
    return """
      <form method="post" action="\(Address("cases", name, "whatif", "save"))" class="line">
      \(Self.hidden(changes))<label for="save-name">Keep it as</label>
      <input id="save-name" name="name" required maxlength="\(SavedWhatIfs.nameLimit)" autocomplete="off">
      <button>Keep</button></form>

      """
  }

  /// The part that is found by simulation: to be started, on its way, or there.
  private func simulated(_ name: String, _ changes: [StatedChange]) -> Markup {
    guard !changes.isEmpty else { return "" }
    let job = desk.jobs.job(WhatIfDesk.job(name))
    let isThis = job?.label == WhatIfDesk.label(changes)
    if let job, isThis, job.state.outcome == .running {
      return """
        <div class="note" data-progress="\(Address("cases", name, "whatif", "progress"))">
        <p><strong>The simulated part is being computed.</strong> \
        <span class="stage" aria-live="polite">\(job.state.sentence)</span></p>
        <progress max="\(max(1, job.state.total))" value="\(job.state.done)" aria-label="Progress"></progress>
        <form method="post" action="\(Address("cases", name, "whatif", "cancel"))">\(Self.hidden(changes))\
        <button data-cancel>Cancel</button></form></div>

        """
    }
    if let job, isThis, job.state.outcome == .finished,
      let data = FileManager.default.contents(atPath: job.output + "/" + WhatIfResult.fragmentName)
    {
      return """
        <details open><summary><strong>With the simulated part</strong></summary>
        <div class="report">\(Markup(written: String(decoding: data, as: UTF8.self)))</div></details>

        """
    }
    var said: Markup = ""
    if let job, isThis, job.state.outcome == .failed {
      said = "<p class=\"bad\">\(job.state.sentence)</p>\n"
    } else if let job, isThis, job.state.outcome == .cancelled {
      said = "<p>The computation was cancelled.</p>\n"
    }
    return """
      <div class="note">\(said)<form method="post" action="\(Address("cases", name, "whatif", "start"))">\
      \(Self.hidden(changes))<button>Add the simulated part</button> \
      <span class="aside">how often such a verdict is right, here and there; takes a minute or more, and can be \
      cancelled</span></form></div>

      """
  }

  private func kept(_ name: String, _ folder: String) -> Markup {
    let entries = SavedWhatIfs(folder: folder).all
    guard !entries.isEmpty else { return "" }
    let items = entries.enumerated().map { number, entry -> Markup in
      let address = Address("cases", name, "whatif").with(WhatIfQuery.fields(of: entry.changes))
      let what = entry.changes.map { "\($0.kind.rawValue) \($0.text)" }.joined(separator: ", ")
      return """
        <li class="line"><input type="checkbox" id="kept-\(number)" name="name" value="\(entry.name)" \
        form="compare"><label for="kept-\(number)">\(entry.name)</label>
        <span class="aside"><a href="\(address)">\(what)</a></span>
        <form method="post" action="\(Address("cases", name, "whatif", "forget"))">\
        <input type="hidden" name="name" value="\(entry.name)">\
        <button class="grave" aria-label="Forget \(entry.name)">Forget</button></form></li>

        """
    }
    return """
      <section aria-labelledby="kept"><h2 id="kept">Kept</h2>
      <form method="get" id="compare" action="\(Address("cases", name, "whatif", "compare"))"></form>
      <ul class="edits">
      \(items)</ul>
      <p><button form="compare">Put the marked ones side by side</button></p></section>

      """
  }

  /// Kept what-ifs beside the case as it is.
  private func compare(_ name: String, _ names: [String]) async throws -> Response {
    let folder = try desk.shelf.workspace.folder(of: name)
    let saved = SavedWhatIfs(folder: folder)
    var found: [(name: String, result: WhatIfResult)] = []
    for one in names {
      guard let entry = saved.entry(one) else {
        throw Fault(.notFound, "There is no such what-if", "None is kept under '\(one)'.")
      }
      found.append((one, try await desk.result(name, entry.changes)))
    }
    var frame = PageFrame(title: "What if · \(name)", name: name, place: .whatif, isWide: true)
    frame.style = Assets.path(of: "report.css")
    let table: Markup =
      found.isEmpty
      ? "<p>Mark the kept what-ifs to be put side by side.</p>\n"
      : Markup(written: WhatIfResult.sideBySide(found))
    return Answer.page(
      frame,
      """
      <h1>What-ifs side by side</h1>
      <p class="note caution">The first column is the case as it is; the others are what would be.</p>
      <div class="report">\(table)</div>
      <p><a href="\(Address("cases", name, "whatif"))">Back to the what-ifs</a></p>

      """)
  }
}
