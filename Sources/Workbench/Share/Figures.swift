/// The figures of a report as files of their own.
enum Figures {
  /// A figure as it stands in the report.
  struct Figure: Sendable {
    let id: String
    /// The title as escaped text of the page, made plain.
    let title: String
    let svg: String
  }

  /// The figures of a report that this program wrote, in their order.
  static func list(_ content: String) -> [Figure] {
    var figures: [Figure] = []
    var rest = content[...]
    while let start = rest.firstRange(of: "<figure id=\"") {
      rest = rest[start.upperBound...]
      guard let quote = rest.firstIndex(of: "\""), let end = rest.firstRange(of: "</figure>") else {
        break
      }
      let id = String(rest[..<quote])
      let whole = rest[..<end.lowerBound]
      rest = rest[end.upperBound...]
      guard let open = whole.firstRange(of: "<svg"), let close = whole.firstRange(of: "</svg>"),
        open.lowerBound < close.lowerBound
      else { continue }
      var title = id
      if let first = whole.firstRange(of: "<strong>"),
        let last = whole[first.upperBound...].firstRange(of: "</strong>")
      {
        title = plain(String(whole[first.upperBound..<last.lowerBound]))
      }
      figures.append(
        Figure(
          id: plain(id), title: title, svg: String(whole[open.lowerBound..<close.upperBound])))
    }
    return figures
  }

  /// A drawing with the colours of the report, as a file that stands alone.
  static func whole(_ svg: String, style: String) -> String {
    guard let end = svg.firstIndex(of: ">") else { return svg }
    let head = svg[...end]
    let space = head.contains("xmlns=") ? "" : " xmlns=\"http://www.w3.org/2000/svg\""
    let start = head.replacing("<svg", with: "<svg\(space)\(size(of: head))")
    // A file stands on white wherever it is shown.
    let style = style.split(separator: "\n")
      .filter { !$0.contains("prefers-color-scheme") }.joined(separator: "\n")
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(start)<style><![CDATA[\(style)]]></style>"
      + svg[svg.index(after: end)...] + "\n"
  }

  /// The size of a drawing as attributes, from its view box.
  private static func size(of head: Substring) -> String {
    guard let start = head.firstRange(of: "viewBox=\"0 0 ")?.upperBound,
      let end = head[start...].firstIndex(of: "\"")
    else { return "" }
    let sides = head[start..<end].split(separator: " ")
    guard sides.count == 2 else { return "" }
    return " width=\"\(sides[0])\" height=\"\(sides[1])\""
  }

  /// Escaped text of the page made plain again.
  private static func plain(_ text: String) -> String {
    text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
