import Diplomacy
package import Forecasting

/// An outlook as a document.
package enum OutlookReport {
  /// The document of a pair's outlook in both directions.
  package static func report(
    _ outlooks: [Outlook], weights: OutlookWeights, notices: [String], acts limit: Int
  ) -> Report {
    let pair = outlooks.first.map { [$0.dyad.source, $0.dyad.target] } ?? []
    let names = pair.map(OutlookWords.state).joined(separator: " and ")
    var lead: [Block] = [
      .paragraph(
        """
        The chance that the sources report at least one such act, beside the pair's own usual rate, \
        and the past acts on which it rests.
        """)
    ]
    for notice in notices {
      lead.append(
        .callout(Callout(.caution, title: "The data", blocks: [.paragraph(Prose(notice + "."))])))
    }
    var sections = outlooks.enumerated().map { index, outlook in
      section(outlook, id: "direction-\(index + 1)", limit: limit)
    }
    sections.append(calibration(outlooks, weights))
    return Report(
      title: "Outlook: \(names)" + (outlooks.first.map { ", from \($0.origin)" } ?? ""), lead: lead,
      sections: sections)
  }

  private static func section(_ outlook: Outlook, id: String, limit: Int) -> Section {
    let table = Table(
      caption: "Chance of at least one act",
      columns: [
        .init("act", namesRows: true), .init("within", .trailing), .init("chance", .trailing),
        .init("usual", .trailing), .init("forecasts near it"), .init("rests on", isWide: true),
      ],
      entries: outlook.chances.map { chance in
        let kind = OutlookWords.kind(chance.kind)
        let caution = OutlookWords.caution(chance).map { " (\($0))" } ?? ""
        return [
          kind + caution, "\(chance.days) days", OutlookWords.chance(chance.probability),
          OutlookWords.chance(chance.usual), OutlookWords.checked(chance),
          OutlookWords.basis(chance, of: outlook.dyad, limit: limit),
        ]
      })
    let names = [outlook.dyad.source, outlook.dyad.target].map(OutlookWords.state)
    return Section(
      id: id, title: "\(names[0]) toward \(names[1])",
      headline: "By \(outlook.acts) acts of both sides before \(outlook.origin.description).",
      blocks: [.table(table)])
  }

  private static func calibration(_ outlooks: [Outlook], _ weights: OutlookWeights) -> Section {
    let horizons = Set(outlooks.flatMap { $0.chances.map(\.days) }).sorted()
    var blocks: [Block] = [.paragraph(Prose(OutlookText.origin(weights)))]
    for days in horizons {
      let bins = weights.entries.filter { $0.days == days }.flatMap(\.calibration)
        .sorted { $0.forecast < $1.forecast }
      guard !bins.isEmpty else { continue }
      blocks.append(
        .figure(
          ReliabilityChart.figure(
            id: "reliability-\(days)", title: "How forecasts over \(days) days came out",
            bins: bins)))
    }
    let entries = weights.entries.filter { horizons.contains($0.days) }
    blocks.append(
      .table(
        Table(
          caption: "Calibration by kind, on days that a first fit had not seen",
          columns: [
            .init("act", namesRows: true), .init("days", .trailing),
            .init("acts behind the weights", .trailing), .init("calibration error", .trailing),
            .init("note"),
          ],
          entries: entries.map {
            [
              OutlookWords.kind($0.kind), "\($0.days)", "\($0.positives)",
              $0.calibration.isEmpty
                ? "not checked"
                : NumberFormat.fixed(Calibration.error($0.calibration), decimals: 3),
              $0.isThin ? "thin" : "",
            ]
          })))
    return Section(id: "calibration", title: "How far to trust these numbers", blocks: blocks)
  }
}
