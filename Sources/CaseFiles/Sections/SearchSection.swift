import Diplomacy
import EventData

/// Reads `searched:` of case.yaml: what rows were looked for, where, by whom and when.
enum SearchSection {
  private static let keys = ["spans", "pairs", "rows", "publishers", "by", "when", "found"]
  private static let required = ["spans", "pairs", "publishers", "by"]

  static func read(_ root: Section, _ names: CaseNames) -> [RecordSearch] {
    root.list("searched").compactMap { search($0, root, names) }
  }

  private static func search(
    _ node: YAMLNode, _ root: Section, _ names: CaseNames
  ) -> RecordSearch? {
    guard
      let section = Section(node, "a search", known: keys, required: required, root.problems)
    else { return nil }
    let spans = section.texts("spans").compactMap { text, line -> DateSpan? in
      span(text, line, section, names)
    }
    let pairs = section.list("pairs").compactMap { pair($0, section, names) }
    let rows = FilterReader(names: names).filter("rows", in: section) ?? RowFilter()
    let publishers = section.texts("publishers").map(\.text)
    let by = section.statedText("by")
    let when = section.date("when")
    let found = section.whole("found", atLeast: 1)
    guard !spans.isEmpty, !pairs.isEmpty, !publishers.isEmpty, let by else { return nil }
    return RecordSearch(
      spans: spans, pairs: pairs, rows: rows, publishers: publishers, by: by, when: when,
      found: found)
  }

  /// A span: a date, a name, or two references joined by a slash, such as `shock/goal`.
  private static func span(
    _ text: String, _ line: Int, _ section: Section, _ names: CaseNames
  ) -> DateSpan? {
    if let span = try? DateSpan(parsing: text) { return span }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let references = parts.compactMap {
      names.reference($0, "spans of a search", line, section.problems)
    }
    guard references.count == parts.count, (1...2).contains(parts.count) else { return nil }
    let days = references.compactMap(names.span(of:))
    guard let first = days.first, let last = days.last, days.count == parts.count else {
      return nil
    }
    guard let span = DateSpan(from: first.first, through: last.last) else {
      section.problems.error(
        line, "spans of a search: '\(text)' ends before it starts", "write the earlier date first")
      return nil
    }
    return span
  }

  private static func pair(_ node: YAMLNode, _ section: Section, _ names: CaseNames) -> Pair? {
    var codes: [ActorCode] = []
    if case .list(let nodes) = node.value {
      for item in nodes {
        if case .scalar(let text) = item.value {
          codes.append(names.actor(text, "pairs of a search", item.line, section.problems))
        }
      }
    }
    guard codes.count == 2, codes[0] != codes[1] else {
      section.problems.error(
        node.line, "pairs of a search does not list pairs of two actors",
        "write [[AZE, RUS]], one pair of brackets for each pair")
      return nil
    }
    return Pair(codes[0], codes[1])
  }
}
