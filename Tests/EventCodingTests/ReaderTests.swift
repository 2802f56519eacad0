import Diplomacy
import EventCoding
import Foundation
import Synchronization
import Testing

@Suite("Readers outside the program")
struct ReaderTests {
  private static let document = NewsDocument(
    id: "n1", published: Day("2025-06-30"),
    text: "Norway recalled its ambassador from Sweden. Denmark was silent.")

  /// The answer of an endpoint whose message is a text.
  private static func completion(_ content: String) -> String {
    let quoted = String(
      decoding: (try? JSONEncoder().encode([content])) ?? Data(), as: UTF8.self)
    return
      "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\(quoted.dropFirst().dropLast())}}]}"
  }

  private static func act(
    _ quote: String, source: String = "NOR", target: String = "SWE", code: String = "161",
    sentence: Int = 1
  ) -> String {
    """
    {"acts":[{"sentence":\(sentence),"source":"\(source)","target":"\(target)","code":"\(code)",\
    "quote":"\(quote)"}]}
    """
  }

  private func outcome(
    _ answers: [StubServer.Answer], key: String = "", patience: Double = 5,
    _ body: (StubServer, ReaderOutcome) throws -> Void
  ) async throws {
    let server = try #require(StubServer(answers))
    defer { server.stop() }
    let reader = ChatReader(
      try ChatEndpoint(address: server.address, key: key, patience: patience), model: "m",
      coder: EventCoder(), pause: { _ in })
    try body(server, try await reader.read(Self.document))
  }

  @Test("take an act whose quote stands in its sentence, with its spans")
  func taken() async throws {
    let answer = Self.completion(Self.act("recalled its ambassador"))
    try await outcome([StubServer.Answer(body: answer)], key: "k") { server, outcome in
      let act = try #require(outcome.acts.first)
      #expect(act.source == "NOR")
      #expect(act.target == "SWE")
      #expect(act.code.rawValue == "161")
      #expect(act.spans.action == TextSpan(start: 7, end: 30))
      #expect(act.rule == "proposed by model m")
      let asked = try #require(server.asked.first)
      #expect(asked.hasPrefix("POST /v1/chat/completions"))
      #expect(asked.contains("Bearer k"))
      #expect(asked.contains("\"temperature\":0"))
      #expect(asked.contains("json_schema"))
    }
  }

  @Test(
    "refuse what the text does not bear out, and repair nothing",
    arguments: [
      ("recalls its ambassador", "NOR", "SWE", "161", 1, "quote"),
      ("recalled its ambassador", "FIN", "SWE", "161", 1, "not named"),
      ("recalled its ambassador", "NOR", "SWE", "999", 1, "no code"),
      ("recalled its ambassador", "NOR", "SWE", "161", 2, "quote"),
      ("recalled its ambassador", "NOR", "SWE", "161", 7, "sentence 7 of 2"),
    ])
  func refused(
    quote: String, source: String, target: String, code: String, sentence: Int, why: String
  ) async throws {
    let answer = Self.completion(
      Self.act(quote, source: source, target: target, code: code, sentence: sentence))
    try await outcome([StubServer.Answer(body: answer)]) { _, outcome in
      #expect(outcome.acts.isEmpty)
      #expect(outcome.proposed == 1)
      #expect(outcome.refusals.first?.reason.contains(why) == true, "\(outcome.refusals)")
    }
  }

  @Test("an actor of another sentence is taken and marked as inferred")
  func inferred() async throws {
    let answer = Self.completion(
      Self.act("was silent", source: "DNK", target: "SWE", code: "120", sentence: 2))
    try await outcome([StubServer.Answer(body: answer)]) { _, outcome in
      let act = try #require(outcome.acts.first)
      #expect(act.spans.target == nil)
      #expect(act.inferred.contains("target: SWE from another sentence"))
    }
  }

  @Test("an answer that is no JSON is refused, not guessed at")
  func malformed() async throws {
    try await outcome([StubServer.Answer(body: Self.completion("{\"acts\":[{\"sent"))]) {
      #expect($1.acts.isEmpty)
      #expect($1.refusals.count == 1)
    }
  }

