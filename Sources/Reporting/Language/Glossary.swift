import Assessment
import Diplomacy
import Relations

/// Words that several sections share.
enum Glossary {
  /// A verdict in words.
  static func name(_ verdict: Verdict) -> String {
    switch verdict {
    case .supported: "supported"
    case .holdsAsSearched: "holds as searched"
    case .partly: "partly"
    case .contradicted: "contradicted"
    case .untested: "untested"
    }
  }

  /// A verdict as a label.
  static func badge(_ verdict: Verdict) -> Prose {
    let badge: Badge =
      switch verdict {
      case .supported, .holdsAsSearched: .supported
      case .partly: .partly
      case .contradicted: .contradicted
      case .untested: .untested
      }
    return Prose([.badge(name(verdict), badge)])
  }

  /// Why a row is left out, in words.
  static func name(_ exclusion: Exclusion) -> String {
    switch exclusion {
    case .unverified: "unverified"
    case .alleged: "alleged or denied"
    case .unintentional: "unintentional"
    case .nonState: "not acts of a state"
    case .duplicate: "second report"
    case .context: "context"
    case .draft: "draft that nobody confirmed"
    }
  }

  /// The rows left out, by reason, or nothing where none is.
  static func exclusions(_ counts: [Exclusion: Int]) -> String? {
    let parts = Exclusion.allCases.compactMap { reason in
      counts[reason].flatMap { count -> String? in
        guard count > 0 else { return nil }
        return "\(count) \(name(reason))\(reason == .duplicate && count > 1 ? "s" : "")"
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// A span as written, its ends kept whole where a line breaks.
  static func span(_ span: DateSpan) -> Prose {
    let parts = span.description.split(separator: "/")
    guard parts.count == 2 else { return Prose([.tight(span.description)]) }
    return Prose([.tight("\(parts[0])/"), .lineBreak, .tight(String(parts[1]))])
  }

  /// The anchor of an assertion in the ledger.
  static func anchor(ofAssertion id: String) -> String { Escaping.anchor("assertion-", id) }

  /// Links to assertions of the ledger, separated by commas.
  static func assertions(_ ids: [String]) -> Prose {
    var inlines: [Inline] = []
    for id in ids {
      if !inlines.isEmpty { inlines.append(.text(", ")) }
      inlines.append(.section(id, id: anchor(ofAssertion: id)))
    }
    return Prose(inlines)
  }

  /// A source with its link.
  static func source(_ source: Source) -> Prose {
    var words = [source.publisher, source.title, source.published].filter { !$0.isEmpty }
    if words.isEmpty { words = [source.url] }
    let text = words.joined(separator: ", ")
    return source.url.isEmpty ? Prose(text) : Prose([.link(text, url: source.url)])
  }

  /// A dyad by the names of its actors.
  static func name(_ dyad: Dyad, in subject: Case) -> String {
    "\(subject.name(of: dyad.source)) toward \(subject.name(of: dyad.target))"
  }

  /// A pair by the names of its actors.
  static func name(_ pair: Pair, in subject: Case) -> String {
    "\(subject.name(of: pair.first)) and \(subject.name(of: pair.second))"
  }

  /// A scale in words.
  static func name(_ scale: IntensityScale) -> String {
    switch scale {
    case .goldsteinGDELT: "Goldstein scale as GDELT maps it"
    case .goldsteinICEWS: "Goldstein scale as ICEWS maps it"
    }
  }

  /// When a course was lowest, with how sure that is.
  static func lowest(_ low: LowPoint) -> String {
    let share = "\(NumberFormat.percent(low.shareWithinWeek)) of draws within a week"
    let interval = low.span.isExact ? "" : ", interval \(low.from) to \(low.to)"
    return "lowest on \(low.day) (\(share)\(interval))"
  }

  /// A level with its band.
  static func level(_ level: CourseLevel) -> String {
    let band = "\(NumberFormat.signed(level.low)) to \(NumberFormat.signed(level.high))"
    return "\(NumberFormat.signed(level.level)) (\(band))"
  }

  /// The named dates within a span as marks of a figure.
  ///
  /// - Parameter essential: Whether to keep to the dates that an explanation names.
  static func marks(of subject: Case, in span: DateSpan, essential: Bool = false) -> [DatedMark] {
    var named: Set<String> = []
    for explanation in subject.explanations {
      let references =
        [explanation.from, explanation.until].compactMap { $0 } + explanation.shocks
        + explanation.rounds
      for case .name(let name) in references { named.insert(name) }
    }
    let dates = subject.dates.filter { $0.day.overlaps(span) }
    let chosen = essential ? dates.filter { named.contains($0.id) } : dates
    return (chosen.isEmpty ? dates : chosen).map { DatedMark($0.day, $0.what) }
  }

  /// Text that starts with a capital letter.
  static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
