import Assessment
import Conduct
import Diplomacy

/// The short paragraphs at the end of a brief.
struct BriefNotes {
  let assessment: CaseAssessment
  let words: CaseWords
  let story: StoryAnswer

  init(_ assessment: CaseAssessment, _ words: CaseWords, _ story: StoryAnswer) {
    self.assessment = assessment
    self.words = words
    self.story = story
  }

  /// The paragraphs that there is something to say for.
  var notes: [Brief.Note] {
    let texts: [(String, Prose?)] = [
      ("What the record cannot tell.", untold), ("Best rival.", story.rival),
      ("How often such a verdict is right.", story.reliability),
      ("What would change it.", change), ("Look for next.", story.next),
    ]
    return texts.compactMap { title, text in text.map { Brief.Note(title: title, text: $0) } }
  }

  /// How many clauses have no verdict, by why.
  private var untold: Prose? {
    let reasons = assessment.ledger.flatMap(\.clauses).compactMap(\.untested)
    guard !reasons.isEmpty else { return nil }
    var counts: [Ground: Int] = [:]
    for reason in reasons { counts[Ground(reason), default: 0] += 1 }
    if reasons.count == 1, let ground = counts.keys.first {
      return Prose("One point \(ground.isClause ? "" : "is ")\(ground.words(isOne: true)).")
    }
    let parts = Ground.allCases.compactMap { ground in
      counts[ground].map { "\(NumberWords.cardinal($0)) \(ground.words(isOne: $0 == 1))" }
    }
    let total = NumberWords.count(reasons.count, "point")
    return Prose("\(sentenceStart(total)): \(NumberWords.list(parts)).")
  }

  /// Why clauses have no verdict, as a reader tells the reasons apart.
  private enum Ground: CaseIterable, Hashable {
    case nature, unsearched, days, little

    init(_ reason: UntestedReason) {
      switch reason {
      case .byNature: self = .nature
      case .notSearched: self = .unsearched
      case .sameDay, .eitherOrder, .unknownDate: self = .days
      case .tooFew, .noSuchRows, .unknownDays, .notFollowed, .noCourse, .withinBands, .tooSpread:
        self = .little
      }
    }

    /// Whether its words hold a verb of their own.
    var isClause: Bool { self != .nature }

    func words(isOne: Bool) -> String {
      switch self {
      case .nature: "of a kind that no record shows"
      case .unsearched: "\(isOne ? "denies" : "deny") acts that nobody looked for"
      case .days: "\(isOne ? "turns" : "turn") on uncertain days"
      case .little: "\(isOne ? "rests" : "rest") on too few acts"
      }
    }
  }

  /// What would turn the answer, then the verdict of the ledger that stands on the least.
  private var change: Prose? {
    let thin = assessment.ledger
      .filter { $0.verdict.holds || $0.verdict == .contradicted }
      .compactMap { entry -> (id: String, margin: ClauseMargin)? in
        entry.clauses.filter { $0.verdict == entry.verdict }.compactMap(\.margin)
          .filter(\.isJust).first.map { (entry.id, $0) }
      }
    var prose = story.change ?? Prose("")
    if !thin.isEmpty {
      if !prose.isEmpty { prose = prose + " " }
      prose.inlines += [
        .text("One row or day would turn "),
        .section(NumberWords.count(thin.count, "verdict"), id: "ledger"),
        .text(" on the claim's sentences."),
      ]
    }
    return prose.isEmpty ? nil : prose
  }
}
