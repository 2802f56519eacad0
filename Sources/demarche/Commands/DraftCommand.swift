import ArgumentParser
import Casework
import Diplomacy
import EventCoding
import EventData
import Foundation

/// Drafts a case from an article.
struct DraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract:
      "Draft a case from an article: its assertions with checks, and candidate explanations.",
    discussion: """
      The folder passes 'demarche check' and can be assessed as it is, but everything in it is a \
      draft: notes.md asks what a person has to answer first. With --news the acts of news texts \
      become draft rows of the record, which count in nothing until they are accepted.

      Example: demarche draft article.html --out my-case --news news/
      """)

  @Argument(help: "The article: plain text or a web page; a hyphen for standard input.")
  var article: String

  @Option(help: "The folder to write, which must not exist or be empty.")
  var out: String

  @Option(
    parsing: .upToNextOption,
    help: "News texts whose acts become draft rows of the record; files, folders or patterns.")
  var news: [String] = []

  @Option(help: "The day of publication of texts that do not say, as 2025-10-31.")
  var date: String?

  func run() throws {
    let stated = try date.map { text in
      guard let day = Day(text) else {
        throw CaseworkFailure.usage("--date: '\(text)' is no day; write 2025-10-31")
      }
      return day
    }
    let today = Day(ordinal: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
    try NewCaseFolder.refuseHeld(out)
    do {
      guard let document = try DocumentStream([InputFile(path: article)], published: stated).next()
      else { throw CaseworkFailure.badInput("\(article): holds no text") }
      let reading = ArticleReader().read(document, assuming: stated ?? today)
      let acts = try newsActs(reading, stated)
      let id = URL(fileURLWithPath: out).standardizedFileURL.lastPathComponent
      let draft = try CaseDraft(id: id, reading, news: acts, assuming: stated ?? today)
      try AtomicFiles.write(draft.files, into: out)
      try StandardOutput.write(draft.files.map { "\(out)/\($0.name)\n" }.joined())
      StandardError.write(
        "\(draft.assertions) assertions and \(draft.acts) acts drafted; nobody has confirmed them")
      for question in draft.questions.prefix(3) { StandardError.write("to answer: \(question)") }
      StandardError.write("next: demarche check \(out)")
    } catch let error as InputError {
      throw CaseworkFailure(error)
    }
  }

  private func newsActs(
    _ reading: ArticleReading, _ stated: Day?
  ) throws -> [(NewsDocument, CodedAct)] {
    guard !news.isEmpty else { return [] }
    let parties = [reading.focal, reading.counterpart].compactMap(\.self)
    let options = CodingOptions(domesticActs: false, parties: parties, actors: reading.actors)
    let run = CodingRun(
      EventCoder(options: options), workers: ProcessInfo.processInfo.activeProcessorCount)
    var acts: [(NewsDocument, CodedAct)] = []
    let stream = DocumentStream(try InputFile.expand(news), published: stated)
    try run.run(stream) { document, found in acts += found.map { (document, $0) } }
    for input in stream.skipped.prefix(10) { StandardError.write("passed over: \(input)") }
    return acts
  }
}
