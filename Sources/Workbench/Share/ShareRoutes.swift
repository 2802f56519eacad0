import CaseArchives
import Casework
import HTTPTypes
import Hummingbird
import Reporting

/// What is handed over: reports, figures, data and the case itself.
struct ShareRoutes: Sendable {
  let desk: AssessmentDesk
  let limits: BodyLimits

  func add(to router: Router<WorkbenchContext>) {
    router.get("/cases/:case/share") { _, context in try await page(try context.part("case")) }
    router.get("/cases/:case/share/:file") { _, context in
      try await file(try context.part("case"), try context.part("file"))
    }
    router.post("/cases/import") { request, _ in
      let form = try await MultipartForm(request, limit: limits.upload)
      guard let file = form.file("archive") else {
        throw Fault(.badRequest, "No file was chosen", "Choose the zip file of a case.")
      }
      let stated = form["name"] ?? ""
      let given = file.file.map { $0.hasSuffix(".zip") ? String($0.dropLast(4)) : $0 } ?? ""
      let name = stated.isEmpty ? given : stated
      try desk.shelf.workspace.bring(file.bytes, named: name)
      return Answer.elsewhere(Address("cases", name))
    }
  }

  private func page(_ name: String) async throws -> Response {
    let shown = try await desk.shown(name)
    let scope: Markup =
      shown.isWhole
      ? "<p>With the comparison of explanations.</p>\n"
      : "<p>Without the comparison of explanations; <a href=\"\(Address("cases", name, "assessment"))\">"
        + "start it</a> to have it in these files.</p>\n"
    let files = [
      ("brief.html", "The brief of one page"),
      ("report.html", "The report as one page that needs no network"),
      ("report.md", "The report as Markdown"), ("assessment.json", "The assessment as JSON"),
      ("\(name).zip", "The case as zip: its files as they are now"),
    ].map { file, what -> Markup in
      "<li><a href=\"\(Address("cases", name, "share", file))\" download>\(file)</a> · \(what)</li>\n"
    }
    let figures = Figures.list(shown.parts.content).map { figure -> Markup in
      """
      <li><a href="\(Address("cases", name, "share", figure.id + ".svg"))" download>\(figure.id).svg</a> \
      <a hidden data-png href="\(Address("cases", name, "share", figure.id + ".svg"))" \
      download="\(figure.id).png">\(figure.id).png</a> · \(figure.title)</li>

      """
    }
    return Answer.page(
      PageFrame(title: "Share \(name)", name: name, place: .share),
      """
      <h1>Share</h1>
      \(scope)<ul>
      \(files)</ul>
      <h2>Figures</h2>
      <ul>
      \(figures)</ul>

      """)
  }

  private func file(_ name: String, _ file: String) async throws -> Response {
    if file == "\(name).zip" {
      let folder = try desk.shelf.workspace.folder(of: name)
      return Answer.download(
        try CaseArchive.pack(folder, name: name), type: "application/zip", name: file)
    }
    let shown = try await desk.shown(name)
    switch file {
    case "report.html", "brief.html":
      let page = file == "brief.html" ? shown.reports.brief : shown.reports.html
      var response = Answer.download(
        Array(page.utf8), type: "text/html; charset=utf-8", name: file)
      if let policy = HTTPField.Name("Content-Security-Policy") {
        response.headers[policy] = SafetyHeaders.reportPolicy
      }
      return response
    case "report.md":
      return Answer.download(
        Array(shown.reports.markdown.utf8), type: "text/markdown; charset=utf-8", name: file)
    case "assessment.json":
      return Answer.download(Array(shown.reports.json.utf8), type: "application/json", name: file)
    default:
      guard file.hasSuffix(".svg"),
        let figure = Figures.list(shown.parts.content).first(where: { $0.id + ".svg" == file })
      else { throw Fault(.notFound, "There is no such file") }
      return Answer.download(
        Array(Figures.whole(figure.svg, style: shown.parts.style).utf8), type: "image/svg+xml",
        name: file)
    }
  }
}
