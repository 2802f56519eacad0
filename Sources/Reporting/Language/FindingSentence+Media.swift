import Assessment
import Diplomacy

extension FindingSentence {
  /// The share of a sample of media.
  func media(_ check: MediaCheck, _ share: ShareEvidence, _ clause: ClauseFinding)
    -> String
  {
    let stance = check.shows == .silent ? "silent about" : "\(check.shows.rawValue) toward"
    let asked = NumberWords.bounds(share: check.atLeast, check.atMost)
    return "Of \(NumberWords.count(share.whole, "text")) in the sample "
      + "\(NumberWords.cardinal(share.part)) (\(NumberFormat.percent(share.value)), interval "
      + "\(NumberFormat.percent(share.low)) to \(NumberFormat.percent(share.high))) are \(stance) "
      + "\(words.name(check.toward)); the sentence asks for \(asked), \(Self.met(clause)). "
      + "It says no more than the sample."
  }
}
