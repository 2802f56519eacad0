import Diplomacy

/// Takes proposed acts that the text bears out and refuses the rest; nothing is repaired.
///
/// The quote must stand in its sentence letter by letter, the code must be one of CAMEO, and each
/// actor must be named in the sentence, or in the text or the case and then is marked as inferred.
struct ProposalGate {
  private let document: NewsDocument
  private let sentences: [String]
  private let coder: EventCoder
  private let codebook: Codebook
  private let name: String
  private let named: [[Named]]

  private struct Named {
    let code: ActorCode
    let span: TextSpan
    let organ: String
  }

  init(_ document: NewsDocument, _ coder: EventCoder, _ codebook: Codebook, reader name: String) {
    self.document = document
    self.coder = coder
    self.codebook = codebook
    self.name = name
    sentences = SentenceSplitter.sentences(of: document.text)
    let spotter = ActorSpotter(lexicon: coder.lexicon, year: document.published?.parts.year)
    var tokenizer = Tokenizer(coder.lexicon)
    named = sentences.map { sentence in
      var sentence = sentence
      return sentence.withUTF8 { bytes in
        tokenizer.cut(bytes)
        let tokens = tokenizer.tokens
        let finder = OrganFinder(lexicon: coder.lexicon, tokens: tokens)
        return spotter.mentions(in: tokens, bytes).map { mention in
          Named(
            code: mention.code,
            span: TextSpan(
              start: Int(tokens[mention.start].start), end: Int(tokens[mention.end - 1].end)),
            organ: finder.organ(of: mention, until: tokens.count))
        }
      }
    }
  }

  /// Judges every proposal.
  func outcome(of proposals: [Proposal]) -> ReaderOutcome {
    var outcome = ReaderOutcome()
    for proposal in proposals {
      do throws(ReaderFailure) {
        outcome.acts.append(try act(proposal))
      } catch {
        outcome.refusals.append(
          ProposalRefusal(document: document.id, reason: error.description))
      }
    }
    return outcome
  }

  private func act(_ proposal: Proposal) throws(ReaderFailure) -> CodedAct {
    guard sentences.indices.contains(proposal.sentence - 1) else {
      throw ReaderFailure("sentence \(proposal.sentence) of \(sentences.count)")
    }
    let sentence = sentences[proposal.sentence - 1]
    guard let quote = Self.span(of: proposal.quote, in: sentence) else {
      throw ReaderFailure(
        "the quote \"\(proposal.quote.prefix(60))\" is not in sentence \(proposal.sentence)")
    }
    guard let code = codebook.code(of: proposal.code) else {
      throw ReaderFailure("'\(proposal.code.prefix(20))' is no code of the list")
    }
    var inferred: [String] = []
    let source = try party(proposal.source, "source", proposal.sentence, &inferred)
    let target = try party(proposal.target, "target", proposal.sentence, &inferred)
    let pattern = proposal.quote.lowercased()
    var text = sentence
    let contact = text.withUTF8 { bytes in
      Contact(
        code: code, hints: ContactHints(pattern), verb: String(pattern.prefix { $0 != " " }),
        source: Contact.Party(code: source.code, organ: source.organ),
        target: Contact.Party(code: target.code, organ: target.organ),
        words: SentenceText(bytes: bytes))
    }
    if document.published != nil { inferred.append("date: the day of publication") }
    return CodedAct(
      source: source.code, sourceOrgan: source.organ, target: target.code,
      targetOrgan: target.organ, code: code, sentence: sentence,
      sentenceNumber: proposal.sentence,
      spans: CodedAct.Spans(source: source.span, action: quote, target: target.span),
      rule: "proposed by \(name)", status: .confirmed, inferred: inferred,
      date: document.published.map { DateSpan($0) }, channel: contact?.level,
      channelEffect: contact?.effect, issue: "", conciliation: [])
  }

  private func party(
    _ text: String, _ role: String, _ number: Int, _ inferred: inout [String]
  ) throws(ReaderFailure) -> (code: ActorCode, organ: String, span: TextSpan?) {
    let code = ActorCode(text)
    if let found = named[number - 1].first(where: { $0.code == code }) {
      return (code, found.organ, found.span)
    }
    if named.contains(where: { $0.contains { $0.code == code } }) {
      inferred.append("\(role): \(code) from another sentence")
      return (code, "", nil)
    }
    if coder.options.parties.contains(code) {
      inferred.append("\(role): \(code) from the case")
      return (code, "", nil)
    }
    throw ReaderFailure("the \(role) '\(text.prefix(20))' is not named in the text")
  }

  /// Where a quote of three letters or more stands in a sentence, byte by byte.
  private static func span(of quote: String, in sentence: String) -> TextSpan? {
    let needle = Array(quote.utf8)
    let hay = Array(sentence.utf8)
    guard needle.count >= 3, needle.count <= hay.count else { return nil }
    for start in 0...(hay.count - needle.count)
    where hay[start..<(start + needle.count)].elementsEqual(needle) {
      return TextSpan(start: start, end: start + needle.count)
    }
    return nil
  }
}
