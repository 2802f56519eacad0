public import TimeSeries
import Conduct

/// Who reacts to whom among streams of acts, as a section of its own and as a picture.
public enum ReciprocitySection {
  /// The longest list of single events that is written out.
  private static let listed = 200

  /// The section.
  public static func section(
    _ analysis: ReciprocityAnalysis, in unit: ReciprocityGlossary.Unit = .ofFile
  ) -> Section {
    var blocks: [Block] = [
      .paragraph(Prose(ReciprocityGlossary.basis(analysis, in: unit) + ".")),
      .figure(figure(analysis, in: unit)), .table(baselines(analysis, unit)),
      .list(
        ([
          ReciprocityGlossary.delay(analysis, in: unit), ReciprocityGlossary.stationarity(analysis),
          ReciprocityGlossary.goodness(analysis.goodnessOfFit),
        ] + ReciprocityGlossary.remarks(analysis)).map { Prose($0 + ".") }),
      .paragraph(
        "Intervals cover 90%. Attribution of a single event is a probability, never a fact."),
    ]
    if let events = analysis.events, events.count <= listed {
      blocks.append(.table(single(events, types: analysis.types)))
    }
    return Section(
      id: "reciprocity", title: "Who reacts to whom", headline: headline(analysis), blocks: blocks)
  }

  /// The branching ratios as a picture.
  public static func figure(
    _ analysis: ReciprocityAnalysis, in unit: ReciprocityGlossary.Unit = .ofFile
  ) -> Figure {
    Figure(
      id: "reciprocity-branching", title: "How many acts one act brings about",
      description: """
        Rows are types that react, columns the types reacted to; a cell is the mean number of acts \
        that one act brings about. \(sentence(ReciprocityGlossary.delay(analysis, in: unit))) \
        \(sentence(ReciprocityGlossary.stationarity(analysis)))
        """,
      data: Table(
        caption: "Acts of the row's type that one act of the column's type brings about",
        columns: [.init("type that reacts", namesRows: true)]
          + analysis.types.map { .init("to \($0)", .trailing) },
        entries: zip(analysis.types, analysis.branching).map { type, row in
          [type] + row.map(ReciprocityGlossary.shown)
        }),
      drawing: HeatTable(
        rows: analysis.types, columns: analysis.types,
        values: analysis.branching.map { $0.map(\.value) }, rowTitle: "type that reacts",
        columnTitle: "type reacted to"))
  }

  private static func sentence(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst() + "."
  }

  /// The strongest reaction, in one sentence.
  private static func headline(_ analysis: ReciprocityAnalysis) -> Prose {
    var strongest: (row: Int, column: Int)?
    for (row, line) in analysis.branching.enumerated() {
      for (column, ratio) in line.enumerated() where ratio.value > 1e-9 {
        if let best = strongest, analysis.branching[best.row][best.column].value >= ratio.value {
          continue
        }
        strongest = (row, column)
      }
    }
    guard let strongest else { return "No type reacts to any." }
    let ratio = ReciprocityGlossary.shown(analysis.branching[strongest.row][strongest.column])
    return Prose(
      "Strongest: one act of \(analysis.types[strongest.column]) brings about \(ratio) acts of \(analysis.types[strongest.row])."
    )
  }

  private static func baselines(
    _ analysis: ReciprocityAnalysis, _ unit: ReciprocityGlossary.Unit
  ) -> Table {
    Table(
      caption: "Acts that nothing in the streams brought about",
      columns: [
        .init("type", namesRows: true), .init(unit.one, .trailing),
      ],
      entries: zip(analysis.types, analysis.baseline).map { type, rate in
        [type, ReciprocityGlossary.shown(rate)]
      })
  }

  private static func single(_ events: [ReciprocityAnalysis.Attribution], types: [String]) -> Table
  {
    Table(
      caption: "What probably brought each event about",
      columns: [.init("event", namesRows: true), .init("type"), .init("nothing", .trailing)]
        + types.map { .init($0, .trailing) },
      entries: events.map { event in
        [event.id, event.type, NumberFormat.percent(event.initiative)]
          + event.reaction.map { NumberFormat.percent($0) }
      })
  }
}
