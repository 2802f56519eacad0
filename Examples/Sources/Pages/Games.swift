// The example of the overview page of Games, copied by tools/examples.

import Games

func exampleGames() throws {
  let text = """
    EFG 2 R "a choice" { "A" }
    p "" 1 1 "" { "take" "leave" } 0
    t "" 1 "taken" { 1 }
    t "" 2 "left" { 0 }
    """
  let game = try ExtensiveGameReader.game(from: text)
  let solution = try GameSolver(game).solve(by: .auto)
  print(solution.equilibria.count)
}
