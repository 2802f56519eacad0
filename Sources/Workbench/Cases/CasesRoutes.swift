import Casework
import Diplomacy
import Hummingbird

/// The list of cases, a case's own page, and new cases.
struct CasesRoutes: Sendable {
  let shelf: CaseShelf
  let desk: AssessmentDesk
  let limits: BodyLimits

  func add(to router: Router<WorkbenchContext>) {
    router.get("/") { _, _ in try list() }
    router.get("/cases") { _, _ in Answer.elsewhere(Address()) }
    router.post("/cases") { request, _ in
      let fields = try await Form.fields(of: request, limit: limits.form)
      let name = try shelf.workspace.create(named: fields["name"] ?? "")
      return Answer.elsewhere(Address("cases", name))
    }
    router.post("/cases/draft") { request, _ in
      let form = try await MultipartForm(request, limit: limits.form)
      let file = form.file("file")
      let text = file?.bytes ?? Array((form["article"] ?? "").utf8)
      let name = form["name"] ?? ""
      try shelf.workspace.draft(text, fileName: file?.file ?? "article.txt", named: name)
      return Answer.elsewhere(Address("cases", name, "review"))
    }
    router.get("/cases/:case") { _, context in
      let name = try context.part("case")
      return overview(name, try shelf.snapshot(name))
    }
  }

  private func list() throws -> Response {
    let entries = try shelf.workspace.names().map { name -> Markup in
      guard let snapshot = try? shelf.snapshot(name) else { return "" }
      return Self.entry(name, snapshot, desk.answer(name, snapshot.stamp))
    }
    let body: Markup =
      entries.isEmpty
      ? "<p>The workspace holds no case yet.</p>\n" : "<ul class=\"cases\">\n\(entries)</ul>\n"
    return Answer.page(
      PageFrame(title: "Cases"),
      """
      <h1>Cases</h1>
      \(body)<section aria-labelledby="new-case">
      <h2 id="new-case">A new case</h2>
      <form method="post" action="/cases" class="line">
      <label for="name">Name of its folder</label>
      <input id="name" name="name" required maxlength="100" autocomplete="off" \
      placeholder="aland-beland-2021">
      <button>Make it from the skeleton</button>
      </form>
      <h3>From an article</h3>
      <form method="post" action="/cases/draft" enctype="multipart/form-data">
      <p class="line"><label for="draft-name">Name of the drafted case</label>
      <input id="draft-name" name="name" required maxlength="100" autocomplete="off"></p>
      <p><label for="article">The text of the article</label>
      <textarea id="article" name="article" rows="6"></textarea></p>
      <p class="line"><label for="article-file">or its file, text or web page</label>
      <input id="article-file" name="file" type="file" accept=".txt,.html,.htm,.md">
      <button>Draft a case</button></p>
      </form>
      <h3>From a zip</h3>
      <form method="post" action="/cases/import" enctype="multipart/form-data" class="line">
      <label for="archive">The zip file of a case</label>
      <input id="archive" name="archive" type="file" accept=".zip" required>
      <label for="archive-name">Name, if another</label>
      <input id="archive-name" name="name" maxlength="100" autocomplete="off">
      <button>Bring it in</button>
      </form>
      </section>

      """)
  }

  private static func entry(_ name: String, _ snapshot: CaseSnapshot, _ answer: String?) -> Markup {
    let title = snapshot.subject?.title ?? name
    var claim: Markup = snapshot.subject.map { "<p>\($0.claim)</p>\n" } ?? ""
    if let answer { claim += "<p><strong>\(answer)</strong></p>\n" }
    return """
      <li>
      <h2><a href="\(Address("cases", name))">\(title)</a></h2>
      \(claim)<p class="aside">\(snapshot.tally) · \(state(of: snapshot)) · <code>\(name)</code></p>
      </li>

      """
  }

  /// What the check says, in few words.
  static func state(of snapshot: CaseSnapshot) -> Markup {
    func number(_ severity: Problem.Severity, _ word: String) -> String? {
      let count = snapshot.counts[severity, default: 0]
      return count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    let grave = [number(.error, "error"), number(.flaw, "flaw")].compactMap { $0 }
    return grave.isEmpty
      ? "<span class=\"good\">passes the check</span>"
      : "<span class=\"bad\">\(grave.joined(separator: ", "))</span>"
  }

  private func overview(_ name: String, _ snapshot: CaseSnapshot) -> Response {
    let subject = snapshot.subject
    let about: Markup =
      subject.map { subject in
        """
        <p class="lead">\(subject.claim)</p>
        <dl class="facts">
        <dt>Whose conduct</dt><dd>\(subject.name(of: subject.focal)) (\(subject.focal.rawValue))</dd>
        <dt>Toward</dt><dd>\(subject.name(of: subject.counterpart)) \
        (\(subject.counterpart.rawValue))</dd>
        <dt>Days under study</dt><dd>\(subject.window.description)</dd>
        <dt>Holds</dt><dd>\(snapshot.tally)</dd>
        </dl>

        """
      } ?? ""
    return Answer.page(
      PageFrame(title: subject?.title ?? name, name: name),
      """
      <h1>\(subject?.title ?? name)</h1>
      \(about)\(Self.problems(of: snapshot, in: name))
      """)
  }

  /// The problems of a case with a way to each row.
  private static func problems(of snapshot: CaseSnapshot, in name: String) -> Markup {
    let listed = snapshot.problems.sorted {
      ($0.severity.rank, $0.line) < ($1.severity.rank, $1.line)
    }
    .prefix(200)
    guard !listed.isEmpty else {
      return "<h2>Check</h2>\n<p>\(state(of: snapshot))</p>\n"
    }
    let record = snapshot.record.text
    let rows = Dictionary(
      record.rows.map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
    let items = listed.map { problem -> Markup in
      let file = problem.file.split(separator: "/").last.map(String.init) ?? problem.file
      var place: Markup = problem.line > 0 ? "\(file), line \(problem.line)" : "\(file)"
      if file == "events.csv", let row = rows[problem.line] {
        let id = RecordText.trimmed(record.value("id", of: row))
        if !id.isEmpty {
          place =
            "<a href=\"\(Address("cases", name, "rows", id))\">row \(id)</a>, line \(problem.line)"
        }
      }
      return """
        <li><strong class="\(problem.severity.rawValue)">\(problem.severity.rawValue)</strong> \
        \(place): \(problem.what); \(problem.fix)</li>

        """
    }
    let rest = snapshot.counts.values.reduce(0, +) - listed.count
    let more: Markup =
      rest > 0 ? "<p>and \(rest) more: <code>demarche check</code> lists them</p>\n" : ""
    return
      "<h2>Check</h2>\n<p>\(state(of: snapshot))</p>\n<ul class=\"problems\">\n\(items)</ul>\n\(more)"
  }
}

extension Problem.Severity {
  /// The graver the smaller.
  var rank: Int {
    switch self {
    case .error: 0
    case .flaw: 1
    case .note: 2
    }
  }
}
