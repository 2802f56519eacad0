public import Assessment
import Diplomacy

/// Writes the brief of an assessment.
struct BriefWriter {
  let assessment: CaseAssessment
  let words: CaseWords
  let story: StoryAnswer

  init(_ assessment: CaseAssessment, likelihood: LikelihoodWords) {
    self.assessment = assessment
    words = CaseWords(assessment.subject)
    story = StoryAnswer(assessment, likelihood: likelihood)
  }

  /// The brief, with as much of it as a page of at most ``Brief/wordLimit`` words can hold.
  ///
  /// What does not fit goes in this order: the words of acts after their first clause, the words of
  /// the assertions, the third findings, the second findings.
  func brief(figure: Figure?) -> Brief {
    var brief = brief(figure, Room.all[0])
    for room in Room.all.dropFirst() where brief.wordCount > Brief.wordLimit {
      brief = self.brief(figure, room)
    }
    return brief
  }

  /// How much room the findings and the claim have.
  struct Room {
    var findings = 3
    var actWords = 40
    var assertionWords = 30
    var claimWords = 60
    var noteWords = 45

    static let all = [
      Room(), Room(actWords: 24), Room(actWords: 20, assertionWords: 16, noteWords: 36),
      Room(actWords: 15, assertionWords: 13, noteWords: 30),
      Room(actWords: 12, assertionWords: 11, claimWords: 40, noteWords: 24),
      Room(findings: 2, actWords: 15, assertionWords: 13, claimWords: 40, noteWords: 24),
      Room(findings: 2, actWords: 10, assertionWords: 9, claimWords: 30, noteWords: 18),
      Room(findings: 1, actWords: 10, assertionWords: 9, claimWords: 24, noteWords: 14),
    ]
  }

  private func brief(_ figure: Figure?, _ room: Room) -> Brief {
    let subject = assessment.subject
    let strongest = StrongestFindings(assessment)
    var shown: Set<String> = []
    let against = strongest.choose(supporting: false, limit: room.findings, shown: &shown)
    let support = strongest.choose(supporting: true, limit: room.findings, shown: &shown)
    return Brief(
      title: Self.clipped(subject.title, 20),
      claim: Self.clipped(subject.claim, room.claimWords), origin: origin,
      answer: story.answer, sentences: [story.sentence, ledgerSentence],
      supporting: support.map { finding($0, room) }, opposing: against.map { finding($0, room) },
      notes: draftNotes
        + BriefNotes(assessment, words, story).notes.map { note in
          Brief.Note(title: note.title, text: Self.wholeSentences(note.text, room.noteWords))
        }, figure: figure, hasFindings: !assessment.ledger.isEmpty)
  }

  /// That the case is a draft, ahead of all else.
  private var draftNotes: [Brief.Note] {
    DraftNote(subject: assessment.subject).text.map { text in
      [Brief.Note(title: "A draft.", text: Prose(text))]
    } ?? []
  }

  private var origin: Prose? {
    guard let article = assessment.subject.article else { return nil }
    let parts = [article.publisher, article.title, article.published].filter { !$0.isEmpty }
    let text = Self.clipped(parts.joined(separator: ", "), 16)
    guard !text.isEmpty else { return nil }
    return Escaping.webAddress(article.url) == nil
      ? Prose(text) : Prose([.link(text, url: article.url)])
  }

  /// What became of the clauses of the article, in one sentence.
  private var ledgerSentence: Prose {
    let clauses = assessment.ledger.flatMap(\.clauses)
    guard !clauses.isEmpty else { return "The case lists no sentences of the claim to test." }
    func count(_ fits: (Verdict) -> Bool) -> Int { clauses.count { fits($0.verdict) } }
    let parts = [
      (count(\.holds), "hold", "holds"), (count { $0 == .partly }, "hold in part", "holds in part"),
      (count { $0 == .contradicted }, "fail", "fails"),
      (count { $0 == .untested }, "cannot be tested", "cannot be tested"),
    ].filter { $0.0 > 0 }.map { number, many, one in
      "\(NumberWords.cardinal(number)) \(number == 1 ? one : many)"
    }
    let points = NumberWords.count(clauses.count, "checkable point", "points").replacing(
      "checkable point", with: "point")
    return Prose("Of the \(points) it makes, \(NumberWords.list(parts)).")
  }

  private func finding(_ choice: StrongestFindings.Choice, _ room: Room) -> Brief.Finding {
    let text = Self.clipped(CaseWords.phrase(choice.entry.text), room.assertionWords)
    let anchor = Glossary.anchor(ofAssertion: choice.entry.id)
    let verdict = choice.clause.verdict.holds ? "yes" : "no"
    // A point is a piece of its sentence and is said with it.
    let point =
      choice.clause.says.isEmpty || choice.entry.clauses.count == 1
      ? "" : ", here “\(Self.clipped(choice.clause.says, room.assertionWords))”"
    var prose = Prose([
      .text("“"), .section(sentenceStart(text), id: anchor), .text("”\(point): \(verdict). "),
    ])
    // Of an assertion of several points, the point in question is said, not the whole.
    let isWhole = choice.entry.clauses.count == 1 || !point.isEmpty
    if let act = choice.act, isWhole {
      let rows = choice.clause.rows.count
      let when = sentenceStart(DateWords.span(act.date))
      let more = rows > 1 ? " (one of \(NumberWords.cardinal(rows)))" : ""
      let summary = Self.clipped(CaseWords.phrase(act.summary), room.actWords)
      prose.inlines += [.text("\(when)\(more): "), .act(summary, id: act.id)]
      prose = prose + ActSentence(words).source(act) + "."
    } else {
      let sentence = FindingSentence(words).sentence(choice.clause)
      prose.inlines.append(.text(Self.shortened(sentence, room.actWords + room.assertionWords)))
    }
    return Brief.Finding(
      assertion: choice.entry.id, clause: choice.clause.number,
      rows: isWhole ? choice.act.map { [$0.id] } ?? choice.clause.rows : choice.clause.rows,
      text: prose)
  }

