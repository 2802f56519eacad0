import Reporting

/// The frame of every page: head, places to go, and what the page itself holds.
struct PageFrame: Sendable {
  /// A place within a case, in the order in which work goes.
  enum Place: String, CaseIterable, Sendable {
    case assessment, record, review, coding, whatif, game, notes, history, share

    /// The name in the list of places.
    var title: String {
      switch self {
      case .assessment: "Assessment"
      case .record: "Record"
      case .review: "Review"
      case .coding: "Second coding"
      case .whatif: "What if"
      case .game: "Game"
      case .notes: "Notes"
      case .history: "History"
      case .share: "Share"
      }
    }
  }

  /// The title of the page.
  var title: String
  /// The case, where the page belongs to one.
  var name: String?
  /// The place within the case.
  var place: Place?
  /// Whether the page uses the whole width of the window.
  var isWide = false
  /// A further style sheet.
  var style: String?

  private static let template = PageTemplate(text)

  /// The page.
  func render(_ content: Markup) -> String {
    let name = self.name
    let places: [[String: Any]] = Place.allCases.compactMap { place in
      guard let name else { return nil }
      var entry: [String: Any] = [
        "title": place.title, "address": Address("cases", name, place.rawValue).string,
      ]
      if place == self.place { entry["current"] = true }
      return entry
    }
    var values: [String: Any] = [
      "title": title, "style": Assets.path(of: "workbench.css"),
      "script": Assets.path(of: "workbench.js"), "content": content.html, "places": places,
      "width": isWide ? "wide" : "measure",
    ]
    if let style { values["further"] = style }
    if let name { values["case"] = ["name": name, "address": Address("cases", name).string] }
    return Self.template.render(values)
  }

  private static let text = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>{{title}} · Demarche</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="{{style}}">
    {{#further}}<link rel="stylesheet" href="{{further}}">{{/further}}
    <script src="{{script}}" defer></script>
    </head>
    <body>
    <a class="skip" href="#main">Skip to the content</a>
    <header class="bar">
    <nav aria-label="Workbench">
    <a class="home" href="/">Demarche</a>
    {{#case}}<a class="case" href="{{address}}">{{name}}</a>{{/case}}
    </nav>
    {{#case}}
    <nav class="places" aria-label="Places of the case">
    {{#places}}
    <a href="{{address}}"{{#current}} aria-current="page"{{/current}}>{{title}}</a>
    {{/places}}
    </nav>
    {{/case}}
    </header>
    <main id="main" class="{{width}}" tabindex="-1">
    {{{content}}}
    </main>
    </body>
    </html>

    """
}
