import Diplomacy

/// Remembers of whom the sentences of a text spoke, and reads "it" and "both sides" by that.
struct Discourse {
  let lexicon: Lexicon
  private var subject: Mention?
  private var parties: [Mention] = []
  /// How many sentences ago the parties were named together.
  private var age = 0

  init(_ lexicon: Lexicon, parties codes: [ActorCode]) {
    self.lexicon = lexicon
    parties = codes.map {
      Mention(
        start: 0, end: 1, code: $0, kind: .state, organ: "", isPlace: false, inferred: nil)
    }
  }

  /// The other of the two last spoken of together, not more than three sentences ago.
  func companion(of code: ActorCode) -> ActorCode? {
    guard age <= 3, parties.count == 2, parties.contains(where: { $0.code == code }) else {
      return nil
    }
    return parties.first { $0.code != code }?.code
  }

  /// The mentions of a sentence with those that its pronouns and definite nouns stand for.
  func resolved(_ mentions: [Mention], in tokens: [Token]) -> [Mention] {
    guard tokens.count > 2 else { return mentions }
    let words = lexicon.reference
    if let end = words.endOfBoth(tokens), parties.count > 1,
      !mentions.contains(where: { $0.start < end })
    {
      return parties.map { standIn(for: $0, 0, end, tokens) } + mentions
    }
    guard let subject, let end = words.endOfSubject(tokens) else { return mentions }
    if let first = mentions.first, first.start < end + 1 { return mentions }
    return [standIn(for: subject, 0, end, tokens)] + mentions
  }

  private func standIn(for mention: Mention, _ start: Int, _ end: Int, _ tokens: [Token]) -> Mention
  {
    // "The foreign ministers" says which organ; "they" leaves that of the one it stands for.
    let organ = OrganFinder(lexicon: lexicon, tokens: tokens).organ(in: start..<end)
    return Mention(
      start: start, end: end, code: mention.code, kind: mention.kind,
      organ: organ ?? mention.organ, isPlace: false,
      inferred: "\(mention.code) from the sentences before")
  }

  /// Takes note of a sentence, and of its acts where it has any.
  mutating func note(_ mentions: [Mention], acts: [SentenceCoder.Found]) {
    age += 1
    if let act = acts.first {
      subject = act.source
      var sources: [Mention] = []
      for act in acts where act.code == acts[0].code {
        for party in [act.source, act.target]
        where !sources.contains(where: { $0.code == party.code }) {
          sources.append(party)
        }
      }
      if sources.count > 1 {
        parties = sources
        age = 0
      }
      return
    }
    if let first = mentions.first(where: { !$0.isPlace }) { subject = first }
    var distinct: [Mention] = []
    for mention in mentions where !distinct.contains(where: { $0.code == mention.code }) {
      distinct.append(mention)
    }
    if distinct.count == 2 {
      parties = distinct
      age = 0
    }
  }
}

extension ReferenceWords {
  /// The token after "It" or "The (foreign) ministry" at the beginning, or nothing.
  func endOfSubject(_ tokens: [Token]) -> Int? {
    if tokens[0].base != 0, pronouns.contains(tokens[0].base) { return 1 }
    guard tokens[0].base == the else { return nil }
    if definite.contains(tokens[1].base) { return 2 }
    if qualifiers.contains(tokens[1].base), definite.contains(tokens[2].base) { return 3 }
    return nil
  }

  /// The token after "Both sides" or "The two countries" at the beginning, or nothing.
  func endOfBoth(_ tokens: [Token]) -> Int? {
    if tokens[0].base == both, groups.contains(tokens[1].base) { return 2 }
    if tokens[0].base == the {
      var end = 1
      while end < min(4, tokens.count - 1), qualifiers.contains(tokens[end].base) { end += 1 }
      if groups.contains(tokens[end].base) { return end + 1 }
    }
    if tokens[0].base == the, numbers.contains(tokens[1].base) {
      return groups.contains(tokens[2].base) ? 3 : 2
    }
    return nil
  }
}
