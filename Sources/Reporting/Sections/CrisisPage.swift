import Games
package import Strategy

/// A crisis game at some numbers as a page of its own: the region, the tree, the beliefs act by act.
package enum CrisisPage {
  /// The page.
  ///
  /// - Parameters:
  ///   - tree: The game.
  ///   - analysis: What was found of the acts that were seen.
  ///   - map: The region over two parameters.
  package static func report(
    _ tree: CrisisTree, _ analysis: CrisisGameAnalysis, _ map: RegionMap?
  ) -> Report {
    var sections: [Section] = []
    if let map {
      sections.append(
        Section(
          id: "region", title: "For which numbers the acts are part of an equilibrium",
          blocks: [
            .figure(RationalitySection.region(map, 0, analysis)),
            .table(RationalitySection.conditions(analysis)),
          ]))
    }
    if let beliefs = ObserverBlocks.beliefs(analysis) {
      sections.append(
        Section(
          id: "beliefs", title: "What an observer should have believed, act by act",
          blocks: [.figure(beliefs)]))
    }
    sections.append(
      Section(id: "tree", title: "The tree", blocks: [self.tree(tree)]))
    return Report(
      title: analysis.title, lead: [.paragraph(Prose(analysis.sentence))], sections: sections)
  }

  private static func tree(_ tree: CrisisTree) -> Block {
    guard let chart = GameTreeChart(tree.game, seen: Set(tree.storyNodes)) else {
      return .paragraph(
        "The tree has \(String(tree.game.nodes.count)) nodes, too many to be read as a picture.")
    }
    return .figure(
      Figure(
        id: "rationality-tree", title: "The game as a tree",
        description: """
          One line for each choice, below the choice before it; the acts that were seen are thick. \
          Where a player cannot tell places apart they carry the number of the same set. An ending \
          says what it is worth to each player.
          """,
        data: Table(
          caption: "The tree",
          columns: [.init("choice", namesRows: true), .init("then"), .init("seen")],
          entries: chart.lines.map {
            [
              String(repeating: "· ", count: $0.depth) + $0.act, $0.next, $0.isSeen ? "yes" : "",
            ]
          }), drawing: chart))
  }
}
