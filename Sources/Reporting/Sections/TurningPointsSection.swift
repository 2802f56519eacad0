import TimeSeries
import Assessment
import Diplomacy
import Relations

/// When the conduct of each side turned, how sure that is, and which named dates stand near.
enum TurningPointsSection {
  static func section(for assessment: CaseAssessment) -> Section? {
    let analysis = assessment.turningPoints
    let subject = assessment.subject
    guard analysis.directions.contains(where: { $0.refusal == nil }) else { return nil }
    var blocks: [Block] = [
      .paragraph(
        """
        A turn is a change in how often hostile acts come, in how many of them are deeds, or in how \
        often other acts come. It is named where conduct turned with four chances in five or more \
        within days that are no more than a third of the window; in simulated records without any \
        turn that happens in up to one of ten where acts come singly, and in a quarter to a half \
        where they come in bursts of a week or two. All divisions of the days into phases are weighed against each other exactly; two turns are expected \
        beforehand. A probability belongs to the days named with it: 60% says that of ten such \
        statements six should be right, and that four times in ten conduct did not turn in those \
        days.
        """),
      .figure(figure(of: analysis, in: subject)),
    ]
    for direction in analysis.directions {
      blocks.append(.heading(Glossary.name(direction.dyad, in: subject)))
      blocks += summary(of: direction)
    }
    if !analysis.dates.isEmpty {
      blocks.append(.heading("Named dates beside turns"))
      blocks.append(
        .paragraph(
          Prose(
            "Each date is set against every other day of the window. A small share says that few days chosen blindly would have a turn within \(analysis.reach) days as probable as this one; it says nothing of the cause."
          )))
      blocks.append(.table(dates(of: analysis, in: subject)))
    }
    if !analysis.orders.isEmpty {
      blocks.append(.heading("Who turned first"))
      blocks.append(.table(orders(of: analysis, in: subject)))
    }
    return Section(
      id: "turning-points", title: "Turning points",
      headline: Prose(headline(of: analysis, in: subject)), blocks: blocks)
  }

  private static func headline(of analysis: TurningPointAnalysis, in subject: Case) -> String {
    analysis.directions.map { direction in
      let name = Glossary.name(direction.dyad, in: subject)
      if let refusal = direction.refusal { return "\(name): \(refusal)" }
      guard !direction.points.isEmpty else {
        return
          "\(name) most likely did not turn (\(NumberFormat.percent(direction.anyTurn)) that it did)"
      }
      return "\(name) \(direction.points.map(words(of:)).joined(separator: ", and "))"
    }.joined(separator: "; ") + "."
  }

  /// A turn in words: as a fact where it is nearly one, and with its days where they are many.
  private static func words(of point: RelationTurningPoint) -> String {
    let verb = point.probability >= 0.8 ? "turned" : "may have turned"
    let days =
      point.span.length > 31 ? ", anywhere from \(point.span.first) to \(point.span.last)" : ""
    return
      "\(verb) \(point.isWorsening ? "worse" : "better") about \(point.day) (\(NumberFormat.percent(point.probability))\(days))"
  }

  private static func summary(of direction: DirectionTurningPoints) -> [Block] {
    if let refusal = direction.refusal { return [.paragraph(Prose("\(refusal)."))] }
    let numbers = direction.countProbability.enumerated().filter { $0.element >= 0.01 }
      .map { "\($0.offset): \(NumberFormat.percent($0.element))" }
    var blocks: [Block] = [
      .paragraph(
        Prose(
          "\(NumberFormat.count(direction.acts, "act")); Poisson counts of hostile and of other acts within a phase; \(memory(direction.inflation)). Number of turns: \(numbers.joined(separator: ", "))."
        ))
    ]
    guard !direction.points.isEmpty else { return blocks }
    blocks.append(
      .table(
        Table(
          caption: "Turns of \(direction.dyad)",
          columns: [
            .init("day", namesRows: true), .init("turned within"),
            .init("probability", .trailing), .init("mean weight before and after", .trailing),
            .init("rows near it", isWide: true),
          ],
          rows: direction.points.map { point in
            .init([
              Prose([.tight(point.day.description)]), Glossary.span(point.span),
              Prose(NumberFormat.percent(point.probability)),
              Prose(
                "\(NumberFormat.signed(point.levelBefore)) to \(NumberFormat.signed(point.levelAfter))"
              ),
              .rows(point.rows),
            ])
          }, narrow: .cards)))
    blocks.append(.list(direction.points.map { Prose($0.statement) }))
    return blocks
  }

