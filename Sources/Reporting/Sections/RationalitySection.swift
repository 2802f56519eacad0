import Assessment
import Conduct
import Diplomacy
import Strategy

/// Whether the conduct was rational in the crisis game, and what an observer should have believed.
enum RationalitySection {
  static func section(for assessment: Assessment) -> Section? {
    guard let game = assessment.game else { return nil }
    var blocks: [Block] = [
      .paragraph(
        """
        The crisis as the claim tells it, as a game whose numbers are the analyst's judgement. \
        What matters is which conclusions survive other numbers: at the analyst's values the game \
        has \(Numerals.count(game.equilibria, "pure equilibrium", "pure equilibria")), of which \
        \(String(game.supporting)) hold the acts that were seen.
        """),
      .table(conditions(game)), .table(margins(game)),
    ]
    if let reading = game.readings.first(where: { $0.lambda == 1 }) ?? game.readings.first {
      blocks.append(.figure(beliefs(reading)))
      blocks.append(.table(observer(game)))
    }
    return Section(
      id: "rationality", title: "Was it rational?", headline: Prose(game.sentence), blocks: blocks)
  }

  private static func conditions(_ game: CrisisGameAnalysis) -> Table {
    Table(
      caption: game.isExact
        ? "When the acts that were seen are an equilibrium: all of these must hold"
        : "When the acts that were seen are an equilibrium: these suffice",
      columns: [.init("choice", namesRows: true), .init("condition"), .init("at these values")],
      entries: game.conditions.map { [$0.reason, $0.text, $0.holds ? "holds" : "fails"] })
  }

  private static func margins(_ game: CrisisGameAnalysis) -> Table {
    Table(
      caption: "How far each number may move alone before the answer changes, nearest first",
      columns: [
        .init("number", namesRows: true), .init("what it stands for"), .init("value", .trailing),
        .init("changes below", .trailing), .init("changes above", .trailing),
      ],
      entries: game.margins.map { margin in
        [
          margin.name, game.parameters.first { $0.name == margin.name }?.what ?? "",
          Numerals.short(margin.value),
          margin.below.map { Numerals.short($0) } ?? "never",
          margin.above.map { Numerals.short($0) } ?? "never",
        ]
      })
  }

  private static func beliefs(_ reading: ObserverReading) -> Figure {
    let types = reading.steps.first?.beliefs.map(\.type) ?? []
    return Figure(
      id: "rationality-beliefs", title: "What an observer should have believed after each act",
      description: """
        Rows are acts in the order of the claim, columns types of the focal actor; choices are \
        noisy with precision \(Numerals.short(reading.lambda)).
        """,
      data: Table(
        caption: "Beliefs after each act",
        columns: [.init("act", namesRows: true), .init("by")]
          + types.map { .init($0, .trailing) } + [.init("likelihood ratio", .trailing)],
        entries: reading.steps.map { step in
          [step.act, step.by]
            + step.beliefs.map { Numerals.percent($0.chance) }
            + [step.likelihoodRatio.map { Numerals.short($0) } ?? ""]
        }),
      drawing: HeatTable(
        rows: reading.steps.map(\.act), columns: types,
        values: reading.steps.map { $0.beliefs.map(\.chance) }, rowTitle: "after the act",
        columnTitle: "type"))
  }

  private static func observer(_ game: CrisisGameAnalysis) -> Table {
    let types = game.readings.first?.steps.last?.beliefs.map(\.type) ?? []
    return Table(
      caption:
        "Beliefs after the last act by precision of choice; a low likelihood explains nothing",
      columns: [.init("precision", .trailing, namesRows: true)]
        + types.map { .init($0, .trailing) }
        + [
          .init("log likelihood", .trailing), .init("of blind choice", .trailing),
          .init("most telling next act"),
        ],
      entries: game.readings.map { reading in
        [Numerals.short(reading.lambda)]
          + (reading.steps.last?.beliefs ?? []).map { Numerals.percent($0.chance) }
          + [
            Numerals.fixed(reading.logLikelihood, decimals: 2),
            Numerals.fixed(reading.residualLogLikelihood, decimals: 2),
            reading.nextAct.map { "\($0.move) (\(Numerals.fixed($0.bits, decimals: 2)) bits)" }
              ?? "",
          ]
      })
  }
}
