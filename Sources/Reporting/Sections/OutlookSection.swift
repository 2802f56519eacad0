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
    blocks.append(
      .paragraph(
        Prose(
          subject.machineCoded?.store == nil
            ? "Missing for chances of the next acts: a store of machine-coded events of this pair; "
              + "none is named in the case."
            : "Chances of the next acts by this pair's own past come from the store that the case "
              + "names, by a forecast of \(subject.focal) and \(subject.counterpart).")))
    return Section(
      id: "outlook", title: "What usually follows", headline: rows.first.map { Prose($0.sentence) },
      blocks: blocks)
  }
}
