import Diplomacy
import Strategy

/// Reads a conflict described by options.
struct OptionSection {
  let node: YAMLNode
  let problems: FileProblems

  private static let keys = [
    "title", "note", "source", "decision_makers", "infeasible", "irreversible", "status_quo",
  ]

  func model() throws(ConflictModelError) -> OptionModel? {
    guard
      let root = Section(
        node, "the model", known: Self.keys, required: ["decision_makers"], problems)
    else { return nil }
    let makers = root.list("decision_makers").compactMap(maker)
    guard !makers.isEmpty else { return nil }
    let names = makers.flatMap(\.options)
    for maker in root.list("decision_makers") { try checkStatements(of: maker, names) }
    for (text, line) in root.texts("infeasible") {
      try check(text, line, names)
    }
    return OptionModel(
      decisionMakers: makers, infeasible: root.texts("infeasible").map(\.text),
      irreversible: root.texts("irreversible").map(\.text),
      statusQuo: root["status_quo"] == nil ? nil : root.texts("status_quo").map(\.text))
  }

  private func maker(_ node: YAMLNode) -> OptionModel.DecisionMaker? {
    guard
      let section = Section(
        node, "a decision maker", known: ["name", "options", "preferences", "strong", "note"],
        required: ["name", "preferences"], problems),
      let name = section.statedText("name")
    else { return nil }
    return OptionModel.DecisionMaker(
      name: name, options: section.texts("options").map(\.text),
      preferences: section.texts("preferences").map(\.text),
      strong: section.whole("strong", atLeast: 0) ?? 0)
  }

  /// Reads every statement once here, where its line is known.
  private func checkStatements(of node: YAMLNode, _ names: [String]) throws(ConflictModelError) {
    guard case .mapping(let entries) = node.value,
      let preferences = entries.first(where: { $0.key == "preferences" }),
      case .list(let items) = preferences.node.value
    else { return }
    for item in items {
      if case .scalar(let text) = item.value { try check(text, item.line, names) }
    }
  }

  private func check(_ text: String, _ line: Int, _ names: [String]) throws(ConflictModelError) {
    do {
      _ = try OptionStatement(text, options: names)
    } catch {
      throw ConflictModelError(error.what, line: line)
    }
  }
}
