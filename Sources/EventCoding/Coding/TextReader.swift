import Diplomacy

/// Reads the sentences of one text in their order and remembers what they spoke of.
struct TextReader {
  let lexicon: Lexicon
  let options: CodingOptions
  let published: Day?
  private var tokenizer: Tokenizer
  private let spotter: ActorSpotter
  private var discourse: Discourse
  private var number = 0

  init(_ lexicon: Lexicon, _ options: CodingOptions, published: Day?) {
    self.lexicon = lexicon
    self.options = options
    self.published = published
    tokenizer = Tokenizer(lexicon)
    discourse = Discourse(lexicon, parties: options.parties)
    spotter = ActorSpotter(lexicon: lexicon, year: published?.parts.year)
  }

  mutating func read(_ sentence: String) -> [CodedAct] {
    number += 1
    var sentence = sentence
    return sentence.withUTF8 { text in read(text) }
  }

  /// Takes note of whom a headline speaks, without reading acts from it.
  mutating func observe(_ headline: String) {
    var headline = headline
    headline.withUTF8 { text in
      tokenizer.cut(text)
      discourse.note(spotter.mentions(in: tokenizer.tokens, text), acts: [])
    }
  }

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>) -> [CodedAct] {
    tokenizer.cut(text)
    let tokens = tokenizer.tokens
    let named = spotter.mentions(in: tokens, text)
    let mentions = discourse.resolved(named, in: tokens)
    guard !mentions.isEmpty else { return [] }
    let coder = SentenceCoder(
      lexicon, options, tokens, text, mentions: mentions, discourse: discourse)
    let found = coder.acts()
    discourse.note(mentions, acts: found)
    guard !found.isEmpty else { return [] }
    return ActAssembler(sentence: coder, published: published, number: number).acts(found)
  }
}
