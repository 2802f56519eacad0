import Games
extension CrisisModel {
  /// The insulation game: a player may shut a channel so that a lever held over it loses its force.
  ///
  /// A wants an accord that B would rather block. B's lever works better through an open channel. A is
  /// deliberate (closes to shield the accord) or aggrieved (closes over a wrong it wants redressed);
  /// in the longer form it may also be domestic: it gains at home from being cold, whatever the
  /// accord, and warms to its own calendar. The values are illustrative.
  ///
  /// - Parameter withDomesticType: Whether the third type is in the game.
  public static func insulation(withDomesticType: Bool = false) -> CrisisModel {
    func parameter(_ name: String, _ value: Rational, _ what: String) -> Parameter {
      Parameter(name: name, value: value, what: what, basis: "illustrative")
    }
    var parameters = [
      parameter("pi", Rational("0.5") ?? 0, "chance that A is deliberate"),
      parameter("V", 10, "worth of the accord to a deliberate A"),
      parameter("v", 1, "worth of the accord to another A"),
      parameter("L", 8, "what the accord costs B"),
      parameter("qo", Rational("0.6") ?? 0, "chance that the lever works through an open channel"),
      parameter("qk", Rational("0.1") ?? 0, "chance that the lever works past a closed channel"),
      parameter("co", 1, "cost to B of pulling the lever, channel open"),
      parameter("ck", 2, "cost to B of pulling the lever, channel closed"),
      parameter("x", 1, "what A suffers from the lever, channel open"),
      parameter("xk", Rational("0.5") ?? 0, "what A suffers from the lever, channel closed"),
      parameter("k", 3, "cost to A of a closed channel"),
      parameter("k1", 1, "cost to A of a channel closed and reopened"),
      parameter("f", 1, "cost to A of staying cold"),
      parameter("u", 2, "humiliation of an aggrieved A that thaws without redress"),
      parameter("g", 2, "grievance swallowed with the channel open"),
      parameter("s", 3, "redress to an aggrieved A that accepts the apology"),
      parameter("alpha", Rational("1.5") ?? 0, "cost to B of apologising"),
      parameter("m", 1, "loss to B of bad relations"),
      parameter("n", 1, "further loss to B if A stays cold"),
    ]
    var types = [
      ActorType(id: "deliberate", what: "shields the accord", chance: "pi"),
      ActorType(id: "aggrieved", what: "wants a wrong redressed", chance: "1 - pi"),
    ]
    if withDomesticType {
      parameters.append(parameter("rho", Rational("0.2") ?? 0, "chance that A is domestic"))
      parameters.append(parameter("d", 4, "gain at home to a domestic A from lasting coldness"))
      types[0].chance = "(1 - rho) * pi"
      types[1].chance = "(1 - rho) * (1 - pi)"
      types.append(ActorType(id: "domestic", what: "gains at home from coldness", chance: "rho"))
    }
    return CrisisModel(
      title: "The insulation game",
      players: [Player(id: "A", name: "A"), Player(id: "B", name: "B")],
      focal: "A", parameters: parameters, types: types,
      channels: [
        Channel(
          id: "contact", what: "contact at the top", closedBy: ["channel": ["close"]],
          reopenedBy: ["apology": ["accept"]])
      ],
      levers: [
        Lever(
          id: "lever", what: "B's means of blocking the accord", holder: "B", over: "A",
          through: "contact",
          pulledBy: ["closed": ["press"], "reopened": ["press"], "open": ["press"]],
          whenOpen: "qo", whenClosed: "qk")
      ],
      moves: insulationMoves, stakes: insulationStakes(withDomesticType: withDomesticType),
      storyType: "deliberate",
      observed: [
        ObservedAct(move: "channel", option: "close"),
        ObservedAct(move: "closed", option: "apologise"),
        ObservedAct(move: "apology", option: "refuse"),
        ObservedAct(move: "relation", option: "thaw"),
      ])
  }

  private static var insulationMoves: [Move] {
    [
      Move(id: "channel", by: "A", what: "the channel", options: ["close", "open"]),
      Move(
        id: "closed", by: "B", what: "the answer to a closed channel",
        options: ["apologise", "press", "wait"], after: [["channel": ["close"]]]),
      Move(
        id: "apology", by: "A", what: "the apology", options: ["accept", "refuse"],
        after: [["closed": ["apologise"]]]),
      Move(
        id: "reopened", by: "B", what: "what to do with a reopened channel",
        options: ["press", "wait"], after: [["apology": ["accept"]]]),
      Move(
        id: "relation", by: "A", what: "the relation once the accord is settled",
        options: ["thaw", "freeze"],
        after: [["closed": ["press", "wait"]], ["apology": ["refuse"]]]),
      Move(
        id: "open", by: "B", what: "what to do with an open channel", options: ["press", "wait"],
        after: [["channel": ["open"]]]),
    ]
  }

  private static func insulationStakes(withDomesticType: Bool) -> [Stake] {
    let others = withDomesticType ? ["aggrieved", "domestic"] : ["aggrieved"]
    let signed = ["fails", "unused"]
    let pulledShut: [Condition] = [["closed": ["press"]]]
    let pulledOpen: [Condition] = [["reopened": ["press"]], ["open": ["press"]]]
    var stakes = [
      Stake(
        what: "the accord", to: "A", amount: "V",
        when: [["type": ["deliberate"], "lever": signed]]),
      Stake(what: "the accord", to: "A", amount: "v", when: [["type": others, "lever": signed]]),
      Stake(what: "the accord's cost", to: "B", amount: "-L", when: [["lever": signed]]),
      Stake(what: "suffering, channel open", to: "A", amount: "-x", when: pulledOpen),
      Stake(what: "suffering, channel closed", to: "A", amount: "-xk", when: pulledShut),
      Stake(what: "pressing, channel open", to: "B", amount: "-co", when: pulledOpen),
      Stake(what: "pressing, channel closed", to: "B", amount: "-ck", when: pulledShut),
      Stake(what: "a closed channel", to: "A", amount: "-k", when: [["contact": ["closed"]]]),
      Stake(what: "a reopened channel", to: "A", amount: "-k1", when: [["contact": ["reopened"]]]),
      Stake(what: "the apology", to: "B", amount: "-alpha", when: [["closed": ["apologise"]]]),
      Stake(what: "bad relations", to: "B", amount: "-m", when: [["contact": ["closed"]]]),
      Stake(what: "lasting coldness", to: "B", amount: "-n", when: [["relation": ["freeze"]]]),
      Stake(what: "coldness", to: "A", amount: "-f", when: [["relation": ["freeze"]]]),
      Stake(
        what: "thaw without redress", to: "A", amount: "-u",
        when: [["type": ["aggrieved"], "relation": ["thaw"]]]),
      Stake(
        what: "grievance swallowed", to: "A", amount: "-g",
        when: [["type": ["aggrieved"], "channel": ["open"]]]),
      Stake(
        what: "redress", to: "A", amount: "s",
        when: [["type": ["aggrieved"], "apology": ["accept"]]]),
    ]
    if withDomesticType {
      stakes.append(
        Stake(
          what: "applause at home", to: "A", amount: "d",
          when: [["type": ["domestic"], "contact": ["closed"]]]))
    }
    return stakes
  }
}
