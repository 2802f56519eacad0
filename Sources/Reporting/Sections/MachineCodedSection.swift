import Assessment
import Diplomacy
import EventData

/// The hand-made record beside machine-coded events of the same pair.
enum MachineCodedSection {
  static func section(for assessment: CaseAssessment) -> Section? {
    guard let comparison = assessment.machineCoded else { return nil }
    let subject = assessment.subject
    let missed = comparison.missedByMachine
    return Section(
      id: "machine-coded", title: "The record beside machine-coded events",
      headline: """
        The machine has no match for \(String(missed.count)) of \
        \(NumberFormat.count(comparison.compared, "row")); it has \
        \(NumberFormat.count(comparison.machineActs, "act")) of the pair, of which \
        \(String(comparison.machineActsWithoutRow)) match no row.
        """,
      blocks: [
        .paragraph(
          """
          Neither is the truth: the record was chosen by hand, the machine miscodes and misses. A \
          machine-coded act matches a row of the same direction and the same side of conflict or \
          cooperation within \(String(BaselineComparison.tolerance)) days.
          """),
        .list(
          RecordingFactor.factors(of: comparison).map { Prose(factor($0, in: subject)) }),
        .table(months(comparison, in: subject)),
        .paragraph("Rows that the machine missed: " + Prose.rows(missed)),
      ])
  }

  /// How closely acts of a tone were recorded, against the machine.
  private static func factor(_ factor: RecordingFactor, in subject: Case) -> String {
    let kind = factor.isHostile ? "hostile acts" : "other acts"
    let name = Glossary.name(factor.dyad, in: subject)
    let counts = "\(factor.record) on record, \(factor.machine) coded by the machine"
    guard let value = factor.factor else { return "\(name), \(kind): \(counts)." }
    let ends = [factor.low, factor.high].map { end in
      end.map { NumberFormat.short($0, decimals: 1) } ?? "any number"
    }
    return
      "\(name), \(kind): \(counts), \(NumberFormat.short(value, decimals: 1)) for each (80 % interval \(ends[0]) to \(ends[1]))."
  }

  private static func months(_ comparison: BaselineComparison, in subject: Case) -> Table {
    Table(
      caption: "Acts by month, hand-made record and machine",
      columns: [
        .init("month", namesRows: true), .init("direction"), .init("record", .trailing),
        .init("hostile", .trailing), .init("machine", .trailing), .init("hostile", .trailing),
        .init("disagree"),
      ],
      entries: comparison.months.map { month in
        [
          String(month.month.description.prefix(7)), Glossary.name(month.dyad, in: subject),
          String(month.recordActs), String(month.recordHostile), String(month.machineActs),
          String(month.machineHostile), month.disagrees ? "yes" : "",
        ]
      })
  }
}
