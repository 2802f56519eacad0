import Conduct

extension ExplanationsSection {
  /// Two stories at work together, beside each alone.
  static func blocks(of pairs: ExplanationPairs) -> [Block] {
    [
      .heading("Two stories together"),
      .paragraph(
        """
        Stories seldom exclude each other. Here every two are read as one with the effects of both, \
        on the acts alone. A pair gains over its better half only where the record shows the \
        effects of both.
        """),
      .figure(involvement(of: pairs)),
    ]
  }

  private static func involvement(of pairs: ExplanationPairs) -> Figure {
    Figure(
      id: "explanations-involvement", title: "Which stories are at work, alone or in a pair",
      description: """
        From the acts alone. Shares add up to more than one, because two stories can be at work at \
        once.
        """,
      data: Table(
        caption: "Probability that a story is at work",
        columns: [
          .init("explanation", namesRows: true), .init("alone", .trailing),
          .init("alone or in a pair", .trailing),
        ],
        entries: pairs.involvement.map {
          [
            $0.id, NumberFormat.fixed($0.alone, decimals: 2),
            NumberFormat.fixed($0.atWork, decimals: 2),
          ]
        }),
      drawing: RangeChart(
        rows: pairs.involvement.map {
          RangeChart.Row(
            label: $0.id, value: $0.atWork, low: $0.atWork, high: $0.atWork,
            text: NumberFormat.fixed($0.atWork, decimals: 2))
        }, axis: "probability", domain: 0...1, hasBars: true))
  }
}
