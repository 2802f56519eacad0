import Assessment
import Diplomacy
import Relations

/// Who held what over whom, when it was lost, and the balance over time.
enum LeversSection {
  static func section(for assessment: CaseAssessment) -> Section? {
    let ledger = assessment.levers
    guard !ledger.levers.isEmpty else { return nil }
    let subject = assessment.subject
    let pair = Pair(subject.focal, subject.counterpart)
    var blocks: [Block] = [
      .paragraph(
        """
        A lever is a means by which one side can press another. Which means count, and how strong \
        each is from 0 to 1, is one coder's judgement; the dates rest on the rows named.
        """),
      .figure(figure(of: ledger, in: subject)),
    ]
    if let balance = ledger.balance(of: pair) {
      blocks.append(.figure(self.balance(balance, of: subject, over: ledger.span)))
    }
    blocks.append(.table(table(of: ledger, in: subject)))
    return Section(
      id: "levers", title: "Levers and the balance of leverage",
      headline: headline(of: ledger, in: subject), blocks: blocks)
  }

  private static func headline(of ledger: LeverLedger, in subject: Case) -> Prose? {
    let pair = Pair(subject.focal, subject.counterpart)
    guard let balance = ledger.balance(of: pair),
      let first = balance.net(of: subject.focal, on: subject.window.first),
      let last = balance.net(of: subject.focal, on: subject.window.last)
    else { return nil }
    return """
      Net leverage of \(subject.name(of: subject.focal)) over \
      \(subject.name(of: subject.counterpart)): \(strong: NumberFormat.signed(first)) at the start of \
      the window, \(strong: NumberFormat.signed(last)) at its end (below zero \
      \(subject.name(of: subject.counterpart)) holds more).
      """
  }

  private static func figure(of ledger: LeverLedger, in subject: Case) -> Figure {
    var legend = Legend()
    legend.add(.area(.solid(.blue, opacity: 0.75)), "held")
    legend.add(.area(.hatched(.blue)), "held on some readings of the dates")
    var order: [ActorCode] = []
    for record in ledger.levers where !order.contains(record.lever.holder) {
      order.append(record.lever.holder)
    }
    let rows = order.flatMap { holder in
      ledger.levers.filter { $0.lever.holder == holder }.enumerated().map { index, record in
        let over = record.lever.over.map(\.rawValue).joined(separator: ", ")
        return GanttChart.Row(
          label: "\(record.lever.name) (over \(over))",
          bars: record.spells.compactMap { bar(of: $0, record.lever) },
          group: index == 0 ? "Held by \(subject.name(of: holder))" : "")
      }
    }
    return Figure(
      id: "levers-held", title: "Levers, when they were held",
      description: "The higher the bar, the stronger the lever in the coder's judgement.",
      data: Table(
        caption: "Spells of levers",
        columns: [
          .init("lever", namesRows: true), .init("state"), .init("from"), .init("to"),
          .init("rows"),
        ],
        rows: ledger.levers.flatMap { record in
          record.spells.map { spell in
            .init([
              Prose(record.lever.name), Prose(name(of: spell.state)),
              Prose([.tight(spell.from.description)]), Prose([.tight(spell.to.description)]),
              .rows(spell.rows),
            ])
          }
        }),
      drawing: GanttChart(
        span: ledger.span, rows: rows,
        marks: Glossary.marks(of: subject, in: ledger.span, essential: true), legend: legend))
  }

  private static func bar(of spell: LeverSpell, _ lever: Lever) -> GanttChart.Bar? {
    let fill: Fill
    switch spell.state {
    case .held: fill = .solid(.blue, opacity: 0.75)
    case .uncertain: fill = .hatched(.blue)
    case .notYet, .lost: return nil
    }
    let strength = NumberFormat.short(lever.strength)
    return .init(
      spell.span, fill,
      tip:
        "\(lever.name): \(name(of: spell.state)), \(spell.from) to \(spell.to), strength \(strength)",
      height: lever.strength)
  }

  private static func name(of state: LeverState) -> String {
    state.rawValue.replacing("_", with: " ")
  }

  private static func balance(
    _ balance: LeverageBalance, of subject: Case, over span: DateSpan
  ) -> Figure {
    let isFirst = balance.pair.first == subject.focal
    func net(_ step: LeverageStep) -> (value: Double, low: Double, high: Double) {
      isFirst ? (step.net, step.low, step.high) : (-step.net, -step.high, -step.low)
    }
    let focal = subject.name(of: subject.focal)
    let other = subject.name(of: subject.counterpart)
    let chart = TimeChart(
      span: span,
      panels: [
        .init(
          title: "Net leverage of \(focal) over \(other), sum of strengths",
          layers: [
            .steps(
              name: "all readings of uncertain dates", .solid(.sky, opacity: 0.4),
              balance.steps.map { .init($0.span, from: net($0).low, to: net($0).high) }),
            .line(
              name: "expected balance", Stroke(.blue, width: 2),
              balance.steps.flatMap {
                [.init($0.from, net($0).value), .init($0.to, isFirst ? $0.netAtEnd : -$0.netAtEnd)]
              }),
          ], reference: 0, height: 120)
      ], marks: Glossary.marks(of: subject, in: span, essential: true))
    return Figure(
      id: "levers-balance", title: "Balance of leverage",
      description: """
        Below zero \(other) holds more over \(focal) than the other way round. Read the changes and \
        their dates, not the height.
        """,
      data: Table(
        caption: "Steps of the balance",
        columns: [
          .init("from", namesRows: true), .init("to"), .init("net", .trailing),
          .init("least", .trailing), .init("most", .trailing),
        ],
        entries: balance.steps.map { step in
          let net = net(step)
          return [step.from.description, step.to.description]
            + [net.value, net.low, net.high].map { NumberFormat.signed($0, decimals: 2) }
        }),
      drawing: chart)
  }

  private static func table(of ledger: LeverLedger, in subject: Case) -> Table {
    Table(
      caption: "The levers",
      columns: [
        .init("lever", namesRows: true), .init("holder"), .init("over"), .init("gained"),
        .init("lost"), .init("strength", .trailing), .init("row"), .init("remark", isWide: true),
      ],
      rows: ledger.levers.map(\.lever).map { lever in
        .init([
          Prose(lever.name), Prose(subject.name(of: lever.holder)),
          Prose(lever.over.map { subject.name(of: $0) }.joined(separator: ", ")),
          lever.from.map(Glossary.span) ?? "before the record",
          lever.until.map(Glossary.span) ?? "not lost",
          Prose(NumberFormat.short(lever.strength)),
          .rows(lever.source.isEmpty ? [] : [lever.source]),
          Prose(lever.note),
        ])
      }, narrow: .cards)
  }
}
