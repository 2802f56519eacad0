import Diplomacy
import EventData

/// Reads evidence.yaml.
struct EvidenceFile {
  let names: CaseNames
  let problems: FileProblems

  /// What the file holds: items that count, and drafts that do not.
  struct Contents {
    var evidence: [EvidenceItem] = []
    var prospects: [EvidenceItem] = []
    var draftedEvidence: [EvidenceItem] = []
    var draftedProspects: [EvidenceItem] = []
  }

  private static let keys = [
    "id", "text", "test", "group", "events", "likelihoods", "source", "draft",
  ]
  private static let required = ["id", "text", "test", "likelihoods"]

  func read(_ node: YAMLNode) -> Contents {
    guard
      let root = Section(node, "evidence.yaml", known: ["evidence", "prospects"], problems)
    else { return Contents() }
    var taken: Set<String> = []
    let evidence = root.list("evidence").compactMap { item($0, "an item of evidence", &taken) }
    let prospects = root.list("prospects").compactMap { item($0, "a prospect", &taken) }
    func items(_ all: [(item: EvidenceItem, isDraft: Bool)], _ isDraft: Bool) -> [EvidenceItem] {
      all.filter { $0.isDraft == isDraft }.map(\.item)
    }
    return Contents(
      evidence: items(evidence, false), prospects: items(prospects, false),
      draftedEvidence: items(evidence, true), draftedProspects: items(prospects, true))
  }

  private func item(
    _ node: YAMLNode, _ name: String, _ taken: inout Set<String>
  ) -> (item: EvidenceItem, isDraft: Bool)? {
    guard let section = Section(node, name, known: Self.keys, required: Self.required, problems)
    else { return nil }
    let id = HeadSection.id(section, &taken)
    let text = section.statedText("text")
    let test = section.word("test", EvidenceTest.self)
    let events = section.texts("events")
    for event in events { checkRow(event.text, event.line) }
    let likelihoods = section["likelihoods"].map { self.likelihoods($0) }
    if section.isMissing("source") {
      problems.flaw(section.line, "\(name) names no source", "add source:, where it comes from")
    }
    guard let id, let text, let test, let likelihoods else { return nil }
    let item = EvidenceItem(
      id: id, text: text, test: test, group: section.text("group") ?? "",
      events: events.map(\.text), likelihoods: likelihoods, source: section.text("source") ?? "")
    return (item, section.isDraft)
  }

  /// Reports a row that is missing, or that counts already as an act.
  private func checkRow(_ id: String, _ line: Int) {
    guard let record = names.record else { return }
    guard let row = record.index.row(id) else {
      names.checkRow(id, "events", line, problems)
      return
    }
    if record.index.takesPart(row: row) {
      problems.error(
        line, "the row '\(id)' counts already as an act of the record",
        "leave it out: no act is counted twice")
      return
    }
    var act = row
    for _ in 0..<64 { act = record.sameAs[act] ?? act }
    if record.index.takesPart(row: act) {
      problems.note(
        line, "the row '\(id)' is a second report of an act that counts already",
        "see that the item does not say the same again")
    } else {
      problems.note(
        line, "the row '\(id)' takes no part in computations, so the comparison refuses the item",
        "drop the item, or rest it on another source")
    }
  }

  private func likelihoods(_ node: YAMLNode) -> [String: ClosedRange<Double>] {
    guard case .mapping(let entries) = node.value else {
      problems.error(
        node.line, "likelihoods is \(node.shape), not explanations with numbers",
        "write { \(names.explanations.first ?? "insulation"): 0.6 }")
      return [:]
    }
    var likelihoods: [String: ClosedRange<Double>] = [:]
    for entry in entries {
      if names.knowsHead, !names.explanations.contains(entry.key) {
        problems.error(
          entry.line, "likelihoods names '\(entry.key)', which is no explanation of case.yaml",
          Nearest.word(to: entry.key, among: names.explanations).map { "write '\($0)'" }
            ?? "the explanations are \(names.explanations.joined(separator: ", "))")
      }
      if let range = range(entry) { likelihoods[entry.key] = range }
    }
    return likelihoods
  }

  /// A number, or two for a range.
  private func range(_ entry: YAMLEntry) -> ClosedRange<Double>? {
    var texts: [String] = []
    switch entry.node.value {
    case .scalar(let text): texts = [text]
    case .list(let nodes):
      for node in nodes { if case .scalar(let text) = node.value { texts.append(text) } }
      if nodes.count != 2 { texts = [] }
    default: break
    }
    let numbers = texts.compactMap(Double.init)
    guard !texts.isEmpty, numbers.count == texts.count, let low = numbers.first,
      let high = numbers.last
    else {
      problems.error(
        entry.line, "the likelihood under '\(entry.key)' is neither a number nor a range",
        "write 0.6 or [0.3, 0.6]")
      return nil
    }
    guard (0...1).contains(low), (0...1).contains(high) else {
      problems.error(
        entry.line, "the likelihood under '\(entry.key)' is out of range",
        "write numbers above 0 and up to 1")
      return nil
    }
    guard low > 0 else {
      problems.error(
        entry.line,
        "the likelihood under '\(entry.key)' is 0: one such item would rule an explanation out for good",
        "write what is left for a mistake, such as 0.01")
      return nil
    }
    guard low <= high else {
      problems.error(
        entry.line, "the range under '\(entry.key)' ends before it starts",
        "write the smaller number first")
      return nil
    }
    return low...high
  }
}
