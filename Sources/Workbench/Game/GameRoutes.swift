import Casework
import Dispatch
import HTTPTypes
import Hummingbird

/// The crisis game of a case: its tree, its region and what an observer should have believed, at numbers
/// that can be moved.
struct GameRoutes: Sendable {
  let shelf: CaseShelf
  private let queue = DispatchQueue(label: "demarche-workbench.game")

  init(shelf: CaseShelf) { self.shelf = shelf }

  func add(to router: Router<WorkbenchContext>) {
    router.get("/cases/:case/game") { request, context in
      try await page(try context.part("case"), Fields(query: request))
    }
    router.get("/cases/:case/game/result") { request, context in
      let view = try await view(try context.part("case"), Fields(query: request))
      return Answer.text(view.fragment, type: "text/html; charset=utf-8")
    }
  }

  private func view(_ name: String, _ fields: Fields) async throws -> GameView {
    let folder = try shelf.workspace.folder(of: name)
    let settings = fields.group("p.").filter { !$0.value.isEmpty }
      .map { "\($0.key)=\($0.value)" }.sorted()
    let region = [fields["across"], fields["up"]].compactMap { $0 }.filter { !$0.isEmpty }
    guard settings.count <= 200, settings.allSatisfy({ $0.count <= 200 }) else {
      throw Fault(.badRequest, "This cannot be asked", "Too many numbers, or too long ones.")
    }
    return try await withCheckedThrowingContinuation {
      (continuation: CheckedContinuation<GameView, any Error>) in
      queue.async {
        continuation.resume(
          with: Result { try GameView(of: folder, settings: settings, region: region) })
      }
    }
  }

  private func page(_ name: String, _ fields: Fields) async throws -> Response {
    let folder = try shelf.workspace.folder(of: name)
    var frame = PageFrame(title: "Game · \(name)", name: name, place: .game, isWide: true)
    frame.style = Assets.path(of: "report.css")
    guard GameView.exists(in: folder) else {
      return Answer.page(
        frame,
        "<h1>Game</h1>\n<p>The case has no game; describe one in <code>game.yaml</code>.</p>\n")
    }
    let view = try await view(name, fields)
    return Answer.page(
      frame,
      """
      <h1>\(view.title)</h1>
      <p class="note caution">The sliders change nothing in the case. The numbers are the analyst's judgement.</p>
      <div class="beside">
      \(form(name, view))
      <section id="result" class="found report" aria-live="polite" aria-label="What follows">
      \(Markup(written: view.fragment))</section>
      </div>

      """)
  }

  private func form(_ name: String, _ view: GameView) -> Markup {
    func axis(_ field: String, _ label: String, _ chosen: String?) -> Markup {
      let options = view.parameters.map { parameter -> Markup in
        let mark: Markup = parameter.name == chosen ? " selected" : ""
        return "<option value=\"\(parameter.name)\"\(mark)>\(parameter.name)</option>"
      }
      return """
        <label for="axis-\(field)">\(label)</label><select id="axis-\(field)" name="\(field)">\(options)</select>

        """
    }
    let axes: Markup =
      view.region.count == 2
      ? axis("across", "Across", view.region[0]) + axis("up", "Up", view.region[1]) : ""
    let sliders = view.parameters.map { parameter -> Markup in
      let id = "slider-\(parameter.name)"
      let low = parameter.low ?? min(0, 2 * parameter.stated)
      let high = parameter.high ?? max(1, 2 * abs(parameter.stated))
      let isMoved: Markup =
        parameter.value == parameter.stated
        ? "" : " <span class=\"aside\">stated \(Self.number(parameter.stated))</span>"
      return """
        <div class="field"><label for="\(id)">\(parameter.name): \
        <output for="\(id)">\(Self.number(parameter.value))</output></label>\(isMoved)
        <input id="\(id)" type="range" name="p.\(parameter.name)" min="\(Self.number(low))" \
        max="\(Self.number(high))" step="\(Self.number((high - low) / 200))" value="\(Self.number(parameter.value))" \
        aria-describedby="\(id)-what">
        <p class="aside" id="\(id)-what">\(parameter.what)</p></div>

        """
    }
    return """
      <form method="get" action="\(Address("cases", name, "game"))" class="sliders" \
      data-live="\(Address("cases", name, "game", "result"))">
      \(axes)\(sliders)<p class="tools"><button class="main">Show what follows</button>
      <a href="\(Address("cases", name, "game"))">The analyst's numbers</a></p></form>
      """
  }

  /// A number without needless digits.
  private static func number(_ value: Double) -> String {
    let rounded = (value * 10_000).rounded() / 10_000
    return rounded == rounded.rounded() && abs(rounded) < 1e15
      ? String(Int(rounded)) : String(rounded)
  }
}
