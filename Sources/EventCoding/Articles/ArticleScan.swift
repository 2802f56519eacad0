import Diplomacy

/// Goes through the sentences of an article and takes note of actors, acts and dates.
struct ArticleScan {
  /// What a sentence names.
  struct Sentence {
    let mentions: [Mention]
    let acts: [CodedAct]
    /// The actors that stand only in a purpose clause: what was sought, not whom it was done to.
    let sought: Set<ActorCode>
  }

  private let coder: EventCoder
  private let published: Day?
  private var reader: TextReader
  private var number = 0
  private(set) var dates: [ArticleDate] = []

  init(_ coder: EventCoder, published: Day?) {
    self.coder = coder
    self.published = published
    reader = TextReader(coder.lexicon, coder.options, published: published)
  }

  mutating func sentence(_ sentence: String) -> Sentence {
    number += 1
    let acts = reader.read(sentence)
    var text = sentence
    var tokenizer = Tokenizer(coder.lexicon)
    let spotter = ActorSpotter(lexicon: coder.lexicon, year: published?.parts.year)
    let purpose = Purpose.start(in: sentence)
    let (mentions, sought, named) = text.withUTF8 { bytes in
      tokenizer.cut(bytes)
      let named = published.map { day in
        DateReader(lexicon: coder.lexicon, published: day).dates(in: tokenizer.tokens, bytes).map {
          found in
          ArticleDate(
            sentenceNumber: number,
            words: String(
              decoding: bytes[
                Int(tokenizer.tokens[found.at].start)..<Int(tokenizer.tokens[found.end - 1].end)],
              as: UTF8.self), span: found.span)
        }
      }
      let mentions = spotter.mentions(in: tokenizer.tokens, bytes)
      let plain = mentions.filter { Int(tokenizer.tokens[$0.start].start) < purpose }
      let sought = Set(mentions.map(\.code)).subtracting(plain.map(\.code))
      return (mentions, sought, named ?? [])
    }
    dates += named
    return Sentence(mentions: mentions, acts: acts, sought: sought)
  }
}

/// Counts of whom an article speaks, and whose conduct is in question.
struct ActorTally {
  /// The actors of one sentence.
  struct Parties {
    let subject: ActorCode?
    let object: ActorCode?
    /// Whether the sentence itself names an actor.
    let isNamed: Bool
  }

  /// The actors, most often named first.
  let ranked: [ActorCode]
  let focal: ActorCode?
  let counterpart: ActorCode?

  init(_ sentences: [ArticleScan.Sentence], motives: [Bool]) {
    var named: [ActorCode: Int] = [:]
    var subjects: [ActorCode: Int] = [:]
    var purposes: [ActorCode: Int] = [:]
    var pairs: [Dyad: Int] = [:]
    for (sentence, isMotive) in zip(sentences, motives) {
      var codes: [ActorCode] = []
      for mention in sentence.mentions where !codes.contains(mention.code) {
        codes.append(mention.code)
      }
      for code in codes { named[code, default: 0] += 1 }
      if let first = sentence.mentions.first(where: { !$0.isPlace })?.code {
        subjects[first, default: 0] += 1
        if isMotive, !sentence.sought.contains(first) { purposes[first, default: 0] += 1 }
      }
      for one in codes {
        for other in codes where one < other {
          let isSought = sentence.sought.contains(one) || sentence.sought.contains(other)
          pairs[Dyad(from: one, toward: other), default: 0] += isSought ? 1 : 2
        }
      }
      // An act counts for a pair that it names itself, outside what was sought.
      for act in sentence.acts
      where act.source != act.target && act.spans.source != nil && act.spans.target != nil
        && !sentence.sought.contains(act.source) && !sentence.sought.contains(act.target)
      {
        let dyad = Dyad(
          from: min(act.source, act.target), toward: max(act.source, act.target))
        pairs[dyad, default: 0] += 1
      }
    }
    ranked = named.keys.sorted {
      named[$0, default: 0] != named[$1, default: 0]
        ? named[$0, default: 0] > named[$1, default: 0] : $0 < $1
    }
    let states = Set(ranked.filter { !$0.isPrefixed })
    let best = pairs.filter { states.contains($0.key.source) && states.contains($0.key.target) }
      .sorted { lhs, rhs in
        if lhs.value != rhs.value { return lhs.value > rhs.value }
        let counts = [lhs.key, rhs.key].map { dyad in
          named[dyad.source, default: 0] + named[dyad.target, default: 0]
        }
        return counts[0] != counts[1] ? counts[0] > counts[1] : lhs.key < rhs.key
      }.first
    guard let pair = best?.key else {
      focal = ranked.first
      counterpart = ranked.dropFirst().first
      return
    }
    func weight(_ code: ActorCode) -> (Int, Int, Int) {
      (purposes[code, default: 0], subjects[code, default: 0], named[code, default: 0])
    }
    let isFirst = weight(pair.source) >= weight(pair.target)
    focal = isFirst ? pair.source : pair.target
    counterpart = isFirst ? pair.target : pair.source
  }

  /// Of whom a sentence speaks; the article's two sides where it does not say.
  func parties(of sentence: ArticleScan.Sentence) -> Parties {
    if let act = sentence.acts.first, act.source != act.target {
      return Parties(subject: act.source, object: act.target, isNamed: true)
    }
    let subject = sentence.mentions.first { !$0.isPlace }?.code
    let object = sentence.mentions.first { $0.code != subject }?.code
    let other = subject == focal ? counterpart : focal
    return Parties(
      subject: subject ?? focal, object: object ?? other, isNamed: !sentence.mentions.isEmpty)
  }
}
