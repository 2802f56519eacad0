import Diplomacy
import EventData
import Foundation

/// One reading of a case folder.
struct CaseFolderReader {
  let path: String
  let kinds: [ExplanationKind]
  let keepsEvents: Bool
  /// Files by name whose bytes are taken instead of those on disk.
  let files: [String: [UInt8]]

  private let all = CaseProblems(limit: 10_000)

  init(
    path: String, kinds: [ExplanationKind], keepsEvents: Bool, files: [String: [UInt8]] = [:]
  ) {
    self.files = files
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.kinds = kinds
    self.keepsEvents = keepsEvents
  }

  /// Reads the folder.
  func reading() -> CaseReading {
    if let refusal = refusal() { return refusal }
    var names = CaseNames()
    var tally = CaseTally()
    let caseProblems = problems("case.yaml")
    let head = yaml("case.yaml").flatMap { HeadSection($0, &names, caseProblems) }
    var story = head.map { ExplanationSection($0.root, kinds: kinds) }
    story?.readDates(&names)
    let sources = yaml("sources.yaml", isNeeded: false).map {
      SourcesFile($0, &names, problems("sources.yaml"))
    }
    // What case.yaml declares is not known then: each row and each entry would only repeat that.
    names.knowsHead = head != nil
    names.vocabulary.acceptsUndeclared = head == nil
    var vocabulary = names.vocabulary
    vocabulary.isDraft = head?.root.isDraft == true
    var record = readRecord(vocabulary)
    let events = record?.events ?? []
    record?.events = []
    // A file without a header that can be used has no rows that anything could name.
    names.record = record?.hasHeader == true ? record : nil
    story?.readRest(&names)
    if let head { checkName(head.root, caseProblems) }
    checkConduct(record, story, vocabulary)

    var drafts = story?.drafts ?? CaseDrafts()
    let demands = head?.demands.readRest(names) ?? (demands: [], drafts: [])
    let searches = head.map { SearchSection.read($0.root, names) } ?? []
    var codings: [SecondCoding] = []
    if let head {
      codings = CoderFiles(
        folder: path, names: names, root: head.root, problems: { problems($0) }
      ).read()
    }
    var assertions: [Assertion] = []
    if let node = yaml("assertions.yaml", isNeeded: false) {
      (assertions, drafts.assertions) = AssertionsFile.read(
        node, names, problems("assertions.yaml"))
    }
    var evidence = EvidenceFile.Contents()
    if let node = yaml("evidence.yaml", isNeeded: false) {
      evidence = EvidenceFile(names: names, problems: problems("evidence.yaml")).read(node)
    }
    let media = readMedia()
    readGame()
    reportMisnamed()
    drafts.demands = demands.drafts
    drafts.sources = sources?.drafts ?? []
    drafts.evidence = evidence.draftedEvidence
    drafts.prospects = evidence.draftedProspects
    tally.drafts = drafts.count + (record?.drafts.count ?? 0)
    tally.rows = record?.rows ?? 0
    tally.dates = story?.dates.count ?? 0
    tally.levers = story?.levers.count ?? 0
    tally.explanations = story?.explanations.count ?? 0
    tally.assertions = assertions.count
    tally.evidence = evidence.evidence.count
    tally.prospects = evidence.prospects.count

    var reading = CaseReading(
      case: nil, problems: sorted(), counts: all.log.counts, tally: tally, obstacle: nil)
    guard !all.log.hasError, let head, let story, let focal = head.focal,
      let counterpart = head.counterpart, let window = head.window,
      let id = head.root.text("id"), let title = head.root.text("title"),
      let claim = head.root.text("claim")
    else { return reading }
    var found = Case(
      id: id, title: title, claim: claim, article: head.article, focal: focal,
      counterpart: counterpart, window: window, baseline: head.baseline, actors: head.actors,
      dates: story.dates, levers: story.levers, channels: head.channels, issues: head.issues,
      explanations: story.explanations, events: events, assertions: assertions,
      evidence: evidence.evidence, prospects: evidence.prospects,
      machineCoded: story.machineCoded)
    found.demands = demands.demands
    found.looksForDemands = !head.root.isMissing("demands")
    found.searches = searches
    found.sources = sources?.sources ?? []
    found.codings = codings
    found.media = media
    found.drafts = drafts
    found.isDraft = head.root.isDraft
    reading.frame = found
    if keepsEvents { reading.case = found }
    return reading
  }

  /// Says that there is no conduct to explain: the comparison of explanations refuses such a case.
  private func checkConduct(
    _ record: RecordReading?, _ story: ExplanationSection?, _ vocabulary: RecordVocabulary
  ) {
    guard let record, record.hasHeader, record.rows > 0, record.acts == 0, !vocabulary.isDraft,
      let conduct = vocabulary.conduct,
      story?.explanations.contains(where: { $0.prior > 0 }) == true,
      // A wrong code of an actor is told as such, and is then why no act counts.
      [conduct.dyad.source, conduct.dyad.target].allSatisfy({
        vocabulary.fault(ofActor: $0.rawValue) == nil
      })
    else { return }
    problems("events.csv").flaw(
      1,
      "no act of \(conduct.dyad.source) toward \(conduct.dyad.target) counts within the window, so there is no conduct that the explanations could explain",
      "widen the window, add rows, or take the explanations out")
  }

  /// The files of a case that may be left out.
  private static let optional = [
    "assertions.yaml", "evidence.yaml", "sources.yaml", "game.yaml",
  ]

