import Diplomacy

/// Reads the entries of RSS 2.0, RSS 1.0 and Atom feeds.
enum NewsFeed {
  /// The entries of a feed, and what is wrong with it where something is.
  static func documents(
    _ bytes: [UInt8], name: String
  ) -> (documents: [NewsDocument], fault: String?) {
    guard let tree = MarkupTree(feed: bytes), let root = tree.root else {
      return ([], "is no XML")
    }
    let entries = root.all { $0.name == "item" || $0.name == "entry" }
    guard !entries.isEmpty else { return ([], "is no feed: there is no item or entry in it") }
    let channel = root.first { $0.name == "channel" } ?? root
    let publisher = channel.children.first { $0.name == "title" }.map {
      WebPage.squeezed($0.allText())
    }
    let documents = entries.enumerated().map { number, entry in
      document(of: entry, publisher: publisher ?? "", id: "\(name)#\(number + 1)")
    }
    return (documents, nil)
  }

  private static func document(
    of entry: MarkupTree.Node, publisher: String, id: String
  ) -> NewsDocument {
    func child(_ names: String...) -> MarkupTree.Node? {
      names.lazy.compactMap { name in entry.children.first { $0.name == name } }.first
    }
    let title = child("title").map { WebPage.squeezed($0.allText()) } ?? ""
    // An entry's text is HTML, marked up or escaped.
    let content = child("encoded", "content", "description", "summary")?.allText() ?? ""
    let page = WebPage.document(Array("<html><body><p>\(content)</p></body></html>".utf8), name: "")
    let plain = page.text.isEmpty ? WebPage.squeezed(content) : page.text
    let link = child("link").map { $0["href"] ?? WebPage.squeezed($0.allText()) } ?? ""
    let stamp = child("pubdate", "published", "updated", "date").map {
      WebPage.squeezed($0.allText())
    }
    let own = child("source").map { WebPage.squeezed($0.allText()) } ?? ""
    return NewsDocument(
      id: child("guid", "id").map { WebPage.squeezed($0.allText()) } ?? id,
      published: stamp.flatMap(day),
      text: [title + (title.last?.isPunctuation == true ? "" : "."), plain]
        .filter { $0.count > 1 }.joined(separator: "\n\n"),
      publisher: own.isEmpty ? publisher : own, title: title, url: link)
  }

  /// A day as RFC 3339 or RFC 822 write it.
  static func day(_ stamp: String) -> Day? {
    if let day = Day(stamp.prefix(10)) { return day }
    let parts = stamp.split { $0 == " " || $0 == "," || $0 == "-" }
    for (index, part) in parts.enumerated() where index > 0 && index + 1 < parts.count {
      guard let month = months.firstIndex(of: part.prefix(3).lowercased()),
        let day = Int(parts[index - 1]), let year = Int(parts[index + 1].prefix(4))
      else { continue }
      return Day(year: year < 100 ? year + 2000 : year, month: month + 1, day: day)
    }
    return nil
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
