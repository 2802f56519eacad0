import Assessment
import Conduct
import Diplomacy

/// The rival explanations of the focal actor's conduct, compared.
enum ExplanationsSection {
  static func section(for assessment: CaseAssessment) -> Section? {
    if let refusal = assessment.conductRefusal {
      return Section(
        id: "explanations", title: "Explanations compared",
        headline: "The explanations could not be compared: \(refusal).")
    }
    guard let conduct = assessment.conduct else { return nil }
    let story = StoryAnswer(assessment, likelihood: .none)
    let verdict = [story.sentence, story.rival, story.reliability, story.change].compactMap { $0 }
    var blocks: [Block] = [
      .callout(Callout(.note, title: "What the comparison says", blocks: [.list(verdict)])),
      .paragraph(
        """
        Every story is a set of expectations about one and the same model of the acts of \
        \(assessment.subject.name(of: assessment.subject.focal)): what one should see if it is \
        right. The bars say how well each fits, from the acts and the other evidence together.
        """),
      .figure(probabilities(of: conduct)), .table(stories(of: conduct)),
    ]
    if let pairs = conduct.pairs { blocks += self.blocks(of: pairs) }
    if !conduct.notes.isEmpty {
      blocks.append(
        .callout(
          Callout(
            .caution, title: "Bear in mind", blocks: [.list(conduct.notes.map { Prose($0) })])))
    }
    blocks += OtherEvidenceBlocks(assessment).blocks
    if !conduct.counterfactuals.isEmpty {
      blocks.append(.heading("Had it been otherwise (by the model)"))
      blocks.append(.table(counterfactuals(of: conduct)))
    }
    return Section(
      id: "explanations", title: "Explanations compared", headline: story.sentence, blocks: blocks)
  }

  private static func probabilities(of conduct: ConductAssessment) -> Figure {
    let rows = conduct.explanations.map { result in
      RangeChart.Row(
        label: result.id, value: result.posterior, low: result.posteriorRange.lowerBound,
        high: result.posteriorRange.upperBound, text: NumberFormat.percent(result.posterior))
    }
    return Figure(
      id: "explanations-probabilities", title: "Probability of each story",
      description: "The line is what the ranges given to the other evidence allow.",
      data: Table(
        caption: "Probability of each story",
        columns: [
          .init("story", namesRows: true), .init("before the record", .trailing),
          .init("after it", .trailing), .init("from", .trailing), .init("to", .trailing),
          .init("from the acts alone", .trailing),
        ],
        entries: conduct.explanations.map { result in
          [result.id]
            + [
              result.prior, result.posterior, result.posteriorRange.lowerBound,
              result.posteriorRange.upperBound, result.fromActs,
            ].map { NumberFormat.percent($0, decimals: 1) }
        }),
      drawing: RangeChart(rows: rows, axis: "probability", domain: 0...1, hasBars: true))
  }

  private static func stories(of conduct: ConductAssessment) -> Table {
    Table(
      caption: "The stories, and what each would make one expect to see",
      columns: [
        .init("name", namesRows: true), .init("story"), .init("what one should see"),
      ],
      rows: conduct.explanations.map { result in
        .init([Prose(result.id), Prose(result.statement), Prose(result.signature)])
      }, narrow: .cards)
  }

  private static func counterfactuals(of conduct: ConductAssessment) -> Table {
    Table(
      caption: "Expected hostile acts in simulated courses of both actors (model-based)",
      columns: [
        .init("scenario", namesRows: true), .init("as it was", .trailing),
        .init("otherwise", .trailing), .init("difference, 90 %", .trailing),
      ],
      entries: conduct.counterfactuals.map { one in
        [
          one.scenario, NumberFormat.fixed(one.average.factual, decimals: 1),
          NumberFormat.fixed(one.average.altered, decimals: 1),
          "\(NumberFormat.signed(one.average.difference.lowerBound)) to \(NumberFormat.signed(one.average.difference.upperBound))",
        ]
      })
  }
}
