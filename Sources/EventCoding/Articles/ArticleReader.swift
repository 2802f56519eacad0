public import Diplomacy

/// Reads an opinion article: its assertions by kind, its actors, and whose conduct is in question.
public struct ArticleReader: Sendable {
  private let coder: EventCoder
  private let cues = CueTable.standard

  /// Makes a reader.
  public init(lexicon: Lexicon = .standard) { coder = EventCoder(lexicon: lexicon) }

  /// Reads an article.
  ///
  /// - Parameters:
  ///   - document: The article.
  ///   - day: The day against which days without a year are read where the article has no date.
  public func read(_ document: NewsDocument, assuming day: Day? = nil) -> ArticleReading {
    let sentences = SentenceSplitter.sentences(of: document.text).filter { !Self.isBoilerplate($0) }
    var scan = ArticleScan(coder, published: document.published ?? day)
    let scanned = sentences.map { scan.sentence($0) }
    let count = ActorTally(scanned, motives: sentences.map { !isEmpty("motive", $0) })
    var assertions: [DraftedAssertion] = []
    for (index, sentence) in sentences.enumerated() {
      let parties = count.parties(of: scanned[index])
      assertions += drafts(
        sentence, index + 1, parties, scanned[index].acts)
    }
    assertions += implied(assertions)
    return ArticleReading(
      document: document, sentences: sentences, assertions: assertions, actors: count.ranked,
      focal: count.focal, counterpart: count.counterpart, dates: scan.dates)
  }

  private func isEmpty(_ kind: String, _ sentence: String) -> Bool {
    cues.found(kind, in: PlainWords.of(sentence)).isEmpty
  }

  /// Lines of a page that are no sentence of the article.
  private static func isBoilerplate(_ sentence: String) -> Bool {
    let words = sentence.split(separator: " ")
    if words.count < 4 { return true }
    let starts = [
      "Topics:", "Get the ", "Sign up", "Subscribe", "Advertisement", "Share ", "Read more",
      "Illustration", "Photo:", "Image:", "©", "Copyright", "All rights reserved", "Follow us",
      "Click here", "The views expressed", "This article was",
    ]
    return starts.contains { sentence.hasPrefix($0) }
  }

  private func drafts(
    _ sentence: String, _ number: Int, _ parties: ActorTally.Parties, _ acts: [CodedAct]
  ) -> [DraftedAssertion] {
    let words = PlainWords.of(sentence)
    guard !sentence.hasSuffix("?") || parties.subject != nil else { return [] }
    var kinds: [(AssertionKind, [String])] = []
    for kind in AssertionKind.allCases where kind != .fact {
      let found = cues.found(kind.rawValue, in: words) + numbers(kind, sentence)
      if !found.isEmpty { kinds.append((kind, found)) }
    }
    if kinds.isEmpty {
      for kind in AssertionKind.allCases where kind != .fact {
        let found = cues.found(kind.rawValue + "?", in: words)
        if !found.isEmpty { kinds.append((kind, found)) }
      }
    }
    if let act = acts.first {
      kinds.append((.fact, [actionWords(act)]))
    } else {
      let found = cues.found("fact", in: words)
      if !found.isEmpty, parties.isNamed { kinds.append((.fact, found)) }
    }
    let certainty = certainty(words)
    return kinds.map { kind, found in
      DraftedAssertion(
        sentenceNumber: number, sentence: sentence, kind: kind, cues: Array(found.prefix(4)),
        certainty: certainty, subject: parties.subject, object: parties.object, act: acts.first,
        isImplied: false, purpose: kind == .motive ? Purpose.clause(in: sentence) : "")
    }
  }

  private func actionWords(_ act: CodedAct) -> String {
    let bytes = Array(act.sentence.utf8)
    return String(decoding: bytes[act.spans.action.start..<act.spans.action.end], as: UTF8.self)
  }

  /// Counted things: "three generals", "40 per cent".
  private func numbers(_ kind: AssertionKind, _ sentence: String) -> [String] {
    guard kind == .count else { return [] }
    let words = PlainWords.of(sentence)
    return words.indices.compactMap { index in
      guard index + 1 < words.count, words[index + 1].hasSuffix("s"), words[index + 1].count > 3,
        !["years", "days", "weeks", "months", "hours", "minutes"].contains(words[index + 1])
      else { return nil }
      let isNumber =
        Self.numbers.contains(words[index])
        || (Int(words[index]).map { $0 < 1900 || $0 > 2100 } ?? false)
      return isNumber ? "\(words[index]) \(words[index + 1])" : nil
    }
  }

  private static let numbers: Set<String> = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  private func certainty(_ words: [String]) -> String {
    let hedged = cues.found("hedged", in: words)
    if let first = hedged.first { return "hedged (\"\(first)\")" }
    if let first = cues.found("certain", in: words).first { return "stressed (\"\(first)\")" }
    return "flat"
  }

  /// One counterfactual a motive: without the purpose, would the act have been done?
  private func implied(_ assertions: [DraftedAssertion]) -> [DraftedAssertion] {
    var seen: Set<Int> = []
    return assertions.compactMap { motive in
      guard motive.kind == .motive, !motive.purpose.isEmpty,
        seen.insert(motive.sentenceNumber).inserted
      else { return nil }
      return DraftedAssertion(
        sentenceNumber: motive.sentenceNumber,
        sentence: "Without the purpose \"\(motive.purpose)\" it would not have happened.",
        kind: .counterfactual, cues: motive.cues, certainty: "implied", subject: motive.subject,
        object: motive.object, act: nil, isImplied: true, purpose: motive.purpose)
    }
  }
}

/// The clause of a sentence that says to what end something was done.
enum Purpose {
  /// The clause from its first word to the next comma or stop; empty where there is none.
  static func clause(in sentence: String) -> String {
    let lowered = sentence.lowercased()
    let isAligned = lowered.count == sentence.count
    for lead in leads {
      guard let found = lowered.firstRange(of: lead) else { continue }
      let skipped = lowered.distance(from: lowered.startIndex, to: found.lowerBound)
      let rest = (isAligned ? sentence : lowered).dropFirst(skipped)
      let end = rest.firstIndex { ",;—:.?!".contains($0) } ?? rest.endIndex
      let words = rest[..<end].split(separator: " ").prefix(18)
      if words.count >= 3 { return words.joined(separator: " ") }
    }
    return ""
  }

  /// The byte at which the purpose clause begins; past the end where there is none.
  static func start(in sentence: String) -> Int {
    let lowered = sentence.lowercased()
    guard lowered.utf8.count == sentence.utf8.count,
      let found = leads.lazy.compactMap({ lowered.firstRange(of: $0) }).first
    else { return sentence.utf8.count }
    return lowered.utf8.distance(from: lowered.startIndex, to: found.lowerBound)
  }

  private static let leads = [
    "in order to ", "so as to ", "with the aim of ", "with the goal of ", "with the intention of ",
    "with the purpose of ", "in the hope ", "so that ", "aimed at ", "aimed to ", "sought to ",
    "seeks to ", "trying to ", "tried to ", "wanted to ", "wants to ", "intended to ",
    "designed to ", "meant to ", "meant as ", "intended as ", "in a bid to ", "until ",
    "to realize ", "to realise ",
    "to prevent ", "to avoid ", "to force ", "to shield ", "to secure ", "to punish ", "to warn ",
    "to weaken ", "to undermine ", "to divert ", "to distract ", "to isolate ", "to justify ",
    "to dissuade ", "to deter ", "to win ", "to protect ", "to keep ", "to show ", "to extract ",
    "as a means of ", "because it want", "for fear of ",
  ]
}
