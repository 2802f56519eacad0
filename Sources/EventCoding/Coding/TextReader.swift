import Diplomacy

/// Reads the sentences of one text in their order and remembers what they spoke of.
struct TextReader {
  let lexicon: Lexicon
  let options: CodingOptions
  let published: Day?
  private var tokenizer: Tokenizer
  private let spotter: ActorSpotter
  private var number = 0

  init(_ lexicon: Lexicon, _ options: CodingOptions, published: Day?) {
    self.lexicon = lexicon
    self.options = options
    self.published = published
    tokenizer = Tokenizer(lexicon)
    spotter = ActorSpotter(lexicon: lexicon, year: published?.parts.year)
  }

  mutating func read(_ sentence: String) -> [CodedAct] {
    number += 1
    var sentence = sentence
    return sentence.withUTF8 { text in read(text) }
  }

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>) -> [CodedAct] {
    tokenizer.cut(text)
    let tokens = tokenizer.tokens
    let mentions = spotter.mentions(in: tokens, text)
    guard !mentions.isEmpty else { return [] }
    let coder = SentenceCoder(lexicon, options, tokens, text, mentions: mentions)
    let found = coder.acts()
    guard !found.isEmpty else { return [] }
    let sentence = String(decoding: text, as: UTF8.self)
    return found.map { act in
      func span(_ start: Int, _ end: Int) -> TextSpan {
        TextSpan(start: Int(tokens[start].start), end: Int(tokens[max(start, end - 1)].end))
      }
      func span(_ mention: Mention) -> TextSpan? {
        mention.inferred == nil ? span(mention.start, mention.end) : nil
      }
      return CodedAct(
        source: act.source.code, sourceOrgan: act.source.organ, target: act.target.code,
        targetOrgan: act.target.organ, code: act.code, sentence: sentence, sentenceNumber: number,
        spans: CodedAct.Spans(
          source: span(act.source), action: span(act.hit.at, min(act.hit.end, tokens.count)),
          target: span(act.target)),
        rule: act.rules.joined(separator: "; "), status: .reported,
        inferred: [act.source.inferred, act.target.inferred].compactMap(\.self),
        date: published.map { DateSpan($0) }, channel: nil, channelEffect: nil, issue: "",
        conciliation: [])
    }
  }
}
