/// A report as parts that another page can take in.
public struct HTMLReportParts: Sendable {
  /// The style sheet of the report.
  public let style: String
  /// What stands in the body of the page, without its frame.
  public let content: String
}

extension HTMLReport {
  /// The parts of a page that this room wrote; nothing where it is no such page.
  ///
  /// - Parameter page: The bytes of the report as a page.
  public static func parts(of page: String) -> HTMLReportParts? {
    func between(_ start: String, _ end: String) -> String? {
      guard let first = page.firstRange(of: start)?.upperBound,
        let last = page[first...].firstRange(of: end)?.lowerBound
      else { return nil }
      return String(page[first..<last])
    }
    guard let style = between("<style>", "</style>"),
      let content = between("<main id=\"main\" tabindex=\"-1\">", "</main>")
    else { return nil }
    return HTMLReportParts(style: style, content: content)
  }
}
