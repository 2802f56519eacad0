import Diplomacy

/// Reads running text with an optional head.
enum PlainText {
  /// The document of a text file.
  ///
  /// Lines such as `title: …`, `date: 2025-06-30`, `publisher: …` and `url: …` before the first blank
  /// line are its head. A day at the beginning of the file's name is its date.
  static func document(_ bytes: [UInt8], name: String) -> NewsDocument {
    let text = String(decoding: bytes, as: UTF8.self)
    var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }[...]
    if lines.first?.hasPrefix("\u{FEFF}") == true { lines[0] = lines[0].dropFirst() }
    let file = name.split(separator: "/").last.map(String.init) ?? name
    var document = NewsDocument(id: file, published: Day(file.prefix(10)), text: "")
    let fence = lines.first == "---"
    if fence { lines.removeFirst() }
    while let line = lines.first, let (key, value) = headLine(line) {
      switch key {
      case "title": document.title = value
      case "publisher", "source": document.publisher = value
      case "url": document.url = value
      case "id": document.id = value
      default: document.published = Day(value.prefix(10)) ?? document.published
      }
      lines.removeFirst()
    }
    if fence, lines.first == "---" { lines.removeFirst() }
    document.text = paragraphs(lines)
    return document
  }

  private static func headLine(_ line: Substring) -> (key: String, value: String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let key = line[..<colon].lowercased()
    guard ["title", "publisher", "source", "url", "id", "date", "published"].contains(key) else {
      return nil
    }
    let value = line[line.index(after: colon)...]
    return (key, String(value.trimmingPrefix { $0 == " " || $0 == "\t" }))
  }

  /// The lines as paragraphs: a text whose lines are not wrapped has one paragraph a line.
  private static func paragraphs(_ lines: ArraySlice<Substring>) -> String {
    let longest = lines.map(\.utf8.count).max() ?? 0
    return lines.joined(separator: longest > 120 ? "\n\n" : "\n")
  }
}
