import Assessment
import Conduct
import Diplomacy

/// For each act of the focal actor, the probability that it answered an act of the other side.
enum ReactionsSection {
  static func section(for assessment: CaseAssessment) -> Section? {
    guard let conduct = assessment.conduct, !conduct.reactions.isEmpty else { return nil }
    let subject = assessment.subject
    return Section(
      id: "reactions", title: "Reaction or initiative", headline: headline(conduct, subject),
      blocks: [
        .paragraph(
          """
          A probability, never a fact: even with the true model the most probable origin of an act \
          is the right one in two thirds to three quarters of simulated cases. Momentum is an act \
          that followed the actor's own earlier acts.
          """),
        .figure(figure(of: conduct, in: subject)),
        .table(sides(of: conduct, in: subject)),
      ])
  }

  private static func headline(_ conduct: ConductAssessment, _ subject: Case) -> Prose? {
    let parts = conduct.sides.map { side in
      "\(subject.name(of: side.actor)): \(NumberFormat.percent(side.reaction)) of \(side.hostileActs) hostile acts in reaction, \(NumberFormat.percent(side.initiative)) on its own initiative"
    }
    return Prose(parts.joined(separator: "; ") + ".")
  }

  private static func figure(of conduct: ConductAssessment, in subject: Case) -> Figure {
    let roles: [(role: ActRole, name: String, paint: Paint)] = [
      (.hostile, "hostile", .vermilion), (.closure, "closure of contact", .purple),
      (.conciliatory, "conciliatory", .blue),
    ]
    let layers = roles.compactMap { role -> TimeChart.Layer? in
      let bars = conduct.reactions.filter { $0.role == role.role }.map { act in
        TimeChart.Bar(
          act.date, to: act.probabilityReaction,
          tip: "\(act.id): \(NumberFormat.percent(act.probabilityReaction)) reaction")
      }
      return bars.isEmpty ? nil : .bars(name: role.name, .solid(role.paint, opacity: 0.8), bars)
    }
    return Figure(
      id: "reactions-timeline",
      title: "Probability that an act of \(subject.name(of: subject.focal)) was a reaction",
      description: "Each bar is one act on its date; its height is the probability of reaction.",
      data: Table(
        caption: "Acts and what they may have answered",
        columns: [
          .init("act", namesRows: true), .init("date"), .init("kind"),
          .init("reaction", .trailing), .init("90 %", .trailing), .init("momentum", .trailing),
          .init("initiative", .trailing), .init("to"),
        ],
        rows: conduct.reactions.map { act in
          .init([
            .rows([act.id]), Prose([.tight(act.date.description)]), Prose(act.role.rawValue),
            Prose(NumberFormat.percent(act.probabilityReaction)),
            Prose(
              "\(NumberFormat.percent(act.interval.lowerBound)) to \(NumberFormat.percent(act.interval.upperBound))"
            ),
            Prose(NumberFormat.percent(act.probabilityMomentum)),
            Prose(NumberFormat.percent(act.probabilityInitiative)),
            .rows(act.to.filter { $0.probability >= 0.05 }.map(\.id), limit: 4),
          ])
        }),
      drawing: TimeChart(
        span: subject.window,
        panels: [
          .init(title: "probability of reaction", layers: layers, reference: 1, height: 150)
        ], marks: Glossary.marks(of: subject, in: subject.window, essential: true)))
  }

  private static func sides(of conduct: ConductAssessment, in subject: Case) -> Table {
    Table(
      caption: "Both sides, read with the same model",
      columns: [
        .init("actor", namesRows: true), .init("hostile acts", .trailing),
        .init("conciliatory acts", .trailing), .init("initiative", .trailing),
        .init("reaction", .trailing), .init("momentum", .trailing),
      ],
      entries: conduct.sides.map { side in
        [
          subject.name(of: side.actor), String(side.hostileActs), String(side.conciliatoryActs),
          NumberFormat.percent(side.initiative), NumberFormat.percent(side.reaction),
          NumberFormat.percent(side.momentum),
        ]
      })
  }
}
