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
      .table(involvement(of: pairs)),
    ]
  }

  private static func involvement(of pairs: ExplanationPairs) -> Table {
    Table(
      caption: """
        Which stories are at work, from the acts alone; shares add up to more than one, because two \
        can be at work at once
        """,
      columns: [
        .init("explanation", namesRows: true), .init("alone", .trailing),
        .init("alone or in a pair", .trailing),
      ],
      entries: pairs.involvement.map {
        [
          $0.id, NumberFormat.fixed($0.alone, decimals: 2),
          NumberFormat.fixed($0.atWork, decimals: 2),
        ]
      })
  }
}
