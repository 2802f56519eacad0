import Casework
import Hummingbird
import Reporting

/// The assessment of a case as a page, with the comparison of explanations started from it.
struct AssessmentRoutes: Sendable {
  let desk: AssessmentDesk
  let streams: ProgressStreams

  func add(to router: Router<WorkbenchContext>) {
    router.get("/cases/:case/assessment") { _, context in
      try await page(try context.part("case"))
    }
    router.get("/cases/:case/assessment/report.css") { _, context in
      let shown = try await desk.shown(try context.part("case"))
      return Answer.text(shown.parts.style, type: "text/css; charset=utf-8")
    }
    router.post("/cases/:case/assessment/start") { _, context in
      let name = try context.part("case")
      try desk.start(name)
      return Answer.elsewhere(Address("cases", name, "assessment"))
    }
    router.post("/cases/:case/assessment/cancel") { _, context in
      let name = try context.part("case")
      _ = try desk.shelf.workspace.folder(of: name)
      desk.jobs.cancel(AssessmentDesk.job(name))
      return Answer.elsewhere(Address("cases", name, "assessment"))
    }
    router.get("/cases/:case/assessment/progress") { _, context in
      let name = try context.part("case")
      _ = try desk.shelf.workspace.folder(of: name)
      guard let job = desk.jobs.job(AssessmentDesk.job(name)) else {
        throw Fault(.notFound, "Nothing is being computed")
      }
      return try streams.answer(job)
    }
  }

  private func page(_ name: String) async throws -> Response {
    let shown = try await desk.shown(name)
    var frame = PageFrame(title: "Assessment of \(name)", name: name, place: .assessment)
    frame.isWide = true
    frame.style = Address("cases", name, "assessment", "report.css").string
    return Answer.page(
      frame,
      """
      <h1>Assessment</h1>
      \(status(name, shown))<form class="brush" hidden><label for="brush-from">Only from</label>
      <input id="brush-from" name="from" type="date"> <label for="brush-until">until</label>
      <input id="brush-until" name="until" type="date"> <button type="reset">The whole period</button></form>
      <div class="report" data-report>
      <aside class="mark-panel" aria-live="polite" hidden></aside>
      \(Markup(written: shown.parts.content))</div>

      """)
  }

  /// What the page rests on, and what can be done about the explanations.
  private func status(_ name: String, _ shown: AssessmentDesk.Shown) -> Markup {
    let job = desk.jobs.job(AssessmentDesk.job(name))
    if let job, job.state.outcome == .running {
      return """
        <div class="note" data-progress="\(Address("cases", name, "assessment", "progress"))">
        <p><strong>The explanations are being compared.</strong> \
        <span class="stage" aria-live="polite">\(job.state.sentence)</span></p>
        <progress max="\(max(1, job.state.total))" value="\(job.state.done)" \
        aria-label="Progress"></progress>
        <form method="post" action="\(Address("cases", name, "assessment", "cancel"))">
        <button data-cancel>Cancel</button></form>
        <noscript><p><a href="\(Address("cases", name, "assessment"))">Look again</a></p></noscript>
        </div>

        """
    }
    if shown.isWhole {
      return
        "<p class=\"aside\">With the comparison of explanations, of the files as they are now.</p>\n"
    }
    let said: Markup =
      switch job?.state.outcome {
      case .failed: "<p class=\"bad\">\(job?.state.sentence ?? "")</p>\n"
      case .cancelled: "<p>The comparison was cancelled.</p>\n"
      case .finished: "<p>The files have changed since the explanations were compared.</p>\n"
      case .running, nil: ""
      }
    return """
      <div class="note"><p>This is the part that follows at once; the rival explanations are not \
      compared yet.</p>
      \(said)<form method="post" action="\(Address("cases", name, "assessment", "start"))">
      <button class="main">Compare the explanations</button> <span class="aside">takes a minute or more, \
      and can be cancelled</span></form></div>

      """
  }
}
