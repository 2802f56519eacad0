import Games
import Diplomacy
import Strategy

/// Reads the keys of game.yaml.
struct GameSection {
  let problems: FileProblems

  private static let keys = [
    "title", "note", "players", "focal", "parameters", "types", "residual", "channels", "levers",
    "moves", "stakes", "story", "observed", "region",
  ]

  func model(_ node: YAMLNode) -> CrisisModel? {
    guard
      let root = Section(
        node, "game.yaml", known: Self.keys,
        required: ["players", "focal", "parameters", "types", "moves", "stakes", "story"], problems)
    else { return nil }
    let parameters = root.list("parameters").compactMap(parameter)
    let model = CrisisModel(
      title: root.text("title") ?? "The crisis game",
      players: root.list("players").compactMap(player), focal: root.text("focal") ?? "",
      parameters: parameters, types: root.list("types").compactMap(type),
      residual: root.number("residual", in: 0...0.99) ?? 0.2,
      channels: root.list("channels").compactMap(channel),
      levers: root.list("levers").compactMap(lever), moves: root.list("moves").compactMap(move),
      stakes: root.list("stakes").compactMap(stake), storyType: root.text("story") ?? "",
      observed: root.list("observed").compactMap(act),
      region: root.texts("region").map(\.text))
    do {
      _ = try CrisisTree(model)
    } catch {
      problems.error(line(of: error.part, in: node), "\(error)", "fix that part")
    }
    return model
  }

  /// The line of the part of the description that an error names, such as `levers, corridor`.
  private func line(of part: String, in node: YAMLNode) -> Int {
    guard case .mapping(let entries) = node.value else { return node.line }
    let names = part.split(separator: ",").map { $0.drop { $0 == " " } }
    guard let head = names.first, let entry = entries.first(where: { $0.key == head }) else {
      return node.line
    }
    guard names.count > 1, case .list(let items) = entry.node.value else { return entry.line }
    let match = items.first { item in
      guard case .mapping(let keys) = item.value else { return false }
      return keys.contains { key in
        if case .scalar(let text) = key.node.value {
          return ["id", "what", "name"].contains(key.key) && text == names[1]
        }
        return false
      }
    }
    return match?.line ?? entry.line
  }

  private func player(_ node: YAMLNode) -> CrisisModel.Player? {
    guard
      let section = Section(node, "a player", known: ["id", "name"], required: ["id"], problems),
      let id = section.statedText("id")
    else { return nil }
    return CrisisModel.Player(id: id, name: section.text("name") ?? id)
  }

  private func parameter(_ node: YAMLNode) -> CrisisModel.Parameter? {
    guard
      let section = Section(
        node, "a parameter", known: ["name", "value", "what", "low", "high", "basis"],
        required: ["name", "value", "what"], problems),
      let name = section.statedText("name"), let value = rational("value", section)
    else { return nil }
    if section.isMissing("basis") {
      problems.note(
        section.line, "the parameter \(name) names no basis",
        "add basis:, whose judgement the number is")
    }
    return CrisisModel.Parameter(
      name: name, value: value, what: section.text("what") ?? "",
      low: rational("low", section), high: rational("high", section),
      basis: section.text("basis") ?? "the analyst's judgement")
  }

  private func rational(_ key: String, _ section: Section) -> Rational? {
    guard let text = section.text(key) else { return nil }
    guard let number = Rational(text) else {
      problems.error(
        section.line(of: key), "\(key) of \(section.name) is '\(text)', not a number",
        "write 0.6, 3 or 3/7")
      return nil
    }
    return number
  }

  private func type(_ node: YAMLNode) -> CrisisModel.ActorType? {
    guard
      let section = Section(
        node, "a type", known: ["id", "what", "chance"], required: ["id", "chance"], problems),
      let id = section.statedText("id"), let chance = section.statedText("chance")
    else { return nil }
    return CrisisModel.ActorType(id: id, what: section.text("what") ?? "", chance: chance)
  }