  /// The sample of media, where the case has one.
  private func readMedia() -> MediaSample? {
    let problems = problems("media.csv")
    do throws(FileFailure) {
      let window = try window(on: "media.csv", chunk: 1 << 16)
      while !window.isAtEnd {
        guard try window.refill(from: 0) else {
          problems.error(0, "the file is longer than 64 MB", "leave out outlets or months")
          return nil
        }
      }
      return MediaFile(Array(window.held), problems).sample
    } catch {
      report(error, problems, isNeeded: false)
      return nil
    }
  }

  /// Checks the game of the case, where there is one: what analyses refuse is no sound case.
  private func readGame() {
    let file = "\(path)/game.yaml"
    guard FileManager.default.fileExists(atPath: file) else { return }
    for problem in GameFile.read(at: file).problems {
      all.log.add(problem.severity, file, problem.line, problem.what, problem.fix)
    }
  }

  /// Reports files that were meant for one of the case and are not read, and links to nothing.
  private func reportMisnamed() {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    for name in names where name != "case.yaml" && name != "events.csv" {
      if Self.optional.contains(name) {
        if !FileManager.default.fileExists(atPath: "\(path)/\(name)") {
          problems(name).error(0, "is a link to nothing", "mend the link, or take it away")
        }
        continue
      }
      // What is always read, or always looked for, is misnamed for nothing else.
      guard !["case.yaml", "events.csv"].contains(name) else { continue }
      let plain = name.lowercased().replacing(".yml", with: ".yaml")
      let missing = Self.optional.filter { !names.contains($0) }
      guard !name.hasPrefix("."), name.contains("."),
        let meant = missing.contains(plain) ? plain : Nearest.word(to: plain, among: missing),
        plain.hasSuffix(".yaml")
      else { continue }
      problems(name).flaw(
        0, "the file is not read; the case format knows '\(meant)'", "rename it, or take it away")
    }
  }

  private func problems(_ name: String) -> FileProblems {
    FileProblems(file: "\(path)/\(name)", all: all)
  }

  /// The reading of a path that holds no case that could be read.
  private func refusal() -> CaseReading? {
    var kind = stat()
    guard stat(path, &kind) == 0 else {
      let failure = FileFailure(number: errno)
      return failure.isMissing
        ? refuse(
          .missing, "there is no such folder", "name a case folder")
        : refuse(
          .unreadable, "cannot be read (\(failure.reason))", "give yourself leave to read it")
    }
    guard kind.st_mode & S_IFMT == S_IFDIR else {
      return refuse(
        .notACase, "is a file, not a case folder", "name the folder that holds case.yaml")
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      return refuse(.unreadable, "cannot be read", "give yourself leave to read the folder")
    }
    if !names.contains("case.yaml") && !names.contains("events.csv") {
      return refuse(
        .notACase, "holds neither case.yaml nor events.csv: not a case folder",
        "name a case folder")
    }
    return nil
  }

  private func refuse(_ obstacle: CaseReading.Obstacle, _ what: String, _ fix: String)
    -> CaseReading
  {
    CaseReading(
      case: nil, problems: [Problem(file: path, what: what, fix: fix)], counts: [.error: 1],
      tally: CaseTally(), obstacle: obstacle)
  }

  /// The value of a YAML file of the case; a file that must be there and is not is a problem.
  private func yaml(_ name: String, isNeeded: Bool = true) -> YAMLNode? {
    let problems = problems(name)
    do throws(FileFailure) {
      let window = try window(on: name, chunk: 1 << 16)
      while !window.isAtEnd {
        guard try window.refill(from: 0) else {
          problems.error(0, "the file is longer than 64 MB", "split the case")
          return nil
        }
      }
      return YAMLFile(problems: problems).read(Array(window.held))
    } catch {
      report(error, problems, isNeeded: isNeeded)
      return nil
    }
  }

  /// A window on a file of the folder, or on the bytes that stand for it.
  private func window(on name: String, chunk: Int = 1 << 20) throws(FileFailure) -> ByteWindow {
    if let bytes = files[name] { return ByteWindow(bytes) }
    return try ByteWindow(path: "\(path)/\(name)", chunk: chunk)
  }

  private func readRecord(_ vocabulary: RecordVocabulary) -> RecordReading? {
    let problems = problems("events.csv")
    do throws(FileFailure) {
      let window = try window(on: "events.csv")
      var reader = CaseRecordReader(
        file: problems.file, vocabulary: vocabulary, keepsEvents: keepsEvents, log: all.log)
      defer { all.log = reader.problems }
      return try reader.read(window)
    } catch {
      report(error, problems, isNeeded: true)
      return nil
    }
  }

  private func report(_ failure: FileFailure, _ problems: FileProblems, isNeeded: Bool) {
    if failure.isMissing {
      guard isNeeded else { return }
      let name = String(problems.file.dropFirst(path.count + 1))
      let others = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      let near = Nearest.word(to: name, among: others.sorted())
      problems.error(
        0, "the file is missing",
        near.map { "rename '\($0)'" } ?? "write it; a new case shows how it looks")
    } else {
      problems.error(
        0, "cannot be read (\(failure.reason))", "give yourself leave to read the file")
    }
  }

  /// Notes an id that is not the name of the folder.
  private func checkName(_ root: Section, _ problems: FileProblems) {
    guard let id = root.text("id") else { return }
    let name = URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
    if id != name {
      problems.note(
        root.line(of: "id"), "the id '\(id)' is not the name of the folder, '\(name)'",
        "rename one of the two")
    }
  }

  /// The problems by file in the order of the format, then by line.
  private func sorted() -> [Problem] {
    let order = ["case.yaml", "sources.yaml", "events.csv", "assertions.yaml", "evidence.yaml"]
    func rank(_ file: String) -> Int {
      order.firstIndex { file.hasSuffix("/" + $0) } ?? order.count
    }
    return all.log.problems.enumerated().map { (rank($1.file), $1.line, $0, $1) }
      .sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.3)
  }
}