  // MARK: Length

  /// A sentence of at most so many words: first without what was asked, then without what stands in
  /// brackets, at last cut.
  static func shortened(_ sentence: String, _ limit: Int) -> String {
    func fits(_ text: String) -> Bool { text.split(separator: " ").count <= limit }
    if fits(sentence) { return sentence }
    let asked = sentence.firstRange(of: "; the sentence asks")
    let short = asked.map { String(sentence[..<$0.lowerBound]) + "." } ?? sentence
    if fits(short) { return short }
    return clipped(unbracketed(short), limit)
  }

  /// A text without what stands in round brackets outside quotation marks.
  static func unbracketed(_ text: String) -> String {
    var result = ""
    var depth = 0
    var isQuoted = false
    for character in text {
      switch character {
      case "“": isQuoted = true
      case "”": isQuoted = false
      default: break
      }
      if !isQuoted, character == "(" {
        depth += 1
        if depth == 1, result.last == " " { result.removeLast() }
      }
      if depth == 0 { result.append(character) }
      if !isQuoted, character == ")", depth > 0 { depth -= 1 }
    }
    return depth == 0 ? result : text
  }

  /// A text of at most so many words, cut at the end of a clause where there is one.
  static func clipped(_ text: String, _ limit: Int) -> String {
    let parts = text.split(separator: " ")
    guard parts.count > limit else { return text }
    var kept = parts.prefix(max(1, limit))
    if let end = kept.lastIndex(where: { ";,:".contains($0.last ?? " ") }), end >= limit / 2 {
      let whole = kept[...end].joined(separator: " ")
      return closed(String(whole.dropLast()) + " …")
    }
    // No piece ends in a word that only leads to the next.
    while kept.count > 1, let last = kept.last, Self.leading.contains(String(last)) {
      kept.removeLast()
    }
    return closed(kept.joined(separator: " ") + " …")
  }

  /// A text with an end to the quotation that was cut.
  private static func closed(_ text: String) -> String {
    text.count { $0 == "“" } > text.count { $0 == "”" } ? text + "”" : text
  }

  /// Words after which a reader waits for another.
  private static let leading: Set<String> = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "that", "the", "to",
    "with",
  ]

  /// The longest sentence that is kept whole where it is the first, in words.
  private static let longestSentence = 30

  /// The first sentences of a text that have at most so many words together; the first one is kept
  /// whole unless it is longer than any reader wants.
  static func wholeSentences(_ prose: Prose, _ limit: Int) -> Prose {
    guard Brief.words(in: prose.plain) > limit else { return prose }
    var kept = 0
    var start = prose.plain.startIndex
    let plain = prose.plain
    while let end = plain[start...].firstRange(of: /[.!?] (?=[A-Z“])/) {
      let next = plain.distance(from: plain.startIndex, to: end.lowerBound) + 1
      let most = kept == 0 ? max(limit, longestSentence) : limit
      guard Brief.words(in: String(plain.prefix(next))) <= most else { break }
      kept = next
      start = end.upperBound
    }
    guard kept > 0 else {
      return Brief.words(in: plain) <= longestSentence ? prose : clipped(prose, limit)
    }
    return first(kept, of: prose)
  }

  /// The first characters of a text with parts.
  private static func first(_ count: Int, of prose: Prose) -> Prose {
    var left = count
    var inlines: [Inline] = []
    for inline in prose.inlines where left > 0 {
      let plain = Prose([inline]).plain
      inlines.append(plain.count <= left ? inline : .text(String(plain.prefix(left))))
      left -= plain.count
    }
    return Prose(inlines)
  }

  /// The same for text with parts: parts after the limit are dropped.
  static func clipped(_ prose: Prose, _ limit: Int) -> Prose {
    guard Brief.words(in: prose.plain) > limit else { return prose }
    var left = limit
    var inlines: [Inline] = []
    for inline in prose.inlines where left > 0 {
      let plain = Prose([inline]).plain
      let count = Brief.words(in: plain)
      if count <= left {
        inlines.append(inline)
      } else {
        let space = plain.first == " " ? " " : ""
        inlines.append(.text(space + clipped(plain, left)))
      }
      left -= count
    }
    return Prose(inlines)
  }
}

extension Brief {
  /// Writes the brief of an assessment.
  ///
  /// - Parameters:
  ///   - assessment: The assessment.
  ///   - likelihood: The yardstick whose words name a probability, where the verdict carries one.
  ///   - hasRecord: Whether the page that shows it holds the record, so that marks lead to rows; else
  ///     they lead to the sources.
  public init(
    of assessment: CaseAssessment, likelihood: LikelihoodWords = .icd203, hasRecord: Bool = false
  ) {
    self = BriefWriter(assessment, likelihood: likelihood)
      .brief(figure: BriefFigure.figure(of: assessment, hasRecord: hasRecord))
  }
}
