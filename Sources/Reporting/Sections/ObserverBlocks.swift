import Assessment
import Diplomacy
import Strategy

/// What an observer of the game should have believed, act by act, beside what the record says.
enum ObserverBlocks {
  static func blocks(for assessment: CaseAssessment, _ game: CrisisGameAnalysis) -> [Block] {
    let reading = game.readings.first { $0.lambda == 1 } ?? game.readings.first
    guard let reading else { return [] }
    var blocks: [Block] = [
      .heading("What an observer should have believed"),
      .paragraph(
        """
        An observer who knows the game, but not the type of \(assessment.subject.name(of: assessment.subject.focal)), \
        learns from its acts. Choices are noisy: the higher the precision, the more surely the \
        better option is taken. The residual "none" takes every option evenly; it stands for \
        everything the game leaves out.
        """),
      .figure(beliefs(reading)),
    ]
    if !assessment.beliefsByAct.isEmpty {
      blocks.append(
        .paragraph(
          """
          The game sees the acts it names, in the claim's order, and nothing else. The record sees \
          every act up to a day, and its rival explanations are not the game's types. Where the two \
          part, the game's answer rests on its numbers and on what it leaves out.
          """))
      blocks.append(.table(beside(assessment)))
    }
    blocks += [.table(range(game)), .table(ratios(game)), .table(fit(game))]
    return blocks
  }

  /// The beliefs after each act at the middle precision; nothing where no act was read.
  static func beliefs(_ game: CrisisGameAnalysis) -> Figure? {
    (game.readings.first { $0.lambda == 1 } ?? game.readings.first).map { beliefs($0) }
  }

  private static func beliefs(_ reading: ObserverReading) -> Figure {
    let types = reading.steps.first?.beliefs.map(\.type) ?? []
    return Figure(
      id: "rationality-beliefs", title: "What an observer should have believed after each act",
      description: """
        Rows are acts in the order of the claim, columns types of the focal actor; choices are \
        noisy with precision \(NumberFormat.short(reading.lambda)).
        """,
      data: Table(
        caption: "Beliefs after each act",
        columns: [.init("act", namesRows: true), .init("by")]
          + types.map { .init($0, .trailing) } + [.init("likelihood ratio", .trailing)],
        entries: reading.steps.map { step in
          [step.act, step.by]
            + step.beliefs.map { NumberFormat.percent($0.chance) }
            + [step.likelihoodRatio.map { NumberFormat.short($0) } ?? ""]
        }),
      drawing: HeatTable(
        rows: reading.steps.map(\.act), columns: types,
        values: reading.steps.map { $0.beliefs.map(\.chance) }, rowTitle: "after the act",
        columnTitle: "type"))
  }

  /// The observer's beliefs beside the explanations' probabilities on the day of each act.
  private static func beside(_ assessment: CaseAssessment) -> Table {
    let acts = assessment.beliefsByAct
    let types = acts.first?.observer.map(\.type) ?? []
    let precision = acts.first.map { NumberFormat.short($0.lambda) } ?? ""
    return Table(
      caption: """
        Beliefs after each act: of the game (types, precision \(precision)) and, on the day of its \
        row, of the record so far (explanations, from acts alone, likeliest first)
        """,
      columns: [.init("act", namesRows: true), .init("row and date")]
        + types.map { .init("type \($0)", .trailing) } + [.init("the record so far", isWide: true)],
      rows: acts.map { act in
        let place: Prose =
          act.row.map { row in
            Prose([.row(row), .text(" "), .tight(act.date?.description ?? "")])
          } ?? "no row is named"
        let shares = act.explanations.enumerated().sorted {
          ($1.element.chance, $0.offset) < ($0.element.chance, $1.offset)
        }.map { "\($0.element.id) \(NumberFormat.percent($0.element.chance))" }
        return Table.Row(
          [Prose("\(act.by), \(act.act)"), place]
            + act.observer.map { Prose(NumberFormat.percent($0.chance)) }
            + [Prose(shares.isEmpty ? "not known" : shares.joined(separator: ", "))])
      })
  }

  /// The belief in the story's type after each act at every precision.
  private static func range(_ game: CrisisGameAnalysis) -> Table {
    byPrecision(
      game, caption: "Belief in the type '\(game.storyType)' after each act, by precision of choice"
    ) { step in
      step.beliefs.first { $0.type == game.storyType }.map { NumberFormat.percent($0.chance) } ?? ""
    }
  }

  private static func ratios(_ game: CrisisGameAnalysis) -> Table {
    byPrecision(
      game,
      caption: """
        How much likelier each act was for '\(game.storyType)' than for its rivals on average, by \
        precision; 1 tells nothing, and acts of the other side have no ratio
        """
    ) { step in step.likelihoodRatio.map { NumberFormat.short($0) } ?? "none" }
  }

  private static func byPrecision(
    _ game: CrisisGameAnalysis, caption: String, _ entry: (ObserverReading.Step) -> String
  ) -> Table {
    let acts = game.readings.first?.steps ?? []
    return Table(
      caption: caption,
      columns: [.init("act", namesRows: true)]
        + game.readings.map { .init("at \(NumberFormat.short($0.lambda))", .trailing) },
      entries: acts.indices.map { index in
        [acts[index].act] + game.readings.map { entry($0.steps[index]) }
      })
  }

  /// How well the types explain the acts, and what would tell most, at every precision.
  private static func fit(_ game: CrisisGameAnalysis) -> Table {
    let types = game.readings.first?.steps.last?.beliefs.map(\.type) ?? []
    return Table(
      caption: """
        Beliefs after the last act by precision of choice, and how well the types explain the acts: \
        where they do no better than blind choice, the beliefs explain nothing
        """,
      columns: [.init("precision", .trailing, namesRows: true)]
        + types.map { .init($0, .trailing) }
        + [
          .init("log likelihood", .trailing), .init("of blind choice", .trailing),
          .init("reading"), .init("move that tells most"),
        ],
      entries: game.readings.map { reading in
        [NumberFormat.short(reading.lambda)]
          + (reading.steps.last?.beliefs ?? []).map { NumberFormat.percent($0.chance) }
          + [
            NumberFormat.fixed(reading.logLikelihood, decimals: 2),
            NumberFormat.fixed(reading.residualLogLikelihood, decimals: 2),
            reading.explainsNothing ? "explains nothing" : "explains better than chance",
            telling(reading),
          ]
      })
  }

  private static func telling(_ reading: ObserverReading) -> String {
    func words(_ telling: ObserverReading.Telling) -> String {
      "\(telling.move) (\(NumberFormat.fixed(telling.bits, decimals: 2)) bits)"
    }
    if let next = reading.nextAct { return "next: \(words(next))" }
    return reading.telling.first.map { "the game is over; told most: \(words($0))" } ?? ""
  }
}
