/// Reads markup as a browser's tokenizer does, to see what it would act on.
struct MarkupReader {
  struct Tag: Equatable {
    let name: String
    let attributes: [String: String]
  }

  /// Every start tag with its attributes as written, the style element's text left out.
  static func tags(in markup: String) -> [Tag] {
    var tags: [Tag] = []
    let bytes = Array(markup.utf8)
    var place = 0
    func isName(_ byte: UInt8) -> Bool {
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
        || byte == 0x2D || byte == 0x3A
    }
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }
    func name() -> String {
      let start = place
      while place < bytes.count, isName(bytes[place]) { place += 1 }
      return String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
    }
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<"), place + 1 < bytes.count, isName(bytes[place + 1])
      else {
        place += 1
        continue
      }
      place += 1
      let tag = name()
      var attributes: [String: String] = [:]
      while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
        if isSpace(bytes[place]) || bytes[place] == UInt8(ascii: "/") {
          place += 1
          continue
        }
        let start = place
        while place < bytes.count, !isSpace(bytes[place]), bytes[place] != UInt8(ascii: "="),
          bytes[place] != UInt8(ascii: ">"), bytes[place] != UInt8(ascii: "/")
        {
          place += 1
        }
        let key = String(decoding: bytes[start..<place], as: UTF8.self)
        var value = ""
        if place + 1 < bytes.count, bytes[place] == UInt8(ascii: "="),
          bytes[place + 1] == UInt8(ascii: "\"")
        {
          place += 2
          let start = place
          while place < bytes.count, bytes[place] != UInt8(ascii: "\"") { place += 1 }
          value = String(decoding: bytes[start..<min(place, bytes.count)], as: UTF8.self)
          place += 1
        } else if place == start {
          place += 1
        }
        attributes[key] = value
      }
      tags.append(Tag(name: tag, attributes: attributes))
      if tag == "style" {
        let end = Array("</style".utf8)
        while place + end.count < bytes.count, Array(bytes[place..<place + end.count]) != end {
          place += 1
        }
      }
    }
    return tags
  }

  /// The elements that a report may hold.
  static let elements: Set<String> = [
    "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "div", "nav", "details",
    "summary", "ol", "ul", "li", "main", "section", "h2", "h3", "h4", "p", "strong", "code", "span",
    "br", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure", "figcaption", "aside",
    "svg", "desc", "defs", "pattern", "path", "rect", "circle", "line", "text", "g",
    "small", "time", "b",
  ]

  /// The attributes that a report may hold.
  static let attributes: Set<String> = [
    "lang", "charset", "name", "content", "http-equiv", "class", "href", "id", "aria-label", "open",
    "tabindex", "aria-labelledby", "aria-hidden", "role", "scope", "data-label", "rel", "xmlns",
    "viewBox", "font-family", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "d", "width",
    "height", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray",
    "stroke-linejoin", "font-size", "font-weight", "text-anchor", "patternUnits",
    "patternTransform", "transform",
  ]
}
