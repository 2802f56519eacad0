extension ConductKind {
  /// What a pending goal does to conduct; insulation and orchestration differ in who designed it, not
  /// in the acts.
  private static let goalPending: [Coefficient: CoefficientPrior] = [
    .goalHostile: CoefficientPrior(median: 1.2, spread: 0.35),
    .goalConciliatory: CoefficientPrior(median: 0.6, spread: 0.4),
    .goalClosure: CoefficientPrior(median: 1.2, spread: 0.4),
  ]

  /// The kinds of conduct that a case can name.
  public static let table: [ConductKind] = [
    ConductKind(
      name: "insulation",
      signature: """
        Hostile acts stay frequent and contacts stay shut until the goal is safe, whatever the \
        other side does; conciliation received changes little; easing comes with the goal, not \
        with redress.
        """,
      active: goalPending,
      dates: .goal),
    ConductKind(
      name: "grievance",
      signature: """
        Hostile acts start with the grievance and stay frequent until redress is given; \
        conciliation received lowers them; the goal's date changes nothing.
        """,
      active: [
        .redressHostile: CoefficientPrior(median: 1.2, spread: 0.35),
        .redressConciliatory: CoefficientPrior(median: 0.6, spread: 0.4),
        .redressClosure: CoefficientPrior(median: 1.0, spread: 0.4),
        .appeasement: CoefficientPrior(median: 0.4, spread: 0.5),
      ],
      dates: .redress),
    ConductKind(
      name: "cooling",
      signature: """
        Hostile acts start with the grievance and grow rarer with time, though no redress is given; \
        conciliation received lowers them a little; the demands are no longer repeated.
        """,
      active: [
        .redressHostile: CoefficientPrior(median: 1.4, spread: 0.35),
        .redressConciliatory: CoefficientPrior(median: 0.6, spread: 0.4),
        .redressClosure: CoefficientPrior(median: 1.2, spread: 0.4),
        .appeasement: CoefficientPrior(median: 0.2, spread: 0.5),
      ],
      dates: .redress, fades: true),
    ConductKind(
      name: "withdrawal",
      signature: """
        Hostile acts rise when something given is taken back, such as redress or a concession, and \
        stay frequent until it is given again; before that day they are no more frequent than usual.
        """,
      active: [
        .redressHostile: CoefficientPrior(median: 1.2, spread: 0.35),
        .redressConciliatory: CoefficientPrior(median: 0.6, spread: 0.4),
        .redressClosure: CoefficientPrior(median: 1.0, spread: 0.4),
        .reactionHostile: CoefficientPrior(median: 0.15, spread: 0.5),
      ],
      dates: .redress),
    ConductKind(
      name: "reciprocity",
      signature: """
        Most hostile acts follow a hostile act of the other side within days or weeks, and \
        conciliatory acts follow conciliatory ones; quiet is answered with quiet.
        """,
      active: [
        .reactionHostile: CoefficientPrior(median: 0.5, spread: 0.3),
        .reactionConciliatory: CoefficientPrior(median: 0.5, spread: 0.3),
        .reactionClosure: CoefficientPrior(median: 0.3, spread: 0.4),
        .appeasement: CoefficientPrior(median: 0.4, spread: 0.5),
      ]),
    ConductKind(
      name: "rally",
      signature: """
        Hostile acts cluster in the weeks after domestic shocks, whatever the other side did.
        """,
      active: [.shockHostile: CoefficientPrior(median: 1.4, spread: 0.35)],
      dates: .shocks),
    ConductKind(
      name: "bargaining",
      signature: """
        Hostile acts build up before negotiating rounds, conciliatory acts follow them, and \
        concessions received lower the pressure.
        """,
      active: [
        .roundHostile: CoefficientPrior(median: 1.4, spread: 0.35),
        .roundConciliatory: CoefficientPrior(median: 0.8, spread: 0.4),
        .appeasement: CoefficientPrior(median: 0.3, spread: 0.5),
      ],
      dates: .rounds),
    ConductKind(
      name: "drift",
      signature: """
        The rate of hostile acts changes slowly over the whole period, without a break at any of \
        the named dates.
        """,
      active: [
        .trend: CoefficientPrior(median: 0, spread: 1.5),
        .bend: CoefficientPrior(median: 0, spread: 1),
      ]),
    ConductKind(
      name: "orchestration",
      signature: """
        As with insulation, hostile acts stay frequent until the goal is safe; that an ally shared \
        in the design leaves no trace in the acts between the two sides, so only other evidence \
        can tell the two apart.
        """,
      active: goalPending,
      dates: .goal),
    ConductKind(
      name: constantRate,
      signature: """
        Nothing shows: acts come at a constant rate, whatever the dates, and cluster no more than \
        acts do anyway.
        """,
      active: [
        .trend: CoefficientPrior(median: 0, spread: 0.02),
        .bend: CoefficientPrior(median: 0, spread: 0.02),
      ],
      others: CoefficientPrior(median: 0.01, spread: 0.3)),
    ConductKind(
      name: "none",
      signature: """
        None of the listed stories: any mixture of their traces, weak or strong, with no one \
        pattern.
        """,
      active: [
        .trend: CoefficientPrior(median: 0, spread: 0.7),
        .bend: CoefficientPrior(median: 0, spread: 0.5),
      ],
      others: CoefficientPrior(median: 0.25, spread: 0.9)),
  ]
}
