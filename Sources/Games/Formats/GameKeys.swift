/// The names under which a game's sets and actions appear in reports.
///
/// A set is named by its label where all of its player's sets have one and no two are alike, else by
/// its number in the file; an action by its label under the same rule, else by its place from 1.
package struct GameKeys: Sendable {
  /// For each set its name; chance moves too.
  package let sets: [String]
  /// For each set the names of its actions.
  package let actions: [[String]]
  /// The players' names, with a number where two are alike or one is empty.
  package let players: [String]

  /// Names everything in a game.
  package init(_ game: ExtensiveGame) {
    var names = game.sets.map { "\($0.number)" }
    for player in -1..<game.players.count {
      let own = game.sets(of: player)
      let labels = own.map { game.sets[$0].label }
      if labels.allSatisfy({ !$0.isEmpty }), Set(labels).count == labels.count {
        for set in own { names[set] = game.sets[set].label }
      }
    }
    sets = names
    actions = game.sets.map { set in
      set.actions.allSatisfy { !$0.isEmpty } && Set(set.actions).count == set.actions.count
        ? set.actions : set.actions.indices.map { "\($0 + 1)" }
    }
    let areDistinct =
      Set(game.players).count == game.players.count && game.players.allSatisfy { !$0.isEmpty }
    players =
      areDistinct
      ? game.players
      : game.players.enumerated().map {
        "\($0.offset + 1)" + ($0.element.isEmpty ? "" : " \($0.element)")
      }
  }
}
