import Assessment
import Diplomacy
import Relations

/// Which contacts were open at which level on which day, from acts and from silence.
enum ChannelsSection {
  static func section(for assessment: CaseAssessment) -> Section? {
    let subject = assessment.subject
    let known = assessment.channels.filter { history in
      history.spells(in: subject.window).contains { $0.state != .unknown }
    }
    guard !known.isEmpty else { return nil }
    var blocks: [Block] = [
      .paragraph(
        """
        A level of contact is open while contact is held, strained when contact is called off or \
        made harder, suspended when it is ended, restored when it is taken up again. Half-height \
        spans are inferred from silence that is unusual against the pair's own baseline. Levels \
        without any act in the window are left out of the figure.
        """),
      .figure(figure(of: known, in: subject)),
    ]
    let gaps = gaps(of: known)
    if !gaps.rows.isEmpty {
      blocks.append(
        .details(Details(summary: "Silences and how likely they were", blocks: [.table(gaps)])))
    }
    return Section(
      id: "channels", title: "Channels by level",
      headline: headline(of: known, in: subject), blocks: blocks)
  }

  private static func headline(of histories: [ChannelHistory], in subject: Case) -> Prose? {
    let pair = Pair(subject.focal, subject.counterpart)
    let own = histories.filter { $0.pair == pair }
    guard !own.isEmpty else { return nil }
    let days = own.map { history in
      let spells = history.spells(in: subject.window)
        .filter { $0.state == .suspended || $0.state == .strained }
      return (level: history.level, days: spells.reduce(0) { $0 + $1.span.length })
    }.filter { $0.days > 0 }
    let levels = NumberFormat.count(own.count, "level")
    let names = Glossary.name(pair, in: subject)
    if days.isEmpty { return "None of \(levels) between \(names) was strained or suspended." }
    let shown = days.sorted { ($1.days, $0.level) < ($0.days, $1.level) }.prefix(4)
      .map { "\($0.level.label) \($0.days)" }
    return """
      \(days.count) of \(levels) between \(names) strained or suspended at some time; days of \
      \(subject.window.length): \(shown.joined(separator: ", ")).
      """
  }

  static func figure(of histories: [ChannelHistory], in subject: Case) -> Figure {
    var legend = Legend()
    for state in ChannelState.allCases where state != .unknown {
      legend.add(.area(Fill(of: state)), state.rawValue)
    }
    legend.add(.area(Fill(of: .unknown)), "unknown")
    var lastPair: Pair?
    let rows = histories.map { history in
      let group = history.pair == lastPair ? "" : Glossary.name(history.pair, in: subject)
      lastPair = history.pair
      return GanttChart.Row(
        label: history.level.label,
        bars: history.spells(in: subject.window).map { spell in
          .init(
            spell.span, Fill(of: spell.state), text: spell.state.rawValue, tip: tip(of: spell),
            height: spell.basis == .silence ? 0.5 : 1)
        }, group: group)
    }
    return Figure(
      id: "channels-levels", title: "State of each level of contact",
      description: "Full height: the state rests on acts. Half height: inferred from silence.",
      data: data(of: histories, in: subject),
      drawing: GanttChart(
        span: subject.window, rows: rows,
        marks: Glossary.marks(of: subject, in: subject.window, essential: true), legend: legend))
  }

  private static func tip(of spell: ChannelSpell) -> String {
    let chance =
      spell.silence.map { ", chance of such a silence \(NumberFormat.percent($0))" } ?? ""
    return
      "\(spell.state.rawValue), \(spell.from) to \(spell.to), by \(spell.basis.rawValue)\(chance)"
  }

  private static func data(of histories: [ChannelHistory], in subject: Case) -> Table {
    Table(
      caption: "Spells within the window",
      columns: [
        .init("level", namesRows: true), .init("between"), .init("state"), .init("from"),
        .init("to"), .init("basis"), .init("chance of the silence", .trailing), .init("rows"),
      ],
      rows: histories.flatMap { history in
        history.spells(in: subject.window).map { spell in
          .init([
            Prose(history.level.label),
            Prose("\(history.pair.first), \(history.pair.second)"),
            Prose(spell.state.rawValue), Prose([.tight(spell.from.description)]),
            Prose([.tight(spell.to.description)]), Prose(spell.basis.rawValue),
            Prose(spell.silence.map { NumberFormat.percent($0, decimals: 1) } ?? ""),
            .rows(spell.rows),
          ])
        }
      })
  }

  private static func gaps(of histories: [ChannelHistory]) -> Table {
    let gaps = histories.flatMap { history in
      history.gaps.compactMap { gap in
        gap.probability.map { (history: history, gap: gap, probability: $0) }
      }
    }.sorted {
      ($0.probability, $0.gap.from, $0.history.level)
        < ($1.probability, $1.gap.from, $1.history.level)
    }
    return Table(
      caption: "Stretches without contact, the least likely first",
      columns: [
        .init("level", namesRows: true), .init("between"), .init("from"), .init("to"),
        .init("days", .trailing), .init("chance of so long a silence", .trailing),
        .init("after"), .init("ended by"),
      ],
      rows: gaps.map { entry in
        .init([
          Prose(entry.history.level.label),
          Prose("\(entry.history.pair.first), \(entry.history.pair.second)"),
          Prose([.tight(entry.gap.from.description)]),
          Prose([.tight(entry.gap.to.description)]),
          Prose(String(entry.gap.days)),
          Prose(NumberFormat.percent(entry.probability, decimals: 1)), .rows([entry.gap.after]),
          entry.gap.before.map { .rows([$0]) } ?? "not within the window",
        ])
      })
  }
}
