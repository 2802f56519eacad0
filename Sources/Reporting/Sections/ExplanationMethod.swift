import Assessment
import Conduct
import Diplomacy

/// The comparison of explanations in the words of its method, for those who check it.
enum ExplanationMethod {
  /// The blocks; none where the explanations were not compared.
  static func blocks(for assessment: CaseAssessment) -> [Block] {
    guard let conduct = assessment.conduct else { return [] }
    var blocks: [Block] = [
      .heading("The comparison of explanations, in the words of its method"),
      .list(ConductVerdictText.sentences(of: conduct).map { Prose($0) }),
      .table(evidence(of: conduct)),
    ]
    if let course = conduct.course, let figure = runningWeight(course, of: conduct, assessment) {
      blocks.append(.figure(figure))
    }
    if let pairs = conduct.pairs { blocks.append(.table(gains(of: pairs))) }
    if !conduct.tracing.groups.isEmpty { blocks.append(.table(groups(of: conduct.tracing))) }
    if let robustness = conduct.robustness { blocks.append(.table(omissions(of: robustness))) }
    return blocks
  }

  private static func evidence(of conduct: ConductAssessment) -> Table {
    Table(
      caption: "Log evidence of the acts, in nats, and its check by importance sampling",
      columns: [
        .init("explanation", namesRows: true), .init("log evidence", .trailing),
        .init("sampling check", .trailing),
      ],
      entries: conduct.explanations.map { result in
        [
          result.id, NumberFormat.fixed(result.logEvidence, decimals: 2),
          check(result.laplaceCheck),
        ]
      })
  }

  /// How far importance sampling departs from Laplace's evidence on the draw that weighs most.
  private static func check(_ check: LaplaceCheck) -> String {
    let error = NumberFormat.fixed(check.standardError, decimals: 2)
    return "\(NumberFormat.signed(-check.difference, decimals: 2)) ± \(error)"
  }

  private static func gains(of pairs: ExplanationPairs) -> Table {
    Table(
      caption: "The best pairs of stories, in decibels over the better of the two alone",
      columns: [.init("pair", namesRows: true), .init("gain", .trailing)],
      entries: pairs.pairs.prefix(6).map {
        ["\($0.first) and \($0.second)", NumberFormat.signed($0.gain)]
      })
  }

  private static func groups(of tracing: ProcessTracing) -> Table {
    Table(
      caption:
        "Groups of other evidence: each counts once; likelihoods by explanation, in decibels",
      columns: [.init("group", namesRows: true), .init("items")]
        + tracing.explanations.map { .init($0, .trailing) },
      entries: tracing.groups.map { group in
        [group.name, group.items.joined(separator: ", ")] + zip(group.low, group.high).map(decibels)
      })
  }

  /// A log likelihood range as decibels against certainty.
  private static func decibels(_ low: Double, _ high: Double) -> String {
    let from = NumberFormat.signed(EvidenceCourse.decibels(low))
    let to = NumberFormat.signed(EvidenceCourse.decibels(high))
    return from == to ? from : "\(from) to \(to)"
  }

  private static func omissions(of report: RobustnessReport) -> Table {
    let all = (report.withoutAct + report.withoutSource).sorted {
      ($1.lostLead, $0.name) < ($0.lostLead, $1.name)
    }
    return Table(
      caption:
        "Acts and publishers whose loss costs \(report.leading) most of its lead over \(report.second) (\(NumberFormat.signed(report.lead)) dB)",
      columns: [.init("left out", namesRows: true), .init("lead lost, dB", .trailing)],
      entries: all.prefix(12).map { [$0.name, NumberFormat.signed($0.lostLead)] })
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
    func weight(_ step: EvidenceCourse.Step) -> Double {
      rivals.map { abs(course.weight(of: step, for: leading, against: $0.index)) }.max() ?? 0
    }
    let shown = course.steps.enumerated()
      .sorted { (weight($1.element), $0.offset) < (weight($0.element), $1.offset) }.prefix(20)
      .sorted { $0.offset < $1.offset }.map(\.element)
    return Figure(
      id: "explanations-running-weight",
      title: "Running weight of evidence for \(first), in decibels",
      description: """
        How the evidence of the acts built up day by day; silence counts too. Ten \
        decibels are odds of ten to one, below zero the rival is ahead.
        """,
      data: Table(
        caption: "The twenty weightiest steps of the evidence",
        columns: [
          .init("from", namesRows: true), .init("to"), .init("acts"),
        ] + rivals.map { .init("against \($0.id), dB", .trailing) },
        rows: shown.map { step in
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
}
