extension SVGCanvas {
  /// Draws a mark that a pointer and a keyboard reach, and that can be followed where it leads somewhere.
  ///
  /// - Parameters:
  ///   - href: Where it leads; nothing for a mark that only says what it is.
  ///   - label: What it is, in words.
  ///   - shapes: Draws it.
  package mutating func mark(
    href: String?, label: String, _ shapes: (inout SVGCanvas) -> Void
  ) {
    isInteractive = true
    marks += 1
    let name = "\(id)-m\(marks)"
    let start =
      href.map { "a href=\"\(Escaping.markup($0))\"" } ?? "g role=\"img\" tabindex=\"0\""
    body += "<\(start) class=\"mark\" aria-labelledby=\"\(name)\">"
    body += "<title id=\"\(name)\">\(Escaping.markup(label))</title>"
    shapes(&self)
    body += href == nil ? "</g>\n" : "</a>\n"
  }
}