  private func channel(_ node: YAMLNode) -> CrisisModel.Channel? {
    guard
      let section = Section(
        node, "a channel", known: ["id", "what", "closed_by", "reopened_by"],
        required: ["id", "closed_by"], problems),
      let id = section.statedText("id")
    else { return nil }
    return CrisisModel.Channel(
      id: id, what: section.text("what") ?? "", closedBy: condition("closed_by", section),
      reopenedBy: condition("reopened_by", section))
  }

  private func lever(_ node: YAMLNode) -> CrisisModel.Lever? {
    guard
      let section = Section(
        node, "a lever",
        known: [
          "id", "what", "holder", "over", "through", "pulled_by", "when_open", "when_closed",
        ],
        required: ["id", "holder", "over", "pulled_by", "when_open"], problems),
      let id = section.statedText("id"), let holder = section.text("holder"),
      let over = section.text("over"), let open = section.statedText("when_open")
    else { return nil }
    return CrisisModel.Lever(
      id: id, what: section.text("what") ?? "", holder: holder, over: over,
      through: section.text("through"), pulledBy: condition("pulled_by", section), whenOpen: open,
      whenClosed: section.text("when_closed") ?? open)
  }

  private func move(_ node: YAMLNode) -> CrisisModel.Move? {
    guard
      let section = Section(
        node, "a move", known: ["id", "by", "what", "options", "after"],
        required: ["id", "by", "options"], problems),
      let id = section.statedText("id"), let by = section.text("by")
    else { return nil }
    return CrisisModel.Move(
      id: id, by: by, what: section.text("what") ?? "",
      options: section.texts("options").map(\.text), after: conditions("after", section))
  }

  private func stake(_ node: YAMLNode) -> CrisisModel.Stake? {
    guard
      let section = Section(
        node, "a stake", known: ["what", "to", "amount", "when"],
        required: ["what", "to", "amount"], problems),
      let what = section.statedText("what"), let to = section.text("to"),
      let amount = section.statedText("amount")
    else { return nil }
    return CrisisModel.Stake(what: what, to: to, amount: amount, when: conditions("when", section))
  }

  private func act(_ node: YAMLNode) -> CrisisModel.ObservedAct? {
    guard
      let section = Section(
        node, "an observed act", known: ["move", "option", "reference"],
        required: ["move", "option"], problems),
      let move = section.text("move"), let option = section.text("option")
    else { return nil }
    return CrisisModel.ObservedAct(
      move: move, option: option, reference: section.text("reference") ?? "")
  }

  /// One condition: for each name a value or a list of values.
  private func condition(_ key: String, _ section: Section) -> CrisisModel.Condition {
    section[key].map { condition($0, "\(key) of \(section.name)") } ?? [:]
  }

  /// Several conditions, of which any may hold; a single one may stand without a list.
  private func conditions(_ key: String, _ section: Section) -> [CrisisModel.Condition] {
    guard let node = section[key] else { return [] }
    if case .mapping = node.value { return [condition(node, "\(key) of \(section.name)")] }
    return section.list(key).map { condition($0, "\(key) of \(section.name)") }
  }

  private func condition(_ node: YAMLNode, _ name: String) -> CrisisModel.Condition {
    guard case .mapping(let entries) = node.value else {
      problems.error(node.line, "\(name) is \(node.shape)", "write { move: option } pairs")
      return [:]
    }
    var condition: CrisisModel.Condition = [:]
    for entry in entries {
      switch entry.node.value {
      case .scalar(let text): condition[entry.key] = [text]
      case .list(let items):
        condition[entry.key] = items.compactMap { item in
          if case .scalar(let text) = item.value { return text }
          problems.error(item.line, "\(name) holds \(item.shape)", "write single values")
          return nil
        }
      default:
        problems.error(entry.line, "\(entry.key) in \(name) has no value", "write its options")
      }
    }
    return condition
  }
}
