import Diplomacy

/// Finds the patterns in the tokens of a sentence.
struct PatternFinder {
  let lexicon: Lexicon
  let tokens: [Token]
  let mentions: [Mention]
  let text: UnsafeBufferPointer<UInt8>

  /// The places where patterns fit that begin within a range.
  func hits(in range: Range<Int>, until limit: Int) -> [Hit] {
    var hits: [Hit] = []
    tokens.withUnsafeBufferPointer { tokens in
      for index in range {
        let word = tokens[index].word
        let starts = lexicon.starts(of: word)
        guard !starts.isEmpty, word != lexicon.known.the, word != lexicon.known.a,
          !isNamed(index)
        else { continue }
        let auxiliary = auxiliary(of: index)
        for start in starts {
          let start = lexicon.starts[start]
          let number = Int(start.pattern)
          var isInverted = false
          var found = lexicon.program.end(of: number, in: tokens, after: index + 1)
          if found == nil, let auxiliary,
            !start.form.isDisjoint(with: [.past, .participle]),
            lexicon.program.noun(
              of: number, in: tokens, before: auxiliary, notBefore: range.lowerBound) != nil
          {
            found = index + 1
            isInverted = true
          }
          guard let end = found, end <= limit + 2 else { continue }
          let pattern = lexicon.patterns[number]
          let isVerb = !pattern.kind.isNoun && pattern.kind != .phrase
          let isWeak = isVerb && standsAsNoun(index, start.form)
          let isRoot01 = pattern.code.rawValue == "010" || pattern.code.rawValue == "011"
          if isWeak, isRoot01 { continue }
          hits.append(
            Hit(
              at: index, end: end, pattern: number, code: pattern.code, kind: pattern.kind,
              length: pattern.length + (isInverted ? 1 : 0), form: start.form, isWeak: isWeak))
        }
      }
    }
    return hits
  }

  /// The form of "be" of a passive whose verb stands at an index.
  private func auxiliary(of index: Int) -> Int? {
    var place = index - 1
    while place >= 0, index - place < 4 {
      if classes(place).contains(.be) { return place }
      let word = tokens[place].word
      let known = lexicon.known
      let passes =
        tokens[place].shape.contains(.adverb) || word == known.been || word == known.also
        || word == known.not
      if !passes { return nil }
      place -= 1
    }
    return nil
  }

  /// Whether a token is part of an actor's name.
  private func isNamed(_ index: Int) -> Bool {
    mentions.contains { $0.start <= index && index < $0.end && $0.inferred == nil }
  }

  private func classes(_ index: Int) -> WordClass {
    index < 0 ? [] : lexicon.classes(of: tokens[index].word)
  }

  /// Whether a verb's form stands where a noun or an attribute stands.
  private func standsAsNoun(_ index: Int, _ form: Inflection.Form) -> Bool {
    let plain = !form.isDisjoint(with: [.base, .s])
    let past = !form.isDisjoint(with: [.past, .participle, .ing])
    let before = index - 1
    // Nobody stands before the first word: "Sanctions were imposed" does not sanction.
    guard before >= 0 else { return plain && !past }
    let afterPossessive = tokens[before].shape.contains(.possessive)
    let isThat = tokens[before].word == lexicon.known.that
    if plain, !past || form.contains(.base) {
      if afterPossessive { return true }
      if classes(before).contains(.nounbefore), !(isThat && form.contains(.s)) { return true }
    }
    if past, classes(before).contains(.nounbeforepast) { return true }
    if past, afterPossessive, mentions.contains(where: { $0.end == index }) { return true }
    if let mention = mentions.last(where: { $0.end == index && $0.inferred == nil }) {
      // "US support", but "Palestinians reject", "Iran and Syria back".
      if form == .base, !isPlural(mention) { return true }
      // "Swedish trains", but "Sweden trains".
      if form == .s, mention.kind == .demonym { return true }
    }
    return plain && !past && insideNounPhrase(index)
  }

  /// Whether a mention is of several people or follows another in a list.
  private func isPlural(_ mention: Mention) -> Bool {
    let last = tokens[mention.end - 1]
    guard last.end > last.start else { return false }
    if mention.kind == .demonym, endsInS(last) { return true }
    let before = mention.start - 1
    return before > 0 && tokens[before].word == lexicon.known.and
      && mentions.contains { $0.end == before }
  }

  private func endsInS(_ token: Token) -> Bool { text[Int(token.end) - 1] == 0x73 }

  /// Whether a determiner stands shortly before, with no verb between.
  private func insideNounPhrase(_ index: Int) -> Bool {
    var place = index - 1
    while place >= 0, index - place < 4 {
      let mark = classes(place)
      if mark.contains(.nounlead) { return true }
      if mark.contains(.be) || mark.contains(.verbbreak) || isNamed(place) { return false }
      place -= 1
    }
    return false
  }
}
