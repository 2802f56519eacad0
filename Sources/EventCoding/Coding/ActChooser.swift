import Diplomacy

/// Chooses the pattern that tells the main act of a sentence, and reads its mood.
struct ActChooser {
  let sentence: SentenceCoder
  let hits: [Hit]

  /// What was chosen.
  struct Choice {
    let hit: Hit
    let code: EventCode
    /// The pattern and what changed its code.
    let rules: [String]
    /// Whether somebody said that another must do something.
    var isDemandOfClause = false
  }

  init(_ sentence: SentenceCoder, _ hits: [Hit]) {
    self.sentence = sentence
    self.hits = hits
  }

  private var known: Known { sentence.lexicon.known }
  private var statements: [Hit] { hits.filter { $0.kind == .statement } }

  func choice() -> Choice? {
    let pick = main()
    let must = demand(pick)
    if let must { return must }
    if let pick, isLeftUnsaid(pick) { return nil }
    if let pick {
      let mood = Mood(sentence, pick)
      guard let read = mood.code(of: pick, hits) else { return plainStatement() }
      var rules = [text(pick)]
      if let rule = read.rule { rules.append(rule) }
      return Choice(hit: pick, code: read.code, rules: rules)
    }
    return plainStatement()
  }

  private func text(_ hit: Hit) -> String { sentence.lexicon.patterns[hit.pattern].text }

  /// The earliest thing done outside a relative clause; else the fullest thing named.
  private func main() -> Hit? {
    let strong = hits.filter(\.isStrong)
    // Where the first deed is only judged, so is what follows it: "premature to lift sanctions".
    if let first = strong.map(\.at).min(),
      strong.contains(where: { $0.at == first && isJudged($0) })
    {
      return nil
    }
    let direct = strong.filter { !isInRelativeClause($0) }
    let candidates = direct.isEmpty ? strong : direct
    if let first = candidates.map(\.at).min() {
      return candidates.filter { $0.at == first }.max { lhs, rhs in
        if lhs.length != rhs.length { return lhs.length < rhs.length }
        return lhs.end < rhs.end
      }
    }
    let named = hits.filter { ($0.kind != .statement) && $0.code.rawValue != "010" }
    return named.max { lhs, rhs in
      lhs.length != rhs.length ? lhs.length < rhs.length : lhs.at > rhs.at
    }
  }

  /// "He did not say that Russian fire had hit the jet": nothing is told.
  private func isLeftUnsaid(_ pick: Hit) -> Bool {
    guard let said = statements.last(where: { $0.end <= pick.at && pick.at - $0.end <= 8 }),
      sentence.lexicon.patterns[said.pattern].tells,
      !(said.end..<pick.at).contains(where: {
        sentence.word($0) == known.but || sentence.word($0) == known.and
      })
    else { return false }
    return (1...3).contains { offset in
      let mark = sentence.classes(said.at - offset)
      return mark.contains(.notword)
        || (said.at - offset >= 0 && sentence.tokens[said.at - offset].shape.contains(.negated))
    }
  }

  /// "It would be premature to lift the ban": nothing is lifted.
  private func isJudged(_ hit: Hit) -> Bool {
    hit.form.contains(.base) && sentence.word(hit.at - 1) == known.to
      && sentence.classes(hit.at - 2).contains(.judging)
  }

  func isInRelativeClause(_ hit: Hit) -> Bool {
    var index = hit.at - 1
    while index >= 0, hit.at - index < 5, !sentence.tokens[index].shape.contains(.comma) {
      if sentence.classes(index).contains(.relative) { return true }
      index -= 1
    }
    return false
  }

  /// "said that B must …" is a demand on B.
  private func demand(_ pick: Hit?) -> Choice? {
    let limit = min(pick?.at ?? sentence.tokens.count, sentence.scope.end)
    guard limit > sentence.scope.start else { return nil }
    for index in sentence.scope.start..<limit {
      let word = sentence.word(index)
      let next = sentence.word(index + 1)
      let isMust =
        word == known.must || word == known.should
        || (next == known.to
          && [known.has, known.have, known.need, known.needs].contains(word) && word != 0)
      guard isMust, let said = statements.first(where: { $0.at < index }) else { continue }
      if let pick, [10, 11, 12, 13].contains(pick.code.root), pick.at < index { continue }
      let hit = Hit(
        at: index, end: index + 1, pattern: said.pattern, code: .known("100"), kind: .verb,
        length: 1, form: .base, isWeak: false)
      return Choice(
        hit: hit, code: .known("100"), rules: [text(said), "must: a demand"],
        isDemandOfClause: true)
    }
    return nil
  }

  private func plainStatement() -> Choice? {
    guard let said = statements.first,
      Set(sentence.main.map(\.code)).count > 1 || !sentence.options.parties.isEmpty
    else { return nil }
    return Choice(hit: said, code: .known("010"), rules: [text(said)])
  }
}
