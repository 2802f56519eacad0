import Diplomacy

/// What a brief of a drafted case says of itself: that nobody has confirmed it, and what to answer first.
struct DraftNote {
  let subject: Case

  /// The note; nothing where nothing in the case is a draft.
  var text: String? {
    let acts = subject.events.count { $0.isDraft }
    let counts = [
      (subject.drafts.assertions.count, "assertion"), (acts, "act"),
      (subject.drafts.explanations.count, "explanation"),
    ]
    let parts = counts.filter { $0.0 > 0 }.map { NumberWords.count($0.0, $0.1) }
    guard subject.isDraft || !parts.isEmpty else { return nil }
    let what =
      parts.isEmpty
      ? "nobody has confirmed the case as a whole"
      : "\(NumberWords.list(parts)) that nobody has confirmed count in nothing"
    let whole = subject.isDraft ? "A machine drafted this case: \(what)." : "Drafted: \(what)."
    return whole + " Answer first: \(firstQuestion)"
  }

  private var firstQuestion: String {
    let asked = subject.drafts.dates.first { $0.what.hasPrefix(Self.open) }?.id
    switch asked {
    case "goal": return "when was the goal reached?"
    case "shock": return "on which day did the quarrel begin?"
    case "round": return "on which days did bargaining begin?"
    case let date?: return "which day is meant by \(date)?"
    case nil where subject.searches.isEmpty:
      return "where was the record searched, for which acts, and by whom?"
    case nil: return "which of the assertions does the article make?"
    }
  }

  /// How a drafted date without a day begins.
  static let open = "to be given a day"
}
