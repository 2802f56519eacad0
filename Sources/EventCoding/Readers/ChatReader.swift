import Foundation
import Synchronization

/// A language model behind an endpoint of the form that OpenAI published.
///
/// Temperature 0; the answer's shape is asked for as a JSON schema, after a status of 400 as a JSON
/// object, then in words alone. A busy or failing endpoint is asked again after a pause that doubles.
/// Answers are kept by model, question and text where there is a cache.
public final class ChatReader: Reader {
  private enum Shape: Int { case schema, object, words }

  private let transport: any ChatTransport
  private let model: String
  private let coder: EventCoder
  private let codebook: Codebook
  private let cache: ReaderCache?
  private let pause: @Sendable (Double) async throws -> Void
  /// The shape that the endpoint takes, as far as is known.
  private let shape = Mutex<Int>(0)

  /// How often one text is asked about.
  static let tries = 5
  /// The longest pause in seconds.
  static let longestPause = 60.0

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - transport: The endpoint.
  ///   - model: The name of the model.
  ///   - coder: Its lexicon tells which actors a text names, its options the parties of a case.
  ///   - codebook: The list of codes.
  ///   - cache: Where answers are kept; nothing for nowhere.
  ///   - pause: How to wait so many seconds.
  public init(
    _ transport: any ChatTransport, model: String, coder: EventCoder,
    codebook: Codebook = Codebook(), cache: ReaderCache? = nil,
    pause: @escaping @Sendable (Double) async throws -> Void = {
      try await Task.sleep(nanoseconds: UInt64($0 * 1e9))
    }
  ) {
    self.transport = transport
    self.model = model
    self.coder = coder
    self.codebook = codebook
    self.cache = cache
    self.pause = pause
  }

  /// The model.
  public var name: String { "model \(model)" }

  /// Asks about one text.
  public func read(_ document: NewsDocument) async throws -> ReaderOutcome {
    let prompt = ReaderPrompt(codebook: codebook)
    let (system, user) = (prompt.system, prompt.user(document))
    let question = [model, system, user].joined(separator: "\u{1}")
    let text: String
    if let kept = cache?.answer(to: question) {
      text = kept
    } else {
      text = try await ask(system, user, about: document.id)
      try cache?.keep(text, to: question)
    }
    guard let proposals = Proposal.list(text) else {
      return ReaderOutcome(refusals: [
        ProposalRefusal(document: document.id, reason: "the answer is no list of acts in JSON")
      ])
    }
    return ProposalGate(document, coder, codebook, reader: name).outcome(of: proposals)
  }

  private func ask(_ system: String, _ user: String, about id: String) async throws -> String {
    var wait = 1.0
    var last = ""
    var attempt = 0
    while attempt < Self.tries {
      let shape = Shape(rawValue: self.shape.withLock { $0 }) ?? .words
      let answer: ChatAnswer
      do {
        answer = try await transport.send(body(system, user, shape))
      } catch let error as CancellationError {
        throw error
      } catch {
        last = "no answer (\((error as NSError).localizedDescription))"
        attempt += 1
        if attempt < Self.tries { try await pause(wait) }
        wait = min(wait * 2, Self.longestPause)
        continue
      }
      switch answer.status {
      case 200..<300:
        guard let text = Self.content(answer.body) else {
          throw ReaderFailure("\(id): the endpoint's answer has no message in it")
        }
        return text
      case 400 where shape != .words:
        self.shape.withLock { $0 = max($0, shape.rawValue + 1) }
      case 408, 429, 500..<600:
        last = "status \(answer.status)"
        attempt += 1
        let asked = answer.retryAfter.map { $0.isFinite ? max(0, $0) : wait } ?? wait
        if attempt < Self.tries { try await pause(min(asked, Self.longestPause)) }
        wait = min(wait * 2, Self.longestPause)
      default:
        let said = String(decoding: answer.body.prefix(200), as: UTF8.self)
        throw ReaderFailure("\(id): the endpoint refuses with status \(answer.status): \(said)")
      }
    }
    throw ReaderFailure("\(id): the endpoint failed \(Self.tries) times, last with \(last)")
  }

  private struct Message: Codable {
    let role: String
    let content: String
  }

  private func body(_ system: String, _ user: String, _ shape: Shape) throws -> Data {
    let format: String
    switch shape {
    case .schema:
      format = """
        ,"response_format":{"type":"json_schema","json_schema":{"name":"acts","strict":true,\
        "schema":\(Proposal.schema)}}
        """
    case .object: format = ",\"response_format\":{\"type\":\"json_object\"}"
    case .words: format = ""
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let messages = try encoder.encode([
      Message(role: "system", content: system), Message(role: "user", content: user),
    ])
    let named = try encoder.encode([model])
    let model = String(decoding: named, as: UTF8.self).dropFirst().dropLast()
    return Data(
      "{\"model\":\(model),\"temperature\":0,\"messages\":".utf8 + messages
        + Data((format + "}").utf8))
  }

  private struct Completion: Decodable {
    struct Choice: Decodable { let message: Message }
    let choices: [Choice]
  }

  private static func content(_ body: Data) -> String? {
    (try? JSONDecoder().decode(Completion.self, from: body))?.choices.first?.message.content
  }
}
