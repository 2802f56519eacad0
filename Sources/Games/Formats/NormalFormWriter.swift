/// Writes normal-form games in the `.nfg` format (version 1), exactly.
public enum NormalFormWriter {
  /// The text of a game; reading it back gives an equal game.
  public static func text(of game: NormalFormGame) -> String {
    func quoted(_ text: String) -> String { ExtensiveGameWriter.quoted(text) }
    var text = "NFG 1 R \(quoted(game.title)) { "
    text += game.players.map(quoted).joined(separator: " ")
    text += " }\n\n{ "
    for list in game.strategies {
      text += "{ " + list.map(quoted).joined(separator: " ") + " }\n"
    }
    text += "}\n\(quoted(game.comment))\n\n"
    let count = game.players.count
    if game.outcomeLabels.isEmpty {
      return text + game.payoffs.map(\.description).joined(separator: " ") + "\n"
    }
    text += "{\n"
    for cell in 0..<game.cellCount {
      let payoffs = (0..<count).map { game.payoff(of: $0, inCell: cell).description }
      text += "{ \(quoted(game.outcomeLabels[cell])) \(payoffs.joined(separator: ", ")) }\n"
    }
    text += "}\n" + (1...game.cellCount).map(String.init).joined(separator: " ") + "\n"
    return text
  }
}
