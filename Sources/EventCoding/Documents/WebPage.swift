import Diplomacy

/// Takes the running text out of a web page: navigation, share counters and forms are left out.
enum WebPage {
  /// The document of a page.
  static func document(_ bytes: [UInt8], name: String) -> NewsDocument {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    var document = NewsDocument(id: file, published: Day(file.prefix(10)), text: "")
    guard let tree = MarkupTree(page: bytes), let root = tree.root else { return document }
    head(root, &document)
    let bodies = root.all { $0.name == "article" } + root.all { $0.name == "main" }
    let articles = bodies.map { paragraphs(of: $0) }
    let longest = articles.max { length($0) < length($1) } ?? []
    let whole = root.first { $0.name == "body" }.map { paragraphs(of: $0) } ?? paragraphs(of: root)
    // A page may mark a teaser as its article: it is believed where it holds much of the text.
    let chosen = length(longest) * 3 >= length(whole) ? longest : whole
    document.text = chosen.joined(separator: "\n\n")
    return document
  }

  private static func length(_ paragraphs: [String]) -> Int {
    paragraphs.reduce(0) { $0 + $1.utf8.count }
  }

  private static func head(_ root: MarkupTree.Node, _ document: inout NewsDocument) {
    var named: [String: String] = [:]
    for meta in root.all(where: { $0.name == "meta" }) {
      guard let key = meta["property"] ?? meta["name"] ?? meta["itemprop"],
        let content = meta["content"]
      else { continue }
      let name = key.lowercased()
      if named[name] == nil { named[name] = squeezed(content) }
    }
    let heading = root.first { $0.name == "title" } ?? root.first { $0.name == "h1" }
    document.title = named["og:title"] ?? heading.map { squeezed($0.allText()) } ?? ""
    document.publisher = named["og:site_name"] ?? named["publisher"] ?? ""
    let canonical = root.first { $0.name == "link" && $0["rel"] == "canonical" }
    document.url = named["og:url"] ?? canonical?["href"] ?? ""
    let stamps = [
      "article:published_time", "datepublished", "date", "pubdate", "dc.date", "dc.date.issued",
    ]
    let stated =
      stamps.lazy.compactMap { named[$0] }.first
      ?? root.first { $0.name == "time" && $0["datetime"] != nil }?["datetime"]
    if let stated, let day = Day(stated.prefix(10)) { document.published = day }
  }

  static func squeezed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func paragraphs(of node: MarkupTree.Node) -> [String] {
    var collector = ParagraphCollector()
    collector.visit(node, inLink: false, depth: 0)
    collector.close()
    return collector.paragraphs
  }
}

/// Collects the paragraphs of a page.
private struct ParagraphCollector {
  private(set) var paragraphs: [String] = []
  private var current = ""
  private var linked = 0

  private static let blocks: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "section",
    "article", "td", "th", "tr", "table", "br", "hr", "dd", "dt", "pre", "main", "body",
  ]
  private static let left: Set<String> = [
    "script", "style", "nav", "footer", "aside", "form", "button", "noscript", "svg", "iframe",
    "select", "option", "head", "template", "label", "input", "video", "audio", "canvas", "menu",
  ]
  private static let marks = [
    "share", "social", "navbar", "navigation", "menu", "cookie", "advert", "promo", "related",
    "newsletter", "subscribe", "comment", "breadcrumb", "footer", "sidebar", "most-read", "tags",
    "byline", "caption", "toolbar", "popup", "banner",
  ]

  mutating func visit(_ node: MarkupTree.Node, inLink: Bool, depth: Int) {
    if let text = node.text {
      current += text
      if inLink { linked += text.utf8.count }
      return
    }
    let name = node.name
    guard !name.isEmpty, depth < 400, !Self.left.contains(name) else { return }
    if !["html", "body", "article", "main"].contains(name) {
      let marked = ((node["class"] ?? "") + " " + (node["id"] ?? "")).lowercased()
      if marked.utf8.count > 1, Self.marks.contains(where: { marked.contains($0) }) { return }
      if let role = node["role"], ["navigation", "banner", "complementary"].contains(role) {
        return
      }
    }
    let isBlock = Self.blocks.contains(name)
    if isBlock { close() }
    for child in node.children {
      visit(child, inLink: inLink || name == "a", depth: depth + 1)
    }
    if isBlock { close() }
  }

  /// Ends a paragraph; one that is mostly links, or a mere label, is dropped.
  mutating func close() {
    let text = WebPage.squeezed(current)
    let isLinks = linked * 5 > current.utf8.count * 3
    current = ""
    linked = 0
    guard !text.isEmpty, !isLinks else { return }
    let ends = text.last.map { ".!?…\"”’)".contains($0) } ?? false
    let words = text.split(separator: " ").count
    if words >= 8 || (ends && words >= 3) { paragraphs.append(text) }
  }
}
