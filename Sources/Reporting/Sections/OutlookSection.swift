import Assessment
import Diplomacy
import Forecasting

/// What usually follows acts such as those of the record, from the base rates in the program.
enum OutlookSection {
  /// The most sorts of acts that are told.
  private static let limit = 4

  static func section(for assessment: CaseAssessment) -> Section? {
    let subject = assessment.subject
    guard let table = try? ResponseTable.shipped(), !table.rows.isEmpty else { return nil }
    let pair: Set<ActorCode> = [subject.focal, subject.counterpart]
    let codes = subject.events.filter { event in
      event.exclusion == nil && !pair.isDisjoint(with: event.sources)
        && !pair.isDisjoint(with: event.targets)
    }.map(\.code)
    let rows = table.rows(fitting: codes)
    var blocks: [Block] = []
    if !rows.isEmpty {
      blocks.append(.list(rows.prefix(limit).map { Prose($0.sentence) }))
      blocks.append(
        .paragraph(
          Prose(
            "Base rates over many pairs (\(table.origin)); the day of the act is left out. They say "
              + "what usually follows such acts and nothing of this pair.")))
    }
    let names = "\(subject.focal) \(subject.counterpart)"
    if let store = subject.machineCoded?.store {
      blocks.append(
        .paragraph(
          "The chances of the next acts by this pair's own past: \(code: "demarche forecast --store \(store) \(names)")."
        ))
    } else {
      blocks.append(
        .paragraph(
          """
          Missing for chances of the next acts: a store of machine-coded events of this pair. \
          \(code: "demarche import") makes one, and \
          \(code: "demarche forecast --store STORE \(names)") reads it.
          """))
    }
    return Section(
      id: "outlook", title: "What usually follows", headline: rows.first.map { Prose($0.sentence) },
      blocks: blocks)
  }
}
