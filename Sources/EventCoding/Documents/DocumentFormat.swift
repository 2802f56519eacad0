/// The forms in which texts are read.
public enum DocumentFormat: String, CaseIterable, Sendable {
  /// Running text; a head of `title:`, `date:`, `publisher:` and `url:` lines is understood.
  case text
  /// A web page.
  case html
  /// RSS or Atom.
  case feed
  /// One JSON object a line: id, date, text; url, publisher and title where there are any.
  case jsonl

  /// The form that a file's name and first bytes tell.
  static func of(name: String, head: [UInt8]) -> DocumentFormat {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    switch ending {
    case "jsonl", "ndjson", "json": return .jsonl
    case "html", "htm", "xhtml": return .html
    case "rss", "atom", "rdf": return .feed
    case "txt", "md", "text": return .text
    default: break
    }
    let start = String(decoding: head.prefix(1024), as: UTF8.self).lowercased()
    let plain = start.drop { $0 == "\u{FEFF}" || $0.isWhitespace }
    if plain.hasPrefix("{") { return .jsonl }
    if plain.hasPrefix("<") {
      if ["<rss", "<feed", "<rdf"].contains(where: { plain.contains($0) }) { return .feed }
      if plain.hasPrefix("<?xml"), !plain.contains("<html") { return .feed }
      return .html
    }
    return .text
  }
}