  private static func memory(_ inflation: Double) -> String {
    inflation < 1.05
      ? "acts come no more in bursts than chance has it"
      : "chance differences inflated \(NumberFormat.short(inflation))-fold by acts that come in bursts"
  }

  private static func dates(of analysis: TurningPointAnalysis, in subject: Case) -> Table {
    Table(
      caption: "Named dates and the turns near them, the likeliest first",
      columns: [
        .init("date", namesRows: true), .init("direction"), .init("nearest turn"),
        .init("days to it", .trailing), .init("turn within \(analysis.reach) days", .trailing),
        .init("other days as near", .trailing),
      ],
      rows: nearest(analysis).map { match in
        .init([
          Prose(subject.dates.first { $0.id == match.date }?.what ?? match.date),
          Prose([.tight(match.dyad.description)]),
          Prose([.tight(match.nearest?.description ?? "none")]),
          Prose(match.distance.map { "\($0)" } ?? ""),
          Prose(NumberFormat.percent(match.probability)),
          Prose(NumberFormat.percent(match.placeboShare)),
        ])
      }, narrow: .cards)
  }

  /// The named dates with the likeliest turns near them, ten at most.
  private static func nearest(_ analysis: TurningPointAnalysis) -> [NamedDateTurn] {
    Array(
      analysis.dates.enumerated()
        .sorted { ($1.element.probability, $0.offset) < ($0.element.probability, $1.offset) }
        .prefix(10).map(\.element))
  }

  private static func orders(of analysis: TurningPointAnalysis, in subject: Case) -> Table {
    let focal = subject.name(of: subject.focal)
    let other = subject.name(of: subject.counterpart)
    return Table(
      caption: "Turns of both sides within 60 days of each other",
      columns: [
        .init("turn of \(focal)", namesRows: true), .init("turn of \(other)"),
        .init("\(focal) first", .trailing), .init("\(other) first", .trailing),
        .init("same day", .trailing),
      ],
      entries: analysis.orders.map {
        [
          $0.first.description, $0.second.description, NumberFormat.percent($0.focalFirst),
          NumberFormat.percent($0.otherFirst), NumberFormat.percent($0.sameDay),
        ]
      })
  }

  private static func figure(of analysis: TurningPointAnalysis, in subject: Case) -> Figure {
    let chart = TimeChart(
      span: subject.window,
      panels: analysis.directions.filter { $0.refusal == nil }.map { direction in
        .init(
          title: "\(Glossary.name(direction.dyad, in: subject)), probability of a turn",
          layers: [
            .steps(
              name: "days within which it turned", .solid(.sky, opacity: 0.3),
              direction.points.filter { $0.span.overlaps(subject.window) }.map {
                .init(
                  $0.span, to: $0.probability,
                  tip: "\($0.span): \(NumberFormat.percent($0.probability))")
              }),
            .bars(
              name: "turn on the day", .solid(.blue),
              direction.dayProbability.filter {
                $0.probability >= 0.01 && subject.window.contains($0.day)
              }.map {
                .init(
                  DateSpan($0.day), to: $0.probability,
                  tip: "\($0.day): \(NumberFormat.percent($0.probability, decimals: 1))")
              }),
          ], reference: 0, height: 110)
      }, marks: Glossary.marks(of: subject, in: subject.window, essential: true),
      sharesScale: true)
    return Figure(
      id: "turning-points-days", title: "Where conduct turned",
      description: "The higher the bar, the likelier that conduct turned on that day.",
      data: Table(
        caption: "The twenty likeliest days of a turn in each direction",
        columns: [
          .init("direction", namesRows: true), .init("day"), .init("probability", .trailing),
        ],
        entries: analysis.directions.flatMap { direction in
          direction.dayProbability.filter { $0.probability >= 0.01 }
            .sorted { ($1.probability, $0.day) < ($0.probability, $1.day) }.prefix(20)
            .map {
              [
                direction.dyad.description, $0.day.description,
                NumberFormat.percent($0.probability, decimals: 1),
              ]
            }
        }),
      drawing: chart)
  }
}
