package import Assessment
import Diplomacy

/// Why a clause has no verdict, as a sentence.
package struct UntestedSentence: Sendable {
  let words: CaseWords

  /// Makes the sentences for a case.
  package init(_ words: CaseWords) { self.words = words }

  /// The reason.
  package func sentence(_ reason: UntestedReason, _ clause: ClauseFinding) -> String {
    switch reason {
    case .byNature(let text):
      let text = CaseWords.phrase(text)
      return text.isEmpty ? "No check of the public record can tell." : "\(sentenceStart(text))."
    case .unknownDate(let name):
      return "The check names a date that the case does not have: \(name)."
    case .notSearched(let gap): return notSearched(gap, clause)
    case .tooFew(0, let needed):
      return "The record holds no such act; \(NumberWords.cardinal(needed)) are needed to tell."
    case .tooFew(let held, let needed):
      return "The record holds only \(NumberWords.count(held, "such act")); "
        + "\(NumberWords.cardinal(needed)) are needed to tell."
    case .noSuchRows: return "The record holds no act of the kind whose share is asked."
    case .sameDay:
      return "Both fall on one day, and no source says which came first."
    case .eitherOrder: return "Their days overlap: either may have come first."
    case .unknownDays(let known, let days):
      return known == 0
        ? "The state is known on none of the \(NumberWords.count(days, "day"))."
        : "The state is known on only \(NumberWords.cardinal(known)) of \(NumberWords.count(days, "day"))."
    case .notFollowed: return "The case does not follow this contact, or lists no such means."
    case .withinBands:
      return "The change is within what uncertain days and chance alone could make."
    case .tooSpread: return "The turn may lie on so many days that none can be named."
    case .noCourse: return "The record holds no acts over these days to tell a course from."
    }
  }

  private func notSearched(_ gap: SearchGap, _ clause: ClauseFinding) -> String {
    let days = DateWords.stretch(gap.days)
    let who = gap.pair.map { " between \(words.name($0.first)) and \(words.name($0.second))" } ?? ""
    if let holds = gap.holds, let found = gap.found {
      return "The record holds \(NumberWords.count(holds, "row"))\(who) where the search found "
        + "\(found): what is missing may speak against this."
    }
    return "That the record holds no such act says nothing: nobody is said to have looked for "
      + "acts\(who) over \(days)."
  }
}
