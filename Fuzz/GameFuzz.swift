import Games
import Strategy

/// What libFuzzer calls with every input: no bytes may crash a reader of games, and what is read must
/// read back equal after writing.
///
/// The first byte chooses between trees, tables, and statements over options.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzGames(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let choice = bytes.first else { return 0 }
  let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
  do {
    switch choice % 3 {
    case 0:
      let game = try ExtensiveGameReader.game(from: text)
      let again = try ExtensiveGameReader.game(from: ExtensiveGameWriter.text(of: game))
      precondition(again == game, "a tree changed by being written and read")
      if game.nodes.count <= 200, !game.players.isEmpty {
        _ = try GameSolver(game, budget: SearchBudget(seconds: 0.2)).solve(by: .auto)
      }
    case 1:
      // A table is written as the tree of its moves, as the command line writes it.
      guard let game = try NormalFormReader.game(from: text).extensiveForm() else { return 0 }
      let again = try ExtensiveGameReader.game(from: ExtensiveGameWriter.text(of: game))
      precondition(again == game, "a table changed by being written as a tree and read")
    default:
      _ = try OptionModel(
        decisionMakers: [.init(name: "a", options: ["x", "y"], preferences: [text])]
      ).graph()
    }
  } catch {
    // A refusal is an answer.
  }
  return 0
}
