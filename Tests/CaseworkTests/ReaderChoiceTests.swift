import Casework
import Diplomacy
import EventCoding
import Testing

@Suite("The choice of a reader")
struct ReaderChoiceTests {
  @Test(
    "says which setting is missing",
    arguments: [
      (ReaderChoice.openai, [:], "DEMARCHE_READER_URL"),
      (.openai, ["DEMARCHE_READER_URL": "http://localhost:1"], "DEMARCHE_READER_MODEL"),
      (
        .openai, ["DEMARCHE_READER_URL": "nowhere", "DEMARCHE_READER_MODEL": "m"],
        "is no address"
      ),
      (.command, [:], "DEMARCHE_READER_COMMAND"), (.onnx, [:], "not part of this build"),
    ] as [(ReaderChoice, [String: String], String)])
  func missing(choice: ReaderChoice, environment: [String: String], words: String) throws {
    let failure = #expect(throws: CaseworkFailure.self) {
      try choice.reader(EventCoder(), environment: environment)
    }
    #expect(failure?.kind == .usage)
    #expect(failure?.message.contains(words) == true)
  }

  @Test("the patterns need no setting and read as the coder does")
  func patterns() async throws {
    let text = "Norway expelled two Swedish diplomats."
    let reader = try ReaderChoice.patterns.reader(EventCoder(), environment: [:])
    let outcome = try await reader.read(NewsDocument(id: "a", text: text))
    #expect(outcome.acts == EventCoder().acts(in: text))
    #expect(outcome.refusals.isEmpty)
  }
}
