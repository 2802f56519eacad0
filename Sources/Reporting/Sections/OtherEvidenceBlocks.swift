import Assessment
import Conduct
import Diplomacy

/// The evidence that is no act in the record: each item with its text, its source and its weight.
struct OtherEvidenceBlocks {
  let assessment: CaseAssessment

  init(_ assessment: CaseAssessment) { self.assessment = assessment }

  /// The blocks; none where the case lists no such evidence.
  var blocks: [Block] {
    guard let conduct = assessment.conduct, !assessment.subject.evidence.isEmpty else { return [] }
    let refused = Dictionary(
      conduct.tracing.refused.map { ($0.id, $0.reason) }, uniquingKeysWith: { first, _ in first })
    let counted = assessment.subject.evidence.filter { refused[$0.id] == nil }
      .sorted { (spread($1), $0.id) < (spread($0), $1.id) }
    var blocks: [Block] = [
      .heading("Evidence that is no act in the record"),
      .paragraph(
        """
        Each item with how likely one would be to see it if a story were right, as one coder judges. \
        Items of one group depend on one another, and the group counts once. Those that tell the \
        stories apart most stand first.
        """),
    ]
    blocks += counted.map { .details(card($0)) }
    if !refused.isEmpty {
      blocks.append(
        .list(
          assessment.subject.evidence.compactMap { item in
            refused[item.id].map { "Not counted: \(item.text) (\($0))" }
          }))
    }
    return blocks
  }

  /// How far an item tells the stories apart: the ratio of its highest to its lowest likelihood.
  private func spread(_ item: EvidenceItem) -> Double {
    let middles = item.likelihoods.values.map { max(1e-6, ($0.lowerBound + $0.upperBound) / 2) }
    guard let low = middles.min(), let high = middles.max() else { return 1 }
    return high / low
  }

  private func card(_ item: EvidenceItem) -> Details {
    let ids = assessment.conduct?.explanations.map(\.id) ?? []
    let shares = ids.compactMap { id -> String? in
      guard let range = item.likelihoods[id] else { return nil }
      let low = NumberFormat.percent(range.lowerBound)
      let high = NumberFormat.percent(range.upperBound)
      return "\(id) \(low == high ? low : "\(low) to \(high)")"
    }
    let times = NumberFormat.significant(spread(item), digits: 2)
    var text: Prose = "\(Self.name(item.test)). "
    if !item.source.isEmpty {
      text = text + "Source: " + Prose(RecordSection.linked(item.source)) + ". "
    }
    if !item.group.isEmpty { text = text + "Group: \(item.group). " }
    if !item.events.isEmpty { text = text + "Rows: \(rows: item.events). " }
    return Details(
      summary: "\(item.text) (up to \(times) times as likely under one story as under another)",
      isCard: true,
      blocks: [
        .paragraph(text),
        .paragraph("How likely under each story: \(shares.joined(separator: "; "))."),
      ])
  }

  /// The kind of test that an item makes, in words.
  private static func name(_ test: EvidenceTest) -> String {
    switch test {
    case .hoop: "A hoop test: if the story is right, it must be seen"
    case .smokingGun: "A smoking gun: it is seen only if the story is right"
    case .strawInTheWind: "A straw in the wind: somewhat likelier under some stories"
    case .doublyDecisive: "Decisive either way"
    }
  }
}
