import Games

extension CrisisTree {
  /// The nodes through which the acts that were seen lead the type whose story is told, from the root on;
  /// up to the first choice of which nothing was seen.
  package var storyNodes: [Int] {
    let acts = observed
    var path = [0]
    var node = 0
    while !game.nodes[node].isTerminal {
      let set = game.nodes[node].set
      if let label = labels[set] {
        guard let act = acts.first(where: { $0.move == label.move }) else { break }
        node = game.child(of: node, by: act.option)
      } else {
        node = game.child(of: node, by: storyType)
      }
      path.append(node)
    }
    return path
  }
}
