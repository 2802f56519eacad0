import Diplomacy

/// Gives an act that was found its organs, contact, status and date.
struct ActAssembler {
  let sentence: SentenceCoder
  let published: Day?
  let number: Int

  func acts(_ found: [SentenceCoder.Found]) -> [CodedAct] {
    let text = String(decoding: sentence.text, as: UTF8.self)
    let dates = published.map {
      DateReader(lexicon: sentence.lexicon, published: $0).dates(
        in: sentence.tokens, sentence.text)
    }
    return found.map { act($0, text, dates ?? []) }
  }

  private func act(
    _ found: SentenceCoder.Found, _ text: String, _ dates: [DateReader.Named]
  ) -> CodedAct {
    let sourceOrgan = office(of: found.source, besides: found.target, found)
    let targetOrgan = office(of: found.target, besides: found.source, found)
    let pattern = sentence.lexicon.patterns[found.hit.pattern]
    let contact = Contact(
      code: found.code, hints: pattern.hints, verb: words(at: found.hit.at),
      source: Contact.Party(code: found.source.code, organ: sourceOrgan),
      target: Contact.Party(code: found.target.code, organ: targetOrgan),
      words: SentenceText(bytes: sentence.text))
    var inferred = [found.source.inferred, found.target.inferred].compactMap(\.self)
    let near = dates.min { abs($0.at - found.hit.at) < abs($1.at - found.hit.at) }
    let date = near?.span ?? published.map { DateSpan($0) }
    if near == nil, published != nil { inferred.append("date: the day of publication") }
    return CodedAct(
      source: found.source.code, sourceOrgan: sourceOrgan, target: found.target.code,
      targetOrgan: targetOrgan, code: found.code, sentence: text, sentenceNumber: number,
      spans: CodedAct.Spans(
        source: span(found.source), action: span(found.hit.at, found.hit.end),
        target: span(found.target)),
      rule: found.rules.joined(separator: "; "),
      status: found.status ?? StatusReader(sentence: sentence).status(of: found.hit),
      inferred: inferred, date: date, channel: contact?.level, channelEffect: contact?.effect,
      issue: issue(text), conciliation: Self.conciliation(found.code, pattern.text))
  }

  private func words(at index: Int) -> String {
    let token = sentence.tokens[index]
    return String(decoding: sentence.text[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  /// The organ of a party; where its own words name none, that of a holder of office named beside the
  /// act: "Norway said its king would not attend".
  private func office(
    of mention: Mention, besides other: Mention, _ found: SentenceCoder.Found
  ) -> String {
    let own = organ(of: mention, found)
    guard own.isEmpty || own == "government" else { return own }
    let holder = sentence.main.filter { named in
      named.code == mention.code && named.kind == .leader && named.code != other.code
        && abs(named.start - found.hit.at) <= 8
    }.min { abs($0.start - found.hit.at) < abs($1.start - found.hit.at) }
    return holder?.organ ?? own
  }

  private func organ(of mention: Mention, _ found: SentenceCoder.Found) -> String {
    let finder = OrganFinder(lexicon: sentence.lexicon, tokens: sentence.tokens)
    guard mention.inferred == nil else { return mention.organ }
    let next = sentence.mentions.first { $0.start >= mention.end }?.start ?? sentence.tokens.count
    let limit = mention.start < found.hit.at ? min(next, found.hit.at) : next
    return finder.organ(of: mention, until: limit)
  }

  private func span(_ mention: Mention) -> TextSpan? {
    mention.inferred == nil ? span(mention.start, mention.end) : nil
  }

  private func span(_ start: Int, _ end: Int) -> TextSpan {
    let last = min(max(start, end - 1), sentence.tokens.count - 1)
    return TextSpan(
      start: Int(sentence.tokens[start].start), end: Int(sentence.tokens[last].end))
  }

  /// The case's issue whose words the sentence holds most of.
  private func issue(_ text: String) -> String {
    guard !sentence.options.issues.isEmpty else { return "" }
    let lowered = text.lowercased()
    var best = ("", 0)
    for issue in sentence.options.issues {
      let count = issue.words.count { lowered.contains($0) }
      if count > best.1 { best = (issue.id, count) }
    }
    return best.0
  }

  private static func conciliation(_ code: EventCode, _ pattern: String) -> [String] {
    switch code.group {
    case 55: [pattern.contains("regret") && !pattern.contains("apology") ? "regret" : "apology"]
    case 56: ["forgiveness"]
    case 84: ["release"]
    case 85, 81: ["easing"]
    case 54: ["restoration"]
    default: []
    }
  }
}
