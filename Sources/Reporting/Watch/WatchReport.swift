import Diplomacy
package import Forecasting

/// A periodic brief as a document.
package enum WatchReport {
  /// The document: the pairs on the first screen, then the others in one table.
  package static func report(_ brief: WatchBrief) -> Report {
    let shown = brief.items.filter(\.isOnScreen)
    let others = brief.items.filter { !$0.isOnScreen }
    var lead: [Block] = []
    if brief.isUnchanged {
      lead.append(
        .callout(
          Callout(
            .note, title: "Nothing new",
            blocks: [
              .paragraph("Nothing new: the store holds no act that the brief before did not know.")
            ])))
    }
    if let holes = WatchWords.holes(brief.holes) {
      lead.append(
        .callout(Callout(.caution, title: "The data", blocks: [.paragraph(Prose(holes))])))
    }
    lead.append(
      .paragraph(
        Prose(
          shown.isEmpty
            ? "No pair is unusual by its own last two years."
            : "\(NumberFormat.count(shown.count, "pair")) of \(brief.items.count) unusual by "
              + "\(shown.count == 1 ? "its" : "their") own last two years, the most unusual first.")
      ))
    lead.append(.paragraph(Prose(WatchWords.rate(brief))))
    if !brief.unknown.isEmpty {
      let names = brief.unknown.map(WatchWords.pair).joined(separator: "; ")
      lead.append(.paragraph(Prose("The store has no act of: \(names).")))
    }
    var sections = shown.enumerated().map { section($1, brief, id: "pair-\($0 + 1)") }
    if !others.isEmpty { sections.append(rest(others, brief)) }
    return Report(
      title: "Watch of \(brief.asOf), changes since \(brief.since)", lead: lead, sections: sections)
  }

  private static func section(_ item: WatchItem, _ brief: WatchBrief, id: String) -> Section {
    var blocks: [Block] = []
    let further = item.signals.dropFirst().map {
      Prose(sentenceStart(WatchWords.sentence($0)) + ".")
    }
    if !further.isEmpty { blocks.append(.list(Array(further))) }
    blocks.append(
      .paragraph(
        Prose(
          "As surprising as the most surprising \(NumberFormat.percent(item.rank)) of "
            + "\(item.weeks + 1) weeks of this pair.")))
    blocks.append(
      .paragraph(
        Prose(
          "Hostility since \(brief.since) (hostile acts over the root of all acts and four): "
            + item.hostility.map(WatchWords.hostility).joined(separator: "; ") + ".")))
    if let turn = item.turn {
      blocks.append(
        .paragraph(
          Prose("Turning point: hostility of the two years rises most in the week of \(turn).")))
    }
    blocks += outlook(item)
    return Section(
      id: id, title: WatchWords.pair(item.pair),
      headline: Prose(
        "\(WatchWords.pair(item.pair)): \(WatchWords.reason(item))."), blocks: blocks)
  }

  private static func outlook(_ item: WatchItem) -> [Block] {
    var blocks: [Block] = []
    let lines = item.outlook.filter { $0.chance >= 0.02 || ($0.last ?? 0) >= 0.02 }
    if !lines.isEmpty {
      blocks.append(
        .table(
          Table(
            caption: "Outlook: chance of at least one act within 30 days",
            columns: [
              .init("who", namesRows: true), .init("act"), .init("now", .trailing),
              .init("last time", .trailing), .init("usual", .trailing),
            ],
            entries: lines.map {
              [
                $0.dyad.description, OutlookWords.kind($0.kind), OutlookWords.chance($0.chance),
                $0.last.map(OutlookWords.chance) ?? "-", OutlookWords.chance($0.usual),
              ]
            })))
    }
    if !item.outcomes.isEmpty {
      let came = item.outcomes.count(where: \.happened)
      let said = item.outcomes.reduce(0) { $0 + $1.chance }
      blocks.append(
        .paragraph(
          Prose(
            "Of \(item.outcomes.count) chances of before whose 30 days are over, \(came) came true; "
              + "the chances add up to \(NumberFormat.fixed(said, decimals: 1)).")))
    }
    return blocks
  }

  private static func rest(_ items: [WatchItem], _ brief: WatchBrief) -> Section {
    Section(
      id: "others", title: "Nothing unusual",
      headline: Prose("\(NumberFormat.count(items.count, "pair")) as in other weeks."),
      blocks: [
        .table(
          Table(
            caption: "Pairs that do not reach the first screen",
            columns: [
              .init("pair", namesRows: true), .init("strongest signal", isWide: true),
              .init("rank", .trailing), .init("acts", .trailing), .init("hostile", .trailing),
            ],
            entries: items.map { item in
              [
                WatchWords.pair(item.pair),
                item.weeks < WatchAlarm.fewestWeeks
                  ? "the record is too short to say what is unusual" : WatchWords.reason(item),
                NumberFormat.percent(item.rank),
                "\(item.hostility.reduce(0) { $0 + $1.acts })",
                "\(item.hostility.reduce(0) { $0 + $1.hostile })",
              ]
            }))
      ])
  }
}
