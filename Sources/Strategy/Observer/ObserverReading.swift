public import Games
import Foundation

/// What an onlooker should have believed about the focal player after each act, at one precision.
public struct ObserverReading: Hashable, Sendable, Codable {
  /// The chance of a type.
  public struct Belief: Hashable, Sendable, Codable {
    /// The type's id; `none` is the residual.
    public let type: String
    /// The chance.
    public let chance: Double
  }

  /// One act and the beliefs after it.
  public struct Step: Hashable, Sendable, Codable {
    /// The move and the option, as `apology: refuse`.
    public let act: String
    /// The player's id.
    public let by: String
    /// How likely each type was to act so; empty for the other side's acts, which tell nothing.
    public let likelihoods: [Belief]
    /// The beliefs after the act.
    public let beliefs: [Belief]
    /// The story type's likelihood over the mean of its rivals', the residual included.
    public let likelihoodRatio: Double?
  }

  /// A move with what it tells about the type, in bits, given what leads there.
  public struct Telling: Hashable, Sendable, Codable {
    /// The move and what went before.
    public let move: String
    /// The expected information, in bits.
    public let bits: Double
  }

  /// The precision of choice, per unit of payoff.
  public let lambda: Double
  /// The acts in order.
  public let steps: [Step]
  /// The logarithm of the chance of the focal player's acts over the types, by their prior.
  public let logLikelihood: Double
  /// The same for a player who takes every option evenly.
  public let residualLogLikelihood: Double
  /// Whether the types explain the acts worse than even choice does: then the beliefs among them
  /// explain nothing.
  public var explainsNothing: Bool {
    !steps.isEmpty && logLikelihood < residualLogLikelihood - 1e-9
  }
  /// The moves of the focal player, those that tell most first.
  public let telling: [Telling]
  /// The move after the observed acts that tells most; nil if the game has ended.
  public let nextAct: Telling?

  /// Whether two types were likely to act as was seen within a quarter of each other.
  func actsAlike(_ story: String, _ other: Int) -> Bool {
    var ratio = 1.0
    for step in steps where !step.likelihoods.isEmpty {
      guard let own = step.likelihoods.first(where: { $0.type == story }),
        other < step.likelihoods.count, step.likelihoods[other].chance > 0
      else { return false }
      ratio *= own.chance / step.likelihoods[other].chance
    }
    return ratio > 0.8 && ratio < 1.25
  }

  /// Reads the acts of a game at several precisions, with agent logit quantal responses.
  ///
  /// - Returns: One reading a precision that the path reaches.
  public static func readings(
    of tree: CrisisTree, lambdas: [Double], budget: SearchBudget = .unlimited
  ) -> [ObserverReading] {
    let laidOut: GameTree<Double> = tree.tree(at: tree.values.map(\.double))
    let sets = Dictionary(
      tree.labels.map { (Place(type: $1.type, history: $1.history, move: $1.move), $0) },
      uniquingKeysWith: min)
    var readings: [ObserverReading] = []
    for point in QuantalResponsePath(laidOut).points(at: lambdas, budget: budget) {
      if budget.isSpent { break }
      readings.append(ObserverReading(tree, laidOut, point, sets))
    }
    return readings
  }

  /// An information set by what went before.
  private struct Place: Hashable {
    let type: Int?
    let history: [CrisisTree.Taken]
    let move: Int
  }

  private init(
    _ tree: CrisisTree, _ laidOut: GameTree<Double>, _ point: QuantalResponsePath.Point,
    _ sets: [Place: Int]
  ) {
    let crisis = tree.crisis
    lambda = point.lambda
    let types = crisis.types.map(\.id) + ["none"]
    let prior =
      crisis.types.indices.map { index -> Double in
        let chance = crisis.types.count > 1 ? laidOut.chances[index] : 1
        return chance * (1 - crisis.residual)
      } + [crisis.residual]
    func likelihoods(_ history: [CrisisTree.Taken], _ move: Int, _ option: Int) -> [Double]? {
      guard crisis.moves[move].by == crisis.focal else { return nil }
      var list: [Double] = []
      for type in crisis.types.indices {
        guard let set = sets[Place(type: type, history: history, move: move)] else { return nil }
        list.append(point.profile[laidOut.offsets[set] + option])
      }
      return list + [1 / Double(crisis.moves[move].options.count)]
    }
    func paired(_ values: [Double]) -> [Belief] {
      zip(types, values).map { Belief(type: $0, chance: $1) }
    }
    var joint = prior
    var history: [CrisisTree.Taken] = []
    var steps: [Step] = []
    for act in tree.observed {
      let found = likelihoods(history, act.move, act.option)
      var ratio: Double?
      if let found {
        let story = tree.storyType
        var rivals = 0.0
        var mass = 0.0
        for index in joint.indices where index != story {
          rivals += joint[index] * found[index]
          mass += joint[index]
        }
        if rivals > 0 { ratio = found[story] / (rivals / mass) }
        for index in joint.indices { joint[index] *= found[index] }
      }
      let total = joint.reduce(0, +)
      steps.append(
        Step(
          act: "\(crisis.moves[act.move].id): \(crisis.moves[act.move].options[act.option])",
          by: crisis.moves[act.move].by, likelihoods: found.map(paired) ?? [],
          beliefs: paired(total > 0 ? joint.map { $0 / total } : prior), likelihoodRatio: ratio))
      history.append(act)
    }
    self.steps = steps
    logLikelihood = log(joint.dropLast().reduce(0, +) / (1 - crisis.residual))
    var even = 0.0
    for act in tree.observed where crisis.moves[act.move].by == crisis.focal {
      even -= log(Double(crisis.moves[act.move].options.count))
    }
    residualLogLikelihood = even

    var telling: [(history: [CrisisTree.Taken], telling: Telling)] = []
    for label in tree.labels.sorted(by: { $0.key < $1.key }).map(\.value) where label.type == 0 {
      var weights = prior
      var before: [CrisisTree.Taken] = []
      for act in label.history {
        if let found = likelihoods(before, act.move, act.option) {
          for index in weights.indices { weights[index] *= found[index] }
        }
        before.append(act)
      }
      let total = weights.reduce(0, +)
      var bits = 0.0
      for option in crisis.moves[label.move].options.indices where total > 0 {
        guard let found = likelihoods(before, label.move, option) else { continue }
        let mean = zip(weights, found).reduce(0) { $0 + $1.0 / total * $1.1 }
        for (weight, chance) in zip(weights, found) where weight > 0 && chance > 0 && mean > 0 {
          bits += weight / total * chance * log2(chance / mean)
        }
      }
      let path = before.map { crisis.moves[$0.move].options[$0.option] }.joined(separator: " > ")
      let name = crisis.moves[label.move].id + (path.isEmpty ? "" : " after \(path)")
      telling.append((before, Telling(move: name, bits: bits)))
    }
    // Moves that tell the same but for rounding stand in the order of the tree.
    telling = telling.enumerated().sorted { first, second in
      let a = (first.element.telling.bits * 1e9).rounded()
      let b = (second.element.telling.bits * 1e9).rounded()
      return a == b ? first.offset < second.offset : a > b
    }.map(\.element)
    self.telling = telling.map(\.telling)
    let seen = history
    nextAct =
      telling.first {
        $0.history.count >= seen.count && Array($0.history.prefix(seen.count)) == seen
      }?
      .telling
  }
}