  @Test("a status of 400 is met by asking in a plainer shape")
  func plainerShapes() async throws {
    let answers = [
      StubServer.Answer(status: 400, body: "{}"), StubServer.Answer(status: 400, body: "{}"),
      StubServer.Answer(body: Self.completion(Self.act("recalled its ambassador"))),
    ]
    try await outcome(answers) { server, outcome in
      #expect(outcome.acts.count == 1)
      #expect(server.asked[0].contains("json_schema"))
      #expect(server.asked[1].contains("json_object"))
      #expect(!server.asked[2].contains("response_format"))
    }
  }

  @Test("a busy endpoint is asked again")
  func busy() async throws {
    let answers = [
      StubServer.Answer(status: 429, headers: "Retry-After: 1\r\n", body: ""),
      StubServer.Answer(status: 503, body: ""),
      StubServer.Answer(body: Self.completion(Self.act("recalled its ambassador"))),
    ]
    try await outcome(answers) { server, outcome in
      #expect(outcome.acts.count == 1)
      #expect(server.asked.count == 3)
    }
  }

  @Test("a refusal, a dead endpoint and a slow one are failures with words")
  func failures() async throws {
    await #expect(throws: ReaderFailure.self) {
      try await outcome([StubServer.Answer(status: 401, body: "no key")]) { _, _ in }
    }
    await #expect(throws: ReaderFailure.self) {
      try await outcome(Array(repeating: StubServer.Answer(status: 500, body: ""), count: 5)) {
        _, _ in
      }
    }
    #expect(throws: ReaderFailure.self) { try ChatEndpoint(address: "not an address") }
  }

  @Test("an answer is kept and not asked for again")
  func cache() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let server = try #require(
      StubServer([
        StubServer.Answer(body: Self.completion(Self.act("recalled its ambassador")))
      ]))
    defer { server.stop() }
    let reader = ChatReader(
      try ChatEndpoint(address: server.address), model: "m", coder: EventCoder(),
      cache: ReaderCache(folder: folder.path), pause: { _ in })
    let first = try await reader.read(Self.document)
    #expect(try await reader.read(Self.document) == first)
    #expect(first.acts.count == 1)
    #expect(server.asked.count == 1)
  }

  @Test("a worker process is asked line by line; one that ends is a failure")
  func command() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let script = folder.appendingPathComponent("worker.sh").path
    let answer = Self.act("recalled its ambassador")
    try "while read -r line; do echo '\(answer)'; done\n".write(
      toFile: script, atomically: true, encoding: .utf8)
    let reader = try CommandReader("sh \(script)", coder: EventCoder())
    #expect(try await reader.read(Self.document).acts.count == 1)
    #expect(try await reader.read(Self.document).acts.count == 1)
    let dead = try CommandReader("true", coder: EventCoder())
    await #expect(throws: ReaderFailure.self) { try await dead.read(Self.document) }
    #expect(throws: ReaderFailure.self) { try CommandReader(" ", coder: EventCoder()) }
  }

  /// A reader that picks the code whose definition begins with some words, or a fixed label.
  private struct Follower: ChatTransport {
    let byDefinition: Bool

    func send(_ body: Data) async throws -> ChatAnswer {
      struct Body: Decodable {
        struct Message: Decodable { let content: String }
        let messages: [Message]
      }
      let system = try JSONDecoder().decode(Body.self, from: body).messages[0].content
      let definition = EventCode(rawValue: "161")?.label ?? ""
      let line = system.split(separator: "\n").first { $0.hasSuffix("\t" + definition) } ?? ""
      let label = byDefinition ? String(line.prefix { $0 != "\t" }) : "161"
      return ChatAnswer(
        status: 200,
        body: Data(
          ReaderTests.completion(ReaderTests.act("recalled its ambassador", code: label)).utf8))
    }
  }

  @Test("reliability tells a reader of definitions from a reader of labels")
  func reliability() async throws {
    func shares(_ byDefinition: Bool) async throws -> [Double?] {
      try await ReaderReliability.rows([Self.document]) { codebook in
        ChatReader(
          Follower(byDefinition: byDefinition), model: "m", coder: EventCoder(),
          codebook: codebook, pause: { _ in })
      }.map(\.share)
    }
    #expect(try await shares(true) == [1, 1, 1])
    // Renamed labels are unknown to it, reordered ones are not, swapped ones mean another code.
    #expect(try await shares(false) == [0, 1, 0])
  }
}
