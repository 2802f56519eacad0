public import ArgumentParser
import Casework
import Diplomacy
public import EventCoding
import EventData
import Foundation

/// Reads news into dated and sourced acts.
struct ReadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read news into dated acts: who did what to whom, with the words that show it.",
    discussion: """
      Reads plain text, web pages, RSS and Atom, JSON Lines ({"id", "date", "text"} a line; url, \
      publisher, title where there are any), folders of these, and standard input (-). Every act \
      names the rule that gave its code. What comes out is a draft for a person to accept.

      With --case the actors, parties and issues of a case are taken as context, and what was \
      inferred from them is marked. --into does the same and puts the acts among the case's drafts, \
      one row an act however many texts report it.

      --reader openai asks a language model at DEMARCHE_READER_URL (DEMARCHE_READER_MODEL, _KEY, \
      _CACHE), --reader command a worker process (DEMARCHE_READER_COMMAND). Only then does a text \
      leave this program. What they propose without words of the text to show it is refused.

      Example: demarche read news/*.html --date 2025-06-30 --format csv
      """)

  enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case csv, jsonl, html
  }

  @Argument(help: "Texts, folders or patterns; a hyphen for standard input.")
  var files: [String]

  @Option(
    help: """
      How to write the acts: jsonl, one act a line; csv, in the columns of events.csv; html, a page \
      for going through them.
      """)
  var format = OutputFormat.csv

  @Option(help: ArgumentHelp("The form of the input, where names and content do not tell."))
  var inputFormat: DocumentFormat?

  @Option(help: "The day of publication of texts that do not say, as 2025-06-30.")
  var date: String?

  @Flag(
    inversion: .prefixedNo, help: "Code acts that stay within one state.")
  var domestic = true

  @Option(name: .customLong("case"), help: "A case folder whose actors are the context.")
  var context: String?

  @Option(help: "A case folder among whose drafts the acts are put.")
  var into: String?

  @Flag(
    help: """
      What a sample of media showed instead of acts: by outlet and month the share of texts that are \
      hostile, calming or silent toward each side, with intervals. The sides are those of the case.
      """)
  var survey = false

  @Option(help: "With --survey: how the texts were drawn, said beside the result.")
  var drawn: String?

  @Option(
    help: ArgumentHelp(
      "What reads: the built-in patterns; openai, a language model at an endpoint; command, a "
        + "worker process. Off unless chosen."))
  var reader = ReaderChoice.patterns

  @Flag(
    help: """
      With --reader: instead of acts, the share of them that stays the same when the list of codes is \
      renamed, reordered, or has neighbouring definitions swapped.
      """)
  var reliability = false

  @Option(help: "The number of cores to use; all unless stated.")
  var cores: Int?

  func run() async throws {
    let published = try day()
    if let cores, cores < 1 {
      throw CaseworkFailure.usage("--cores: \(cores) is too few; use 1 or more")
    }
    let coder = try coder()
    let run = CodingRun(coder, workers: cores ?? ProcessInfo.processInfo.activeProcessorCount)
    do {
      let documents = DocumentStream(
        try InputFile.expand(files), format: inputFormat, published: published)
      if reliability {
        try await tellReliability(coder, documents)
      } else if survey {
        try await takeSurvey(run, documents)
      } else if let into {
        try await fill(into, run, documents)
      } else if format == .html {
        try await page(run, documents)
      } else {
        try await write(run, documents)
      }
    } catch let error as InputError {
      throw CaseworkFailure(error)
    } catch let error as ReaderFailure {
      throw CaseworkFailure.inputOutput(error.description)
    }
  }

  /// Hands on every text with its acts, by the reader that was chosen.
  private func code(
    _ run: CodingRun, _ documents: DocumentStream,
    _ take: (NewsDocument, [CodedAct]) throws -> Void
  ) async throws {
    guard reader != .patterns else { return try run.run(documents, take) }
    let reader = try reader.reader(
      run.coder, environment: ProcessInfo.processInfo.environment)
    var proposed = 0
    var refusals: [ProposalRefusal] = []
    while let document = try documents.next() {
      let outcome = try await reader.read(document)
      proposed += outcome.proposed
      refusals += outcome.refusals
      try take(document, outcome.acts)
    }
    let share = proposed == 0 ? 0 : 100 * refusals.count / proposed
    StandardError.write(
      "\(reader.name): \(proposed) acts proposed, \(refusals.count) refused (\(share) %)")
    for refusal in refusals.prefix(5) { StandardError.write("refused: \(refusal)") }
  }

  private func tellReliability(_ coder: EventCoder, _ documents: DocumentStream) async throws {
    guard reader != .patterns else {
      throw CaseworkFailure.usage(
        "--reliability needs a reader that is given a list of codes; choose --reader openai or "
          + "command (the patterns read no list)")
    }
    let environment = ProcessInfo.processInfo.environment
    _ = try reader.reader(coder, environment: environment)
    var texts: [NewsDocument] = []
    while let document = try documents.next() { texts.append(document) }
    let rows = try await ReaderReliability.rows(texts) { codebook in
      try reader.reader(coder, environment: environment, codebook: codebook)
    }
    try StandardOutput.write("codes,same,all,share\n")
    for row in rows {
      let share = row.share.map { MediaSurvey.decimals($0) } ?? ""
      try StandardOutput.write("\(row.form.rawValue),\(row.same),\(row.all),\(share)\n")
    }
    StandardError.write("\(texts.count) texts, each read four times")
  }

  /// The coder, with the case as its context where one is named.
  private func coder() throws -> EventCoder {
    guard let folder = into ?? context else {
      return EventCoder(options: CodingOptions(domesticActs: domestic))
    }
    let context = try OpenedCase(at: folder).codingContext
    return EventCoder(lexicon: context.lexicon, options: context.options)
  }

  /// The acts, the reports of one act put together.
  private func merged(_ run: CodingRun, _ documents: DocumentStream) async throws -> [ReportedAct] {
    var tally = ReadingTally()
    var merger = ReportMerger()
    try await code(run, documents) { document, acts in
      tally.add(document, acts)
      for act in acts { merger.add(act, in: document) }
    }
    tally.tell(documents.skipped)
    return merger.acts
  }

  private func page(_ run: CodingRun, _ documents: DocumentStream) async throws {
    let acts = try await merged(run, documents)
    try StandardOutput.write(ReviewPage.html(acts, title: "Drafted acts"))
  }

  private func fill(_ folder: String, _ run: CodingRun, _ documents: DocumentStream) async throws {
    let acts = try await merged(run, documents)
    var desk = try DraftDesk(at: folder)
    let counts = try desk.take(acts)
    if try desk.draftSources() { try StandardOutput.write("\(folder)/sources.yaml\n") }
    try StandardOutput.write("\(folder)/drafts.csv\n")
    StandardError.write(
      "\(counts.new) new drafts, \(counts.again) further reports of rows of the record; "
        + "\(desk.waiting.count) wait: demarche accept \(folder) ID… or --all-with rule=…")
  }

  private func takeSurvey(_ run: CodingRun, _ documents: DocumentStream) async throws {
    guard let folder = into ?? context else {
      throw CaseworkFailure.usage("--survey needs --case, the case whose two sides are meant")
    }
    let subject = try OpenedCase(at: folder).subject
    var sides: [String: String] = [:]
    for source in subject.sources {
      guard let side = source.side else { continue }
      sides[source.name.lowercased()] = side.rawValue
      sides[source.id.lowercased()] = side.rawValue
    }
    var survey = MediaSurvey(parties: [subject.focal, subject.counterpart], sides: sides)
    var texts = 0
    try await code(run, documents) { document, acts in
      texts += 1
      survey.add(document, acts)
    }
    try StandardOutput.write(survey.csv)
    let days = survey.days.map { "\($0.first) to \($0.last)" } ?? "no dates"
    StandardError.write(
      "sample: \(texts) texts, \(days); drawn: \(drawn ?? "not said (--drawn)"); "
        + "\(documents.skipped.count) could not be read; \(survey.unnamed) name no outlet; "
        + "\(sides.isEmpty ? "no outlet has a side in sources.yaml" : "sides from sources.yaml")")
  }

  private func day() throws -> Day? {
    guard let date else { return nil }
    guard let day = Day(date) else {
      throw CaseworkFailure.usage("--date: '\(date)' is no day; write 2025-06-30")
    }
    return day
  }

  private func write(_ run: CodingRun, _ documents: DocumentStream) async throws {
    var tally = ReadingTally()
    var rows = ActRows()
    var text = format == .csv ? ActRows.header : ""
    try await code(run, documents) { document, acts in
      tally.add(document, acts)
      for act in acts {
        text +=
          format == .csv ? rows.row(of: act, in: document) : ActLines.line(of: act, in: document)
      }
      if text.utf8.count > 1 << 16 {
        try StandardOutput.write(text)
        text = ""
      }
    }
    try StandardOutput.write(text)
    tally.tell(documents.skipped)
  }
}

/// What was read, for standard error.
struct ReadingTally {
  private var texts = 0
  private var acts = 0
  private var undated = 0

  mutating func add(_ document: NewsDocument, _ found: [CodedAct]) {
    texts += 1
    acts += found.count
    if document.published == nil { undated += 1 }
  }

  /// Says what was read and what was passed over.
  func tell(_ skipped: [SkippedInput]) {
    StandardError.write("\(texts) texts read, \(acts) acts drafted; nothing counts until accepted")
    if undated > 0 {
      StandardError.write("\(undated) texts have no date of publication; state one with --date")
    }
    for input in skipped.prefix(10) { StandardError.write("passed over: \(input)") }
    if skipped.count > 10 { StandardError.write("and \(skipped.count - 10) more passed over") }
  }
}

extension DocumentFormat: ExpressibleByArgument {}

extension ReaderChoice: ExpressibleByArgument {}
