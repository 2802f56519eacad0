import Games

/// A game tree as an outline: one line a node, what was seen drawn thick, payoffs at the ends.
struct GameTreeChart: Drawing {
  /// One node below the root.
  struct Line: Sendable, Hashable {
    let depth: Int
    /// The row of the parent; nothing below the root.
    let parent: Int?
    /// What was done to come here, or what chance drew.
    let act: String
    /// Who decides here and what, or what the ending is worth to each player.
    let next: String
    let isSeen: Bool
    let isEnd: Bool
  }

  let lines: [Line]

  /// The most lines that are drawn.
  static let limit = 400

  /// Lays out a game; nothing where it has too many nodes to be read.
  ///
  /// - Parameters:
  ///   - game: The game.
  ///   - seen: The nodes that were seen.
  init?(_ game: ExtensiveGame, seen: Set<Int>) {
    guard game.nodes.count <= Self.limit + 1 else { return nil }
    var lines: [Line] = []
    func words(_ node: Int) -> String {
      if let payoffs = game.payoffs(at: node) {
        return zip(game.players, payoffs).map { "\($0) \(NumberFormat.short($1.double))" }
          .joined(separator: ", ")
      }
      let set = game.sets[game.nodes[node].set]
      guard !set.isChance else { return "chance draws" }
      let player = game.players.indices.contains(set.player) ? game.players[set.player] : ""
      return "\(player) decides" + (set.nodes.count > 1 ? " (set \(game.nodes[node].set + 1))" : "")
    }
    func add(_ node: Int, depth: Int, parent: Int?) {
      guard !game.nodes[node].isTerminal else { return }
      let set = game.sets[game.nodes[node].set]
      for (index, action) in set.actions.enumerated() {
        let child = game.child(of: node, by: index)
        let chance = set.isChance && index < set.chances.count ? set.chances[index].double : nil
        let share = chance.map { " (\(NumberFormat.percent($0)))" } ?? ""
        lines.append(
          Line(
            depth: depth, parent: parent, act: action + share, next: words(child),
            isSeen: seen.contains(child), isEnd: game.nodes[child].isTerminal))
        add(child, depth: depth + 1, parent: lines.count - 1)
      }
    }
    add(0, depth: 0, parent: nil)
    self.lines = lines
  }

  func draw(width: Double, id: String) -> SVGCanvas {
    var canvas = SVGCanvas(id: id, width: width, height: 0)
    let isWide = width > 500
    let size = isWide ? FigureType.size : FigureType.small
    let (step, row) = (isWide ? 26.0 : 14.0, isWide ? 18.0 : 30.0)
    func x(_ depth: Int) -> Double { 10 + Double(depth) * step }
    func y(_ line: Int) -> Double { 16 + Double(line) * row }
    canvas.circle(x: 10 - step / 4, y: 6, radius: 3, .solid(.ink))
    for (number, line) in lines.enumerated() {
      let (from, to) = (line.parent.map { y($0) + 3 } ?? 8, y(number))
      let stroke = line.isSeen ? Stroke(.blue, width: 2.6) : Stroke(.muted, width: 0.9)
      let left = x(line.depth) - step / 4
      canvas.line(x1: left, y1: from, x2: left, y2: to, stroke)
      canvas.line(x1: left, y1: to, x2: left + step * 0.6, y2: to, stroke)
    }
    for (number, line) in lines.enumerated() {
      let at = x(line.depth) + step * 0.45
      canvas.circle(
        x: at, y: y(number), radius: line.isEnd ? 2.2 : 3,
        line.isSeen ? .solid(.blue) : line.isEnd ? .hollow(.muted) : .solid(.muted))
      let room = width - at - 14
      if isWide {
        canvas.text(line.act, x: at + 8, y: y(number) + 4, size: size, isBold: line.isSeen)
        let begin = at + 16 + TextMetrics.width(of: line.act, size: size, isBold: line.isSeen)
        canvas.text(
          TextMetrics.fitted(line.next, width: width - begin - 6, size: size), x: begin,
          y: y(number) + 4, size: size, paint: .muted)
      } else {
        canvas.text(
          TextMetrics.fitted(line.act, width: room, size: size), x: at + 7, y: y(number) + 4,
          size: size, isBold: line.isSeen)
        canvas.text(
          TextMetrics.fitted(line.next, width: room, size: size), x: at + 7, y: y(number) + 16,
          size: size, paint: .muted)
      }
    }
    canvas.height = y(lines.count) + 6
    return canvas
  }
}
