import Diplomacy

/// The part of a sentence that tells an act, without who reported it and without a leading adjunct.
struct Scope {
  /// The first token in which an act is looked for.
  var start: Int
  /// The token after the last one.
  var end: Int
  /// Where a reporting clause at the beginning ends.
  var afterLead: Int

  init(_ tokens: [Token], _ lexicon: Lexicon, _ mentions: [Mention]) {
    let known = lexicon.known
    let count = tokens.count
    start = 0
    end = count
    afterLead = 0
    // ", officials said (on Tuesday)." and "according to …" at the end name no actor of the act.
    var index = count - 1
    while index > max(3, count / 3 - 1) {
      if lexicon.classes(of: tokens[index].word).contains(.pastreport) {
        var comma = index
        while comma > 0, !tokens[comma].shape.contains(.comma), index - comma < 16 { comma -= 1 }
        if tokens[comma].shape.contains(.comma), comma > 4, index - comma < 15 {
          let next = tokens[comma + 1].word
          if tellsMore(tokens, lexicon, mentions, after: index) {
            index -= 1
            continue
          }
          let continues =
            next == known.but || next == known.and || next == known.saying || next == known.which
            || next == known.who
          if !continues {
            end = comma
            break
          }
        }
      }
      if tokens[index].word == known.according, index + 1 < count,
        tokens[index + 1].word == known.to, index > 4
      {
        end = index
        break
      }
      index -= 1
    }
    if count > 0, tokens[0].word == known.according,
      let comma = tokens.prefix(20).firstIndex(where: { $0.shape.contains(.comma) })
    {
      afterLead = comma
    }
    start = afterLead
    skipAdjunct(tokens, lexicon, mentions)
  }

  /// Whether a clause of its own follows a word of reporting: ", Maia Sandu, said Russia was …".
  private func tellsMore(
    _ tokens: [Token], _ lexicon: Lexicon, _ mentions: [Mention], after index: Int
  ) -> Bool {
    guard let subject = mentions.first(where: { (index + 1...index + 3).contains($0.start) }),
      !subject.isPlace, subject.end < tokens.count
    else { return false }
    return (subject.end..<min(tokens.count, subject.end + 6)).contains { next in
      let mark = lexicon.classes(of: tokens[next].word)
      return mark.contains(.be) || mark.contains(.inflected) || mark.contains(.modal)
    }
  }

  /// "After talks in Doha, Egypt said …": the acts of the adjunct are another's or earlier.
  private mutating func skipAdjunct(
    _ tokens: [Token], _ lexicon: Lexicon, _ mentions: [Mention]
  ) {
    guard start < tokens.count, lexicon.classes(of: tokens[start].word).contains(.opener),
      start + 2 < tokens.count,
      let comma = tokens[(start + 2)..<min(tokens.count, start + 30)].firstIndex(where: {
        $0.shape.contains(.comma)
      })
    else { return }
    if mentions.contains(where: { $0.start > comma && $0.start < end }) { start = comma + 1 }
  }
}
