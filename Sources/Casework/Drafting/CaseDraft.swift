import CaseFiles
public import Diplomacy
public import EventCoding
import EventData

/// A case folder drafted from an article, for a person to confirm line by line.
///
/// Everything in it is marked as a draft and carries the sentence it rests on. What the article does
/// not tell (days, the search of the record) is asked in `notes.md`.
public struct CaseDraft {
  /// The files: names and texts.
  public let files: [(name: String, text: String)]
  /// How many assertions there are.
  public let assertions: Int
  /// How many acts were read from news.
  public let acts: Int
  /// What a person has to answer.
  public let questions: [String]

  /// Drafts a case.
  ///
  /// - Parameters:
  ///   - id: The id of the case, the name of its folder.
  ///   - reading: The article as read.
  ///   - news: Acts read from news, with the texts they come from.
  ///   - day: The day of publication to assume where the article has none.
  /// - Throws: ``CaseworkFailure`` where the article names no two actors.
  public init(
    id: String, _ reading: ArticleReading, news: [(NewsDocument, CodedAct)] = [],
    assuming day: Day
  ) throws(CaseworkFailure) {
    guard let focal = reading.focal, let counterpart = reading.counterpart else {
      throw .badInput(
        "\(reading.document.id): names no two states or bodies, so there is no pair to study; "
          + "start from a new case instead", remedy: .newCase)
    }
    let frame = DraftFrame(reading, focal: focal, counterpart: counterpart, day: day, news: news)
    let explanations = CandidateExplanations(reading, focal: focal, counterpart: counterpart)
    let writer = DraftWriter(
      id: id, reading: reading, frame: frame, explanations: explanations.candidates)
    let events = DraftRows.events(Self.merged(news), ids: DraftRows.firstIDs)
    questions = writer.questions
    assertions = reading.assertions.count
    acts = events.count
    var files: [(name: String, text: String)] = [
      ("case.yaml", writer.caseText), ("events.csv", DraftRows.text(events)),
      ("assertions.yaml", writer.assertionText), ("evidence.yaml", writer.evidenceText),
      ("notes.md", writer.notes),
    ]
    let sources = DraftSources.text(
      [reading.document.publisher] + events.map(\.source.publisher))
    if let sources { files.append(("sources.yaml", sources)) }
    self.files = files
  }

  /// The reports of one act put together.
  private static func merged(_ news: [(NewsDocument, CodedAct)]) -> [ReportedAct] {
    var merger = ReportMerger()
    for (document, act) in news { merger.add(act, in: document) }
    return merger.acts
  }
}

/// The days and actors of a drafted case.
struct DraftFrame {
  let focal: ActorCode
  let counterpart: ActorCode
  let window: DateSpan
  let baseline: DateSpan
  let actors: [ActorCode]
  /// Named dates: id, days, words, sentence; the days are the whole window where nobody said.
  let dates: [(id: String, day: DateSpan, what: String, sentence: Int?)]
  /// Whether the article says when it was published.
  let isDated: Bool

  init(
    _ reading: ArticleReading, focal: ActorCode, counterpart: ActorCode, day: Day,
    news: [(NewsDocument, CodedAct)]
  ) {
    self.focal = focal
    self.counterpart = counterpart
    isDated = reading.document.published != nil
    let published = reading.document.published ?? day
    let named = reading.dates.compactMap { date in
      date.span.map { (date, $0) }
    }.filter { $0.1.last <= published + 31 && published - $0.1.first <= 3 * 366 }
    let acts = news.compactMap { $0.1.date }
    let recent = named.map(\.1.first).filter { published - $0 <= 400 } + acts.map(\.first)
    let first = min(recent.min() ?? published - 365, published - 60)
    let last = max(published, acts.map(\.last).max() ?? published)
    window = DateSpan(from: first, through: last) ?? DateSpan(published)
    baseline = DateSpan(from: first - 365, through: first - 1) ?? DateSpan(first - 1)
    var actors: [ActorCode] = [focal, counterpart]
    for code in reading.actors + news.flatMap({ [$0.1.source, $0.1.target] })
    where !actors.contains(code) {
      actors.append(code)
    }
    self.actors = actors
    var dates: [(id: String, day: DateSpan, what: String, sentence: Int?)] = []
    for (date, span) in named where !dates.contains(where: { $0.day == span }) {
      dates.append(
        ("d\(dates.count + 1)", span, "\"\(date.words)\" in the article", date.sentenceNumber))
    }
    self.dates = dates
  }
}
