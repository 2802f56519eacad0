import Diplomacy
package import Forecasting

/// The list of pairs that may turn sharply worse, as text.
package enum WorseningText {
  /// The list for a terminal, with what such lists were worth.
  package static func render(_ list: Worsening) -> String {
    let rows = list.items.prefix(Worsening.length).map {
      [$0.dyad.description, "\($0.recent)", "\($0.threshold)", NumberFormat.percent($0.score)]
    }
    return PlainTable(
      header: ["dyad", "hostile acts in 30 d", "sharply worse from", "score"], rows: Array(rows)
    ).aligned
      + "This list promises nothing. At \(NumberFormat.count(list.origins, "past origin")) "
      + "\(NumberFormat.percent(list.precision, decimals: 1)) of the ten highest turned sharply worse, "
      + "and the ten held \(NumberFormat.percent(list.recall)) of the \(list.cases) that did; of all "
      + "that could, \(NumberFormat.percent(list.base, decimals: 1)) did."
      + (list.overlapsFit
        ? " The weights saw those days, so these shares flatter the list." : "")
      + "\n"
  }
}
