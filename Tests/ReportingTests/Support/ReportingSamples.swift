import Assessment
import CaseFiles
import Diplomacy
import Foundation

/// Cases for the tests of reports.
enum ReportingSamples {
  /// Text that a browser, a Markdown reader or a terminal would act on if it were let through.
  static let hostile =
    "<script>alert(1)</script><img src=x onerror=alert(2)> \"\u{301}onmouseover='alert(3)' "
    + "{{title}} {{{style}}} ]]> --> | **b** [x](javascript:alert(4)) `c` \u{1B}[31m & </style>"

  /// A case with the text in every field that holds text.
  static func everyField(_ text: String) -> Case {
    func span(_ first: String, _ last: String) -> DateSpan {
      guard let first = Day(first), let last = Day(last),
        let span = DateSpan(from: first, through: last)
      else { return DateSpan(Day(ordinal: 0)) }
      return span
    }
    let actor = ActorCode(text)
    let other = ActorCode("BBB" + text)
    let code = EventCode.all[40]
    let level = ChannelLevel(rawValue: text)
    let events = (0..<6).map { index in
      Event(
        id: "R\(index)\(text)", date: span("2025-0\(index + 1)-03", "2025-0\(index + 1)-05"),
        sources: [index.isMultiple(of: 2) ? actor : other],
        targets: [index.isMultiple(of: 2) ? other : actor],
        code: index > 3 ? EventCode.all[200] : code, summary: text, sourceOrgan: text,
        targetOrgan: text, sameAs: index == 5 ? "R4\(text)" : nil, channel: level,
        channelEffect: index == 4 ? .closed : .held, issue: text, conciliation: [text],
        source: Source(publisher: text, title: text, url: "javascript:\(text)", published: text),
        note: text, extra: ["further_sources": "\(text) https://example.org/\(text)"], line: index)
    }
    let assertion = Assertion(
      id: "A1\(text)", text: text, kind: text, certainty: text, paragraph: text,
      check: .all([.untestable(text), .count(CountCheck(rows: RowFilter(), atLeast: 1))]))
    return Case(
      id: text, title: text, claim: text,
      article: Source(publisher: text, title: text, url: "https://example.org/?q=\"\(text)"),
      focal: actor, counterpart: other, window: span("2025-01-01", "2025-06-30"),
      actors: [Actor(id: actor, name: text), Actor(id: other, name: "B \(text)")],
      dates: [NamedDate(id: text, day: span("2025-03-01", "2025-03-02"), what: text, source: text)],
      levers: [
        Lever(
          id: text, name: text, holder: actor, over: [other],
          from: span("2025-02-01", "2025-02-09"),
          strength: 0.5, source: "R1\(text)", note: text)
      ],
      channels: [Channel(between: Pair(actor, other), levels: [level])],
      issues: [Issue(id: text, name: text)], events: events, assertions: [assertion])
  }

  /// A case of the repository by its folder's name.
  static func stored(_ name: String) -> Case? {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return CaseFolder.read(at: root.appendingPathComponent("cases/\(name)").path).case
  }

  /// The assessments of the cases of the repository, made once for all tests.
  static let assessments: [String: CaseAssessment] = {
    var all: [String: CaseAssessment] = [:]
    for name in ["aze-rus-2025", "qat-2017", "tutorial"] {
      all[name] = stored(name).map { CaseAssessment(of: $0) }
    }
    return all
  }()
}
