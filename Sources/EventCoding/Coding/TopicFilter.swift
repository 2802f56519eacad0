/// Tells sentences that speak of sport, weather, markets, fiction, distant history or suppositions.
struct TopicFilter {
  let isOutside: Bool

  init(_ lexicon: Lexicon, _ tokens: [Token]) {
    isOutside = Self.isOutside(lexicon, tokens)
  }

  private static func isOutside(_ lexicon: Lexicon, _ tokens: [Token]) -> Bool {
    guard let first = tokens.first else { return true }
    let known = lexicon.known
    if first.word == known.if || first.word == known.suppose || first.word == known.imagine
      || first.word == known.should
    {
      return true
    }
    if first.word == known.what, tokens.count > 1,
      tokens[1].word == known.would || tokens[1].word == known.will || tokens[1].word == known.if
    {
      return true
    }
    for (index, token) in tokens.enumerated() {
      let mark = lexicon.classes(of: token.word)
      if mark.contains(.topic) { return true }
      // "In 1814 …" is history.
      if token.shape.contains(.longPast), index > 0,
        lexicon.classes(of: tokens[index - 1].word).contains(.locprep)
      {
        return true
      }
      if mark.contains(.topicstart), begins(lexicon.topicPhrases, tokens, index) { return true }
      if mark.contains(.hypostart), begins(lexicon.hypothesisPhrases, tokens, index) {
        return true
      }
    }
    return false
  }

  private static func begins(_ phrases: [[WordID]], _ tokens: [Token], _ index: Int) -> Bool {
    phrases.contains { phrase in
      index + phrase.count <= tokens.count
        && phrase.indices.allSatisfy { tokens[index + $0].base == phrase[$0] }
    }
  }
}
