import EventData
import Foundation
import Synchronization

/// A worker process that reads texts: a line of JSON in, a line of JSON out.
///
/// In goes `{"id","date","title","sentences":[…],"codes":[["020","…"],…]}`, out comes
/// `{"acts":[{"sentence","source","target","code","quote"}]}`. The worker is started once and ends
/// when its input is closed.
public final class CommandReader: Reader {
  private let coder: EventCoder
  private let codebook: Codebook
  private let words: [String]
  private let worker: Mutex<Worker?>

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - command: The program and its arguments, parted by blanks.
  ///   - coder: Knows the actors that the worker names.
  ///   - codebook: The list of codes that the worker is given.
  /// - Throws: ``ReaderFailure`` where the command is empty.
  public init(
    _ command: String, coder: EventCoder, codebook: Codebook = Codebook()
  ) throws(ReaderFailure) {
    words = command.split(separator: " ").map(String.init)
    guard !words.isEmpty else {
      throw ReaderFailure("no command is named; write for instance \"python3 worker.py\"")
    }
    self.coder = coder
    self.codebook = codebook
    worker = Mutex(nil)
  }

  /// The program.
  public var name: String { "command \(words[0])" }

  /// Hands one text to the worker.
  public func read(_ document: NewsDocument) async throws -> ReaderOutcome {
    let question = question(document)
    let answer = try worker.withLock { worker throws(ReaderFailure) in
      if worker == nil { worker = try Worker(words) }
      guard let held = worker else { throw ReaderFailure("\(words[0]): not started") }
      return try held.ask(question)
    }
    guard let proposals = Proposal.list(answer) else {
      return ReaderOutcome(refusals: [
        ProposalRefusal(document: document.id, reason: "the answer is no list of acts in JSON")
      ])
    }
    return ProposalGate(document, coder, codebook, reader: name).outcome(of: proposals)
  }

  private func question(_ document: NewsDocument) -> String {
    let sentences = SentenceSplitter.sentences(of: document.text).map(JSONWriting.quoted)
    let codes = codebook.entries.map {
      "[\(JSONWriting.quoted($0.label)),\(JSONWriting.quoted($0.definition))]"
    }
    return "{\"id\":\(JSONWriting.quoted(document.id)),\"date\":"
      + (document.published.map { "\"\($0)\"" } ?? "null")
      + ",\"title\":\(JSONWriting.quoted(document.title)),\"sentences\":["
      + sentences.joined(separator: ",") + "],\"codes\":[" + codes.joined(separator: ",") + "]}\n"
  }
}

/// A running worker; used by one caller at a time.
private final class Worker: @unchecked Sendable {
  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private let program: String
  private var buffer: [UInt8] = []

  /// The longest answer, in bytes, and how many seconds one may take.
  private static let longestAnswer = 16 << 20
  private static let patience: Int32 = 300

  init(_ words: [String]) throws(ReaderFailure) {
    program = words[0]
    // A worker that has ended is told by the write that fails, and never ends this process too.
    signal(SIGPIPE, SIG_IGN)
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.standardInput = input
    process.standardOutput = output
    do {
      try process.run()
    } catch {
      throw ReaderFailure("\(words[0]): cannot be started (\(error.localizedDescription))")
    }
  }

  deinit { try? input.fileHandleForWriting.close() }

  func ask(_ question: String) throws(ReaderFailure) -> String {
    do {
      try input.fileHandleForWriting.write(contentsOf: Data(question.utf8))
    } catch {
      throw ReaderFailure("\(program): the worker has ended and takes no text")
    }
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = String(decoding: buffer[..<end], as: UTF8.self)
        buffer.removeFirst(end + 1)
        return line
      }
      guard buffer.count < Self.longestAnswer else {
        throw ReaderFailure("\(program): an answer of more than \(Self.longestAnswer >> 20) MiB")
      }
      var wait = pollfd(
        fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, Self.patience * 1000) > 0 else {
        process.terminate()
        throw ReaderFailure("\(program): no answer within \(Self.patience) seconds")
      }
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else {
        throw ReaderFailure("\(program): the worker ended without an answer")
      }
      buffer += more
    }
  }
}
