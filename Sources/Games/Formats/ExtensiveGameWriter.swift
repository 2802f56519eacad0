/// Writes extensive games in the `.efg` format (version 2), exactly.
public enum ExtensiveGameWriter {
  /// The text of a game; reading it back gives an equal game.
  ///
  /// Every node describes its set and outcome in full, which every reader of the format takes.
  public static func text(of game: ExtensiveGame) -> String {
    var text = "EFG 2 R \(quoted(game.title)) { "
    for player in game.players { text += quoted(player) + " " }
    text += "}\n\(quoted(game.comment))\n\n"
    for (index, node) in game.nodes.enumerated() {
      let label = quoted(game.nodeLabels[index] ?? "")
      if node.isTerminal {
        text += "t \(label)"
      } else {
        let set = game.sets[node.set]
        text += set.isChance ? "c \(label) " : "p \(label) \(set.player + 1) "
        text += "\(set.number) \(quoted(set.label)) { "
        for (action, name) in set.actions.enumerated() {
          text += quoted(name) + (set.isChance ? " \(set.chances[action]) " : " ")
        }
        text += "}"
      }
      if node.outcome < 0 {
        text += " 0\n"
      } else {
        let outcome = game.outcomes[node.outcome]
        let payoffs = outcome.payoffs.map(\.description).joined(separator: ", ")
        text += " \(outcome.number) \(quoted(outcome.label)) { \(payoffs) }\n"
      }
    }
    return text
  }

  /// A string between quotation marks, with those inside marked.
  static func quoted(_ text: String) -> String {
    guard text.contains(where: { $0 == "\"" || $0 == "\\" }) else { return "\"\(text)\"" }
    var marked = "\""
    for character in text {
      if character == "\"" || character == "\\" { marked.append("\\") }
      marked.append(character)
    }
    return marked + "\""
  }
}
