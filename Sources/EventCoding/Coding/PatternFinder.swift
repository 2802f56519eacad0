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
    for index in range {
      let word = tokens[index].word
      guard word != 0, Int(word) < lexicon.starts.count else { continue }
      let starts = lexicon.starts[Int(word)]
      guard !starts.isEmpty, word != lexicon.known.the, word != lexicon.known.a,
        !isNamed(index)
      else { continue }
      for start in starts {
        let pattern = lexicon.patterns[Int(start.pattern)]
        guard let end = match(pattern.elements, 1, index + 1), end <= limit + 2 else { continue }
        let isVerb = !pattern.kind.isNoun && pattern.kind != .phrase
        let isWeak = isVerb && standsAsNoun(index, start.form)
        let isRoot01 = pattern.code.rawValue == "010" || pattern.code.rawValue == "011"
        if isWeak, isRoot01 { continue }
        hits.append(
          Hit(
            at: index, end: end, pattern: Int(start.pattern), code: pattern.code,
            kind: pattern.kind, length: pattern.length, form: start.form, isWeak: isWeak))
      }
    }
    return hits
  }

  /// Whether a token is part of an actor's name.
  private func isNamed(_ index: Int) -> Bool {
    mentions.contains { $0.start <= index && index < $0.end && $0.inferred == nil }
  }

  private func match(_ elements: [Pattern.Element], _ part: Int, _ index: Int) -> Int? {
    guard part < elements.count else { return index }
    switch elements[part] {
    case .words(let choices):
      guard index < tokens.count, fits(tokens[index].word, choices) else { return nil }
      return match(elements, part + 1, index + 1)
    case .gap(let length):
      var place = index
      while place <= index + length, place < tokens.count {
        if let end = match(elements, part + 1, place) { return end }
        if tokens[place].shape.contains(.stop) { return nil }
        place += 1
      }
      return nil
    }
  }

  private func fits(_ word: WordID, _ choices: [WordID]) -> Bool {
    guard word != 0 else { return false }
    if choices.contains(word) { return true }
    guard Int(word) < lexicon.analyses.count else { return false }
    for analysis in lexicon.analyses[Int(word)] where choices.contains(analysis.base) {
      return true
    }
    return false
  }

  private func classes(_ index: Int) -> WordClass {
    index < 0 ? [] : lexicon.classes(of: tokens[index].word)
  }

  /// Whether a verb's form stands where a noun or an attribute stands.
  private func standsAsNoun(_ index: Int, _ form: Inflection.Form) -> Bool {
    let plain = !form.isDisjoint(with: [.base, .s])
    let past = !form.isDisjoint(with: [.past, .participle, .ing])
    let before = index - 1
    guard before >= 0 else { return false }
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
