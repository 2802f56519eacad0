import Diplomacy

/// Reads the acts of one sentence.
///
/// The order rule: the first actor before the verb acts, the next other actor after it is acted upon
/// (as TABARI and its successors do). No parser is used.
struct SentenceCoder {
  let lexicon: Lexicon
  let options: CodingOptions
  let tokens: [Token]
  let text: UnsafeBufferPointer<UInt8>
  let mentions: [Mention]
  let scope: Scope
  /// The actors within the scope.
  let main: [Mention]
  /// What the sentences before spoke of.
  let discourse: Discourse

  /// An act before it is given its words.
  struct Found {
    var source: Mention
    var target: Mention
    var code: EventCode
    var hit: Hit
    var rules: [String]
    /// The status, where the way it is told decides it.
    var status: EventStatus?
  }

  init(
    _ lexicon: Lexicon, _ options: CodingOptions, _ tokens: [Token],
    _ text: UnsafeBufferPointer<UInt8>, mentions: [Mention], discourse: Discourse
  ) {
    self.lexicon = lexicon
    self.options = options
    self.tokens = tokens
    self.text = text
    self.mentions = mentions
    self.discourse = discourse
    let scope = Scope(tokens, lexicon, mentions)
    self.scope = scope
    main = mentions.filter { $0.start < scope.end && $0.end > scope.afterLead }
  }

  func classes(_ index: Int) -> WordClass {
    index >= 0 && index < tokens.count ? lexicon.classes(of: tokens[index].word) : []
  }

  func word(_ index: Int) -> WordID {
    index >= 0 && index < tokens.count ? tokens[index].word : 0
  }

  /// The acts, the main one first.
  func acts() -> [Found] {
    guard !mentions.isEmpty, !TopicFilter(lexicon, tokens).isOutside else { return [] }
    let finder = PatternFinder(
      lexicon: lexicon, tokens: tokens, mentions: mentions, text: text)
    let hits = finder.hits(in: scope.start..<max(scope.start, scope.end), until: scope.end)
    guard let choice = ActChooser(self, hits).choice() else { return [] }
    let roles = RoleFinder(self, choice, hits).roles()
    guard !roles.pairs.isEmpty else { return [] }
    var found = roles.pairs.map { pair in
      Found(
        source: pair.source, target: pair.target, code: choice.code, hit: choice.hit,
        rules: choice.rules + roles.rules, status: roles.status)
    }
    if !roles.isPassive, !choice.hit.kind.isNoun {
      found += FurtherActs(self, hits, choice, found).acts()
    }
    return found
  }
}
