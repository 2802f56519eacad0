import Diplomacy
import EventCoding
import Testing

@Suite("Acts under changes of wording")
struct MetamorphicTests {
  let coder = EventCoder()

  static let verbs = [
    "condemned", "accused", "summoned the ambassador of", "threatened", "praised", "sanctioned",
    "expelled two diplomats of", "invaded",
  ]
  private static let pairs = [
    ("Norway", "NOR", "Sweden", "SWE"), ("Iraq", "IRQ", "Kuwait", "KWT"),
    ("Peru", "PER", "Chile", "CHL"),
  ]

  private func dyads(_ text: String) -> Set<String> {
    Set(coder.acts(in: text).map { "\($0.source)>\($0.target) \($0.code.root)" })
  }

  @Test("swapping the two states swaps source and target", arguments: MetamorphicTests.verbs)
  func swapping(verb: String) {
    for (one, oneCode, other, otherCode) in Self.pairs {
      let forth = coder.acts(in: "\(one) \(verb) \(other) on Monday.")
      let back = coder.acts(in: "\(other) \(verb) \(one) on Monday.")
      #expect(forth.first?.source.rawValue == oneCode, "\(one) \(verb) \(other)")
      #expect(forth.map(\.source) == back.map(\.target))
      #expect(forth.map(\.target) == back.map(\.source))
      #expect(forth.map(\.code) == back.map(\.code))
      #expect(forth.first?.target.rawValue == otherCode)
    }
  }

  @Test(
    "the passive names the same parties",
    arguments: [
      ("Iraq invaded Kuwait.", "Kuwait was invaded by Iraq."),
      ("Norway condemned Sweden.", "Sweden was condemned by Norway."),
      ("Peru sanctioned Chile.", "Chile was sanctioned by Peru."),
    ])
  func passive(active: String, passive: String) {
    #expect(!dyads(active).isEmpty)
    #expect(dyads(active) == dyads(passive))
  }

  @Test("an attribution at the end changes nothing", arguments: MetamorphicTests.verbs)
  func attribution(verb: String) {
    let plain = dyads("Norway \(verb) Sweden on Monday.")
    #expect(plain == dyads("Norway \(verb) Sweden on Monday, officials said."))
    #expect(plain == dyads("Norway \(verb) Sweden on Monday, according to a Danish newspaper."))
  }

  @Test(
    "\"not\" takes an act away or makes it a refusal",
    arguments: ["sign the treaty with", "release the prisoners of", "invade", "support"])
  func negation(verb: String) {
    let acts = coder.acts(in: "Norway did not \(verb) Sweden.")
    #expect(acts.allSatisfy { $0.code.root == 12 || $0.code.root <= 1 }, "\(acts.map(\.rule))")
  }

  @Test(
    "will and may make a threat of harm and an intention of help",
    arguments: [
      ("Norway will bomb Sweden.", 13), ("Norway may impose sanctions on Sweden.", 13),
      ("Norway will send food aid to Sweden.", 3), ("Norway will visit Sweden.", 3),
    ])
  func mood(text: String, root: Int) {
    #expect(coder.acts(in: text).first?.code.root == root)
  }

  @Test(
    "what is left unsaid or only judged is no act",
    arguments: [
      "Norway did not say that Sweden had bombed the port.",
      "Norway said it would be premature to lift sanctions on Sweden.",
    ])
  func unsaid(text: String) {
    #expect(coder.acts(in: text).allSatisfy { $0.code.root <= 1 }, "\(coder.acts(in: text))")
  }

  @Test(
    "a passive whose noun comes first names the same parties",
    arguments: [
      ("The EU imposed sanctions on Russia.", "Sanctions were imposed on Russia by the EU."),
      ("Norway offered an apology to Sweden.", "An apology was offered to Sweden by Norway."),
      (
        "Sweden expelled two Norwegian diplomats.",
        "Two Norwegian diplomats were expelled by Sweden."
      ),
    ])
  func passiveNoun(active: String, passive: String) {
    #expect(!dyads(active).isEmpty)
    #expect(dyads(active) == dyads(passive))
  }

  @Test("the order of texts does not change their acts")
  func order() {
    let texts = Fixture.tellings.map(\.sentence)
    let forth = texts.map { coder.acts(in: $0) }
    let back = texts.reversed().map { coder.acts(in: $0) }
    #expect(forth == back.reversed())
  }

  @Test("a pronoun and a definite noun are read by the sentence before, and marked")
  func discourse() throws {
    let acts = coder.acts(in: "Norway accused Sweden of spying. It recalled its ambassador.")
    let second = try #require(acts.last)
    #expect(second.source == "NOR")
    #expect(second.target == "SWE")
    #expect(second.inferred.count >= 2)
    let ministry = coder.acts(
      in: "Norway accused Sweden of spying. The foreign ministry expelled two Swedish diplomats.")
    #expect(ministry.last?.source == "NOR")
  }

  @Test("with a case, the other party is read as target where none is named, and marked")
  func caseContext() throws {
    let options = CodingOptions(domesticActs: false, parties: ["NOR", "SWE"])
    let act = try #require(
      EventCoder(options: options).acts(in: "Norway recalled its ambassador.").first)
    #expect(act.target == "SWE")
    #expect(act.inferred.contains { $0.contains("other party") })
  }
}
