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
    var blocks: [Block] = [
      .callout(
        Callout(
          .note, title: "Verdict, by rule from the numbers",
          blocks: [.list(conduct.verdict.sentences.map { Prose($0) })])),
      .paragraph(
        """
        Every explanation is a set of expectations about one and the same model of the acts of \
        \(assessment.subject.name(of: assessment.subject.focal)). Evidence of the acts counts at \
        the power \(NumberFormat.short(conduct.power)).
        """),
      .figure(probabilities(of: conduct)),
    ]
    if let course = conduct.course, let figure = runningWeight(course, of: conduct, assessment) {
      blocks.append(.figure(figure))
    }
    blocks.append(.table(table(of: conduct)))
    if let pairs = conduct.pairs { blocks += self.blocks(of: pairs) }
    if !conduct.notes.isEmpty {
      blocks.append(
        .callout(
          Callout(
            .caution, title: "Bear in mind", blocks: [.list(conduct.notes.map { Prose($0) })])))
    }
    blocks += tracing(conduct)
    blocks.append(.heading("What would tell most"))
    blocks.append(.table(prospects(of: conduct)))
    if !conduct.counterfactuals.isEmpty {
      blocks.append(.heading("Had it been otherwise (model-based)"))
      blocks.append(.table(counterfactuals(of: conduct)))
    }
    return Section(
      id: "explanations", title: "Explanations compared",
      headline: headline(of: conduct), blocks: blocks)
  }

  /// The first sentence of the verdict, never without what the method can tell apart.
  private static func headline(of conduct: ConductAssessment) -> Prose? {
    guard let first = conduct.verdict.sentences.first else { return nil }
    guard let trust = conduct.trust else {
      return Prose(first + " What this record can tell apart was not examined.")
    }
    return Prose(
      "\(first) In simulated records of this kind the true story comes first in \(NumberFormat.percent(trust.accuracy)) of cases."
    )
  }

  private static func probabilities(of conduct: ConductAssessment) -> Figure {
    let rows = conduct.explanations.map { result in
      RangeChart.Row(
        label: result.id, value: result.posterior, low: result.posteriorRange.lowerBound,
        high: result.posteriorRange.upperBound,
        text: NumberFormat.fixed(result.posterior, decimals: 2))
    }
    return Figure(
      id: "explanations-probabilities", title: "Probability of each explanation",
      description: """
        The range is what ranges of likelihood in the other evidence allow.
        """,
      data: Table(
        caption: "Probability of each explanation",
        columns: [
          .init("explanation", namesRows: true), .init("prior", .trailing),
          .init("probability", .trailing), .init("from", .trailing), .init("to", .trailing),
          .init("acts alone", .trailing),
        ],
        entries: conduct.explanations.map { result in
          [result.id]
            + [
              result.prior, result.posterior, result.posteriorRange.lowerBound,
              result.posteriorRange.upperBound, result.fromActs,
            ].map { NumberFormat.fixed($0, decimals: 3) }
        }),
      drawing: RangeChart(rows: rows, axis: "probability", domain: 0...1, hasBars: true))
  }

  /// The running weight of evidence of the leading explanation against the next ones.
  private static func runningWeight(
    _ course: EvidenceCourse, of conduct: ConductAssessment, _ assessment: CaseAssessment
  ) -> Figure? {
    let order = conduct.explanations.sorted { $0.posterior > $1.posterior }.map(\.id)
    guard let first = order.first, order.count > 1,
      let leading = course.explanations.firstIndex(of: first),
      let start = course.steps.first?.from, let end = course.steps.last?.through,
      let span = DateSpan(from: start, through: end)
    else { return nil }
    let rivals = order.dropFirst().prefix(4).compactMap { id in
      course.explanations.firstIndex(of: id).map { (id: id, index: $0) }
    }
    let lines = rivals.enumerated().map { number, rival in
      TimeChart.Layer.line(
        name: "against \(rival.id)",
        Stroke(
          Paint.series(number), width: 2, dash: number % 2 == 0 ? [] : [6, 3]),
        zip(course.steps, course.runningWeight(for: leading, against: rival.index)).map {
          .init($0.through, $1)
        })
    }
    return Figure(
      id: "explanations-running-weight",
      title: "Running weight of evidence for \(first), in decibels",
      description: """
        How the evidence of the acts built up day by day; silence counts too. Ten \
        decibels are odds of ten to one, below zero the rival is ahead.
        """,
      data: Table(
        caption: "Steps of the evidence",
        columns: [
          .init("from", namesRows: true), .init("to"), .init("acts"),
        ] + rivals.map { .init("against \($0.id), dB", .trailing) },
        rows: course.steps.map { step in
          .init(
            [
              Prose([.tight(step.from.description)]), Prose([.tight(step.through.description)]),
              .rows(step.acts),
            ]
              + rivals.map { rival in
                Prose(
                  NumberFormat.signed(
                    course.weight(of: step, for: leading, against: rival.index), decimals: 2))
              })
        }),
      drawing: TimeChart(
        span: span,
        panels: [
          .init(
            title: "\(first) against its rivals, dB, from the acts alone", layers: lines,
            reference: 0, height: 220)
        ], marks: Glossary.marks(of: assessment.subject, in: span, essential: true)))
  }

  private static func table(of conduct: ConductAssessment) -> Table {
    Table(
      caption: "The explanations, and what each would make one expect to see",
      columns: [
        .init("explanation", namesRows: true), .init("story"), .init("expected signature"),
        .init("log evidence", .trailing), .init("sampling check", .trailing),
      ],
      rows: conduct.explanations.map { result in
        .init([
          Prose(result.id), Prose(result.statement), Prose(result.signature),
          Prose(NumberFormat.fixed(result.logEvidence, decimals: 2)),
          Prose(check(result.laplaceCheck)),
        ])
      })
  }

  /// How far importance sampling departs from Laplace's evidence on the draw that weighs most.
  private static func check(_ check: LaplaceCheck) -> String {
    let error = NumberFormat.fixed(check.standardError, decimals: 2)
    return "\(NumberFormat.signed(-check.difference, decimals: 2)) ± \(error)"
  }

  private static func tracing(_ conduct: ConductAssessment) -> [Block] {
    guard !conduct.tracing.groups.isEmpty || !conduct.tracing.refused.isEmpty else { return [] }
    var blocks: [Block] = [
      .heading("Evidence that is no act in the record"),
      .table(
        Table(
          caption: "Groups of evidence: each counts once; likelihoods by explanation",
          columns: [.init("group", namesRows: true), .init("items")]
            + conduct.tracing.explanations.map { .init($0, .trailing) },
          entries: conduct.tracing.groups.map { group in
            [group.name, group.items.joined(separator: ", ")]
              + zip(group.low, group.high).map(likelihood)
          })),
    ]
    if !conduct.tracing.refused.isEmpty {
      blocks.append(.list(conduct.tracing.refused.map { "Refused \($0.id): \($0.reason)" }))
    }
    return blocks
  }

  /// A log likelihood range as decibels against even odds.
  private static func likelihood(_ low: Double, _ high: Double) -> String {
    let from = NumberFormat.signed(EvidenceCourse.decibels(low))
    let to = NumberFormat.signed(EvidenceCourse.decibels(high))
    return from == to ? "\(from) dB" : "\(from) to \(to) dB"
  }

  private static func prospects(of conduct: ConductAssessment) -> Table {
    Table(
      caption: "Possible acts, documents and silences by expected information",
      columns: [
        .init("what", namesRows: true), .init("bits", .trailing), .init("from", .trailing),
        .init("to", .trailing), .init("basis"),
      ],
      entries: conduct.prospects.prefix(15).map { prospect in
        [
          prospect.text, NumberFormat.fixed(prospect.bits, decimals: 3),
          NumberFormat.fixed(prospect.range.lowerBound, decimals: 3),
          NumberFormat.fixed(prospect.range.upperBound, decimals: 3), prospect.basis.rawValue,
        ]
      })
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
