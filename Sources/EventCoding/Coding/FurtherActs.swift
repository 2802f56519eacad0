import Diplomacy

/// Reads the acts after the first in one sentence: "condemned … and summoned …".
struct FurtherActs {
  let sentence: SentenceCoder
  let hits: [Hit]
  let choice: ActChooser.Choice
  let found: [SentenceCoder.Found]

  init(
    _ sentence: SentenceCoder, _ hits: [Hit], _ choice: ActChooser.Choice,
    _ found: [SentenceCoder.Found]
  ) {
    self.sentence = sentence
    self.hits = hits
    self.choice = choice
    self.found = found
  }

  func acts() -> [SentenceCoder.Found] {
    guard let head = found.first else { return [] }
    let chooser = ActChooser(sentence, hits)
    let sources = Set(found.map(\.source.code))
    var acts: [SentenceCoder.Found] = []
    var taken: Set<Int> = []
    let later = hits.filter { $0.isStrong && $0.at > choice.hit.end }
      .sorted { $0.at != $1.at ? $0.at < $1.at : $0.length > $1.length }
    for hit in later {
      guard !taken.contains(hit.at), isFinite(hit), ![1, 3].contains(hit.code.root),
        !chooser.isInRelativeClause(hit), isCoordinate(hit), !isSubordinate(hit)
      else { continue }
      taken.insert(hit.at)
      let next = sentence.main.first {
        $0.start >= hit.at && !sources.contains($0.code) && $0.start - hit.at < 14
      }
      guard let target = next ?? (head.target.code != head.source.code ? head.target : nil)
      else { continue }
      acts.append(
        SentenceCoder.Found(
          source: head.source, target: target, code: hit.code, hit: hit,
          rules: [sentence.lexicon.patterns[hit.pattern].text, "further act"], status: nil))
    }
    return acts
  }

  /// A past or present form, or a continuous one after a form of "be".
  private func isFinite(_ hit: Hit) -> Bool {
    if !hit.form.isDisjoint(with: [.past, .s]) { return true }
    return hit.form == .ing
      && (1...2).contains { sentence.classes(hit.at - $0).contains(.be) }
  }

  /// Whether a word such as "unless" stands between the first act and this one.
  private func isSubordinate(_ hit: Hit) -> Bool {
    var start = choice.hit.end
    // A comma right before the verb closes whatever clause stands between.
    if hit.at - 1 > start, sentence.tokens[hit.at - 1].shape.contains(.comma) { start = hit.at }
    return (start..<max(start, hit.at)).contains { index in
      let mark = sentence.classes(index)
      return mark.contains(.subord) && sentence.word(index) != sentence.lexicon.known.but
    }
  }

  /// Whether "and", "but" or a comma stands before the verb.
  private func isCoordinate(_ hit: Hit) -> Bool {
    let known = sentence.lexicon.known
    var index = hit.at - 1
    while index > choice.hit.end {
      let word = sentence.word(index)
      let passes =
        sentence.tokens[index].shape.contains(.adverb) || word == known.then || word == known.also
        || word == known.still || (hit.form == .ing && sentence.classes(index).contains(.be))
      if !passes { break }
      index -= 1
    }
    let word = sentence.word(index)
    return word == known.and || word == known.but || sentence.tokens[index].shape.contains(.comma)
  }
}
