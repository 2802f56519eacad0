import Assessment
import Conduct
import Diplomacy

/// What each side asked of the other, what became of it, and how hard it pressed meanwhile.
enum DemandsSection {
  static func section(for assessment: CaseAssessment) -> Section? {
    let (ledger, subject) = (assessment.demands, assessment.subject)
    guard !ledger.entries.isEmpty else { return nil }
    return Section(
      id: "demands", title: "Demands and what became of them",
      headline: headline(of: ledger, in: subject),
      blocks: [
        .paragraph(
          """
          A demand stands here because a row names it. Pressure is the number of hostile acts of the \
          side that asks toward the side that is asked, in thirty days: from the making to the \
          meeting (or to the end of the window), and after it. The counts say what the record holds, \
          not that the demand caused them.
          """),
        .table(table(of: ledger, in: subject)),
      ])
  }

  private static func headline(of ledger: DemandLedger, in subject: Case) -> Prose {
    let parts = [(subject.focal, subject.counterpart), (subject.counterpart, subject.focal)].map {
      by, of -> String in
      let made = ledger.made(by: by, of: of)
      let met = made.count { $0.outcome == .met }
      return "\(subject.name(of: by)) made \(made.count), of which \(met) "
        + "\(met == 1 ? "was" : "were") met"
    }
    return Prose(parts.joined(separator: "; ") + ".")
  }

  private static func table(of ledger: DemandLedger, in subject: Case) -> Table {
    Table(
      caption: "Demands",
      columns: [
        .init("demand", namesRows: true), .init("by"), .init("made"), .init("course"),
        .init("outcome"), .init("pressure before"), .init("after"), .init("rows"),
      ],
      rows: ledger.entries.map { entry -> Table.Row in
        Table.Row([
          Prose(entry.demand.what), Prose(subject.name(of: entry.demand.by)),
          date(entry.made), Prose(name(of: entry.course)),
          Prose(name(of: entry.outcome)) + (entry.met.map { " " + date($0) } ?? Prose("")),
          pressure(entry.pressureBefore), pressure(entry.pressureAfter),
          .rows(entry.steps.map(\.id)),
        ])
      })
  }

  private static func date(_ span: DateSpan?) -> Prose {
    span.map { Prose([.tight($0.description)]) } ?? Prose("–")
  }

  private static func pressure(_ pressure: DemandLedger.Pressure?) -> Prose {
    guard let pressure, let rate = pressure.perMonth else { return Prose("–") }
    let tenths = (rate * 10).rounded() / 10
    return Prose("\(tenths) (\(pressure.acts) in \(pressure.days) days)")
  }

  private static func name(of course: DemandLedger.Course) -> String {
    switch course {
    case .unmade: "no row makes it"
    case .single: "made once"
    case .stable: "made again as it was"
    case .growing: "raised"
    }
  }

  private static func name(of outcome: DemandLedger.Outcome) -> String {
    switch outcome {
    case .met: "met"
    case .partlyMet: "partly met"
    case .withdrawn: "withdrawn"
    case .refused: "refused"
    case .open: "open"
    }
  }
}
