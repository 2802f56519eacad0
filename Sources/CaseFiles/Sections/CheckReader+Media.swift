import Diplomacy

extension CheckReader {
  /// A check of the case's sample of media.
  func media(_ entry: YAMLEntry) -> MediaCheck? {
    let bounds = ["at_least", "at_most"]
    guard
      let section = section(
        entry, known: ["outlets", "side", "toward", "shows", "from", "until"] + bounds,
        required: ["toward", "shows"])
    else { return nil }
    let toward = section.text("toward").map {
      names.actor($0, "toward of media", section.line(of: "toward"), problems)
    }
    let side = section.text("side").map {
      names.actor($0, "side of media", section.line(of: "side"), problems)
    }
    let shows = section.word("shows", MediaStance.self)
    let atLeast = section.isMissing("at_least") ? nil : section.number("at_least", in: 0...1)
    let atMost = section.isMissing("at_most") ? nil : section.number("at_most", in: 0...1)
    checkOrder(atLeast, "at_least", atMost, "at_most", section)
    guard needsBound(bounds, section), let toward, let shows else { return nil }
    return MediaCheck(
      outlets: section.texts("outlets").map(\.text), side: side, toward: toward, shows: shows,
      from: names.reference("from", in: section), until: names.reference("until", in: section),
      atLeast: atLeast, atMost: atMost)
  }
}
