import Games
import Assessment
import Conduct
import Diplomacy
import Strategy

/// Whether the conduct was rational in the crisis game, and what an observer should have believed.
enum RationalitySection {
  static func section(for assessment: CaseAssessment) -> Section? {
    guard let game = assessment.game else { return nil }
    var blocks: [Block] = [
      .paragraph(
        """
        The crisis as the claim tells it, as a game whose numbers are the analyst's judgement. \
        What matters is which conclusions survive other numbers: at the analyst's values the game \
        has \(NumberFormat.count(game.equilibria, "pure equilibrium", "pure equilibria")), of which \
        \(String(game.supporting)) \(game.supporting == 1 ? "holds" : "hold") the acts that were seen.
        """)
    ]
    blocks += game.regions.enumerated().map { .figure(region($0.element, $0.offset, game)) }
    blocks += [.table(conditions(game)), .table(margins(game))]
    if !game.profiles.isEmpty { blocks.append(.details(profiles(game))) }
    if !game.endings.isEmpty { blocks.append(.table(endings(game))) }
    blocks += ObserverBlocks.blocks(for: assessment, game)
    return Section(
      id: "rationality", title: "The crisis as a game", headline: Prose(game.sentence),
      blocks: blocks)
  }

  static func conditions(_ game: CrisisGameAnalysis) -> Table {
    Table(
      caption: game.isExact
        ? "The conditions of an equilibrium with the acts: all of them must hold"
        : "The conditions of an equilibrium with the acts: all must hold; not all edges are known",
      columns: [.init("choice", namesRows: true), .init("condition"), .init("at these values")],
      rows: game.conditions.map { condition in
        Table.Row([Prose(condition.reason), words(condition), condition.holds ? "holds" : "fails"])
      })
  }

  /// A condition, and below it the same with the chances of the types put in.
  private static func words(_ condition: CrisisGameAnalysis.Condition) -> Prose {
    guard let fixed = condition.atChances else { return Prose(condition.text) }
    return Prose([
      .text(condition.text), .lineBreak, .aside("with the chances of the types put in: \(fixed)"),
    ])
  }

  private static func margins(_ game: CrisisGameAnalysis) -> Table {
    Table(
      caption: """
        How far each number may move alone before no pure equilibrium holds the acts (or one starts \
        to), nearest first
        """,
      columns: [
        .init("number", namesRows: true), .init("what it stands for"), .init("value", .trailing),
        .init("changes below", .trailing), .init("changes above", .trailing),
      ],
      entries: game.margins.map { margin in
        [
          margin.name, game.parameters.first { $0.name == margin.name }?.what ?? "",
          NumberFormat.short(margin.value),
          margin.below.map { NumberFormat.short($0) } ?? "never",
          margin.above.map { NumberFormat.short($0) } ?? "never",
        ]
      })
  }

  static func region(
    _ map: RegionMap, _ place: Int, _ game: CrisisGameAnalysis
  ) -> Figure {
    let pair = "\(map.across.name) and \(map.up.name)"
    let fixed = game.parameters.filter { $0.name != map.across.name && $0.name != map.up.name }
      .map { "\($0.name) = \(NumberFormat.short($0.value.double))" }
    return Figure(
      id: place == 0 ? "rationality-region" : "rationality-region-named",
      title: "For which \(pair) the acts are part of an equilibrium",
      description: """
        \(place == 0 ? "Of all numbers these two are nearest to an edge." : "The two numbers that the game names.") \
        The sides of the region are exact roots of the inequalities; it joins \
        \(NumberFormat.count(map.profiles, "profile")) with the acts that \
        \(map.profiles == 1 ? "was" : "were") found at the analyst's values or on a grid of \
        \(String(map.grid.columns.count)) by \(String(map.grid.rows.count)) points, which also \
        shades the rest. The dot is the analyst's point, \
        \(map.holds ? "inside" : "outside"). \(distances(map)) Held fixed: \
        \(fixed.joined(separator: ", ")).
        """,
      data: regionTable(map), drawing: RegionChart(map))
  }

  /// How far the edges are from the analyst's point, in words.
  private static func distances(_ map: RegionMap) -> String {
    [map.across, map.up].map { axis in
      let edges = [axis.edgeBelow, axis.edgeAbove].compactMap { $0 }
      guard !edges.isEmpty else { return "\(axis.name) alone changes nothing within the picture." }
      let moves = edges.map { edge in
        "\(NumberFormat.short(edge)) (\(NumberFormat.signed(edge - axis.value, decimals: 2)))"
      }
      return "\(axis.name) alone, now \(NumberFormat.short(axis.value)), reaches an edge at "
        + moves.joined(separator: " and ") + "."
    }.joined(separator: " ")
  }

  private static func regionTable(_ map: RegionMap) -> Table {
    let step = max(1, map.lines.count / 20)
    let lines = map.lines.enumerated().filter { $0.offset % step == step / 2 }.map(\.element)
    return Table(
      caption: "Where the acts are part of an equilibrium, every \(step)th line of the picture",
      columns: [
        .init(map.up.name, .trailing, namesRows: true),
        .init("from and to along \(map.across.name)"),
      ],
      entries: lines.reversed().map { line in
        let spans = line.spans.map { span in
          span.map { NumberFormat.short($0, decimals: 3) }.joined(separator: " to ")
        }
        return [
          NumberFormat.short(line.up, decimals: 3),
          spans.isEmpty ? "nowhere" : spans.joined(separator: "; "),
        ]
      })
  }

  /// The same crisis by the graph model: which endings would last once reached.
  private static func endings(_ game: CrisisGameAnalysis) -> Table {
    func words(_ concepts: [StabilityConcept]) -> String {
      concepts.isEmpty ? "by none" : concepts.map(\.rawValue).joined(separator: ", ")
    }
    let players = game.endings.first?.stays.keys.sorted() ?? []
    return Table(
      caption: """
        The same players, options and preferences as a graph of endings (type '\(game.storyType)'): \
        the notions of foresight by which each side would stay, and by which all would
        """,
      columns: [.init("ending", namesRows: true)] + players.map { .init("\($0) stays") }
        + [.init("all stay")],
      entries: game.endings.map { ending in
        [ending.name + (ending.isObserved ? " (the acts that were seen)" : "")]
          + players.map { words(ending.stays[$0] ?? []) } + [words(ending.equilibrium)]
      })
  }

  private static func profiles(_ game: CrisisGameAnalysis) -> Details {
    Details(
      summary: "Every pure equilibrium at the analyst's values, and where it stays one",
      blocks: game.profiles.enumerated().flatMap { number, profile -> [Block] in
        let nearest = profile.margins.first { $0.share != nil }
        let edges = [nearest?.below, nearest?.above].compactMap { $0 }
          .map { NumberFormat.short($0) }.joined(separator: " and ")
        let edge = nearest.map { "\($0.name), now \(NumberFormat.short($0.value)), at \(edges)" }
        return [
          .paragraph(
            """
            \(strong: "Equilibrium \(number + 1)")\(profile.holdsActs ? ", with the acts" : ""): \
            \(profile.courses.joined(separator: "; ")). Nearest edge: \(edge ?? "none"). It is one \
            where, with the chances of the types as they are:
            """),
          .list(profile.conditions.map { "\($0.atChances ?? $0.text) (\($0.reason))" }),
        ]
      })
  }
}
