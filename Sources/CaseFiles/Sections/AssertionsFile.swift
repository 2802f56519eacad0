import Diplomacy
import EventData

/// Reads assertions.yaml.
enum AssertionsFile {
  private static let keys = [
    "id", "paragraph", "text", "kind", "certainty", "check", "central", "explanation", "draft",
  ]

  /// The assertions, and those that are drafts.
  static func read(
    _ node: YAMLNode, _ names: CaseNames, _ problems: FileProblems
  ) -> (assertions: [Assertion], drafts: [Assertion]) {
    guard
      let root = Section(
        node, "assertions.yaml", known: ["assertions"], required: ["assertions"], problems)
    else { return ([], []) }
    var taken: Set<String> = []
    var (assertions, drafts) = ([Assertion](), [Assertion]())
    for node in root.list("assertions") {
      guard
        let section = Section(
          node, "an assertion", known: keys, required: ["id", "text", "check"], problems)
      else { continue }
      let id = HeadSection.id(section, &taken)
      let text = section.statedText("text")
      let checks = CheckReader(names: names.inside(section), problems: problems)
      let check = section["check"].flatMap { checks.check($0) }
      guard let id, let text, let check else { continue }
      let assertion = Assertion(
        id: id, text: text, kind: section.text("kind") ?? "",
        certainty: section.text("certainty") ?? "", paragraph: section.text("paragraph") ?? "",
        check: check, isCentral: section.truth("central") ?? false,
        explanation: explanation(section, names))
      if section.isDraft { drafts.append(assertion) } else { assertions.append(assertion) }
    }
    return (assertions, drafts)
  }

  /// The explanation that says the same as an assertion, which the case must have.
  private static func explanation(_ section: Section, _ names: CaseNames) -> String {
    guard let id = section.text("explanation") else { return "" }
    if names.knowsHead, !names.explanations.contains(id) {
      section.problems.error(
        section.line(of: "explanation"), "'\(id)' is not an explanation of case.yaml",
        Nearest.word(to: id, among: names.explanations).map { "write '\($0)'" }
          ?? "add it to explanations")
    }
    return id
  }
}
