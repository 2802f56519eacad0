/// The answer to "was it rational?" for a crisis game and the acts that were seen.
public struct CrisisGameAnalysis: Hashable, Sendable, Codable {
  /// One inequality of the region.
  public struct Condition: Hashable, Sendable, Codable {
    /// Whose choice it is about.
    public let reason: String
    /// The inequality in words.
    public let text: String
    /// Whether it holds at the analyst's values.
    public let holds: Bool
  }

  /// The title of the game.
  public let title: String
  /// The parameters with the analyst's values.
  public let parameters: [CrisisModel.Parameter]
  /// The number of pure perfect Bayesian equilibria at the analyst's values.
  public let equilibria: Int
  /// How many of them contain the observed acts.
  public let supporting: Int
  /// The conditions of the profile with the observed acts; empty if none was found anywhere near.
  public let conditions: [Condition]
  /// Whether the conditions are exact, and not only sufficient.
  public let isExact: Bool
  /// How far each parameter may move alone before the answer changes, nearest first.
  public let margins: [ParameterMargin]
  /// The observer's beliefs at each precision.
  public let readings: [ObserverReading]
  /// The conclusion, by rule.
  public let sentence: String

  /// Analyses a game.
  ///
  /// - Parameters:
  ///   - crisis: The game with the observed acts.
  ///   - lambdas: The precisions of choice at which the observer reads the acts.
  ///   - budget: When to give up.
  /// - Throws: ``CrisisModelError`` if the description is wrong.
  public init(
    _ crisis: CrisisModel, lambdas: [Double] = [0.25, 0.5, 1, 2],
    budget: SearchBudget = .unlimited
  ) throws(CrisisModelError) {
    let tree = try CrisisTree(crisis)
    let acts = tree.observed
    let found = Self.profiles(tree, budget)
    let story = found.filter { tree.plays($0, type: tree.storyType, acts: acts) }
    title = crisis.title
    parameters = crisis.parameters
    equilibria = found.count
    supporting = story.count
    let profile = story.first ?? Self.nearbyStory(tree, budget)
    let names = crisis.parameters.map(\.name)
    if let profile {
      let region = EquilibriumRegion(tree, choices: profile)
      conditions = region.requirements.map {
        Condition(reason: $0.reason, text: $0.text(names), holds: $0.holds(at: tree.values))
      }
      isExact = region.isExact
      margins = ParameterMargin.margins(of: region, in: crisis)
    } else {
      conditions = []
      isExact = true
      margins = []
    }
    readings = ObserverReading.readings(of: tree, lambdas: lambdas, budget: budget)
    sentence = Self.sentence(
      crisis, supporting: supporting, margins: margins, readings: readings,
      isAnywhere: profile != nil)
  }

  private static func profiles(_ tree: CrisisTree, _ budget: SearchBudget) -> [[Int]] {
    PureEquilibria<Rational>(tree.tree(at: tree.values), tolerance: 0)
      .list(limit: 10_000, budget: budget).profiles
  }

  /// A profile with the observed acts that is an equilibrium when one parameter takes another value.
  private static func nearbyStory(_ tree: CrisisTree, _ budget: SearchBudget) -> [Int]? {
    let acts = tree.observed
    for factor in [Rational(1, over: 2), 2, Rational(1, over: 5), 5, 0] {
      for parameter in tree.crisis.parameters {
        let value = parameter.value * factor
        if let low = parameter.low, value < low { continue }
        if let high = parameter.high, value > high { continue }
        guard let moved = tree.crisis.setting([parameter.name: value]),
          let other = try? CrisisTree(moved)
        else { continue }
        let match = profiles(other, budget).first {
          other.plays($0, type: other.storyType, acts: acts)
        }
        if let match { return match }
      }
    }
    return nil
  }

  private static func sentence(
    _ crisis: CrisisModel, supporting: Int, margins: [ParameterMargin],
    readings: [ObserverReading], isAnywhere: Bool
  ) -> String {
    var parts: [String] = []
    let nearest = margins.first { $0.share != nil }
    let move = nearest.map { margin -> String in
      let percent = Int(((margin.share ?? 0) * 100).rounded())
      return "the nearest edge is \(percent) % away, along \(margin.name)"
    }
    if supporting > 0 {
      parts.append(
        "At the analyst's values the acts are part of an equilibrium for a "
          + "\(crisis.storyType) player" + (move.map { "; \($0)" } ?? "") + ".")
    } else if isAnywhere {
      parts.append(
        "At the analyst's values no pure equilibrium contains the acts for a "
          + "\(crisis.storyType) player; they become one at other values"
          + (move.map { ", and \($0)" } ?? "") + ".")
    } else {
      parts.append(
        "No pure equilibrium contains the acts for a \(crisis.storyType) player, at the analyst's "
          + "values or with any one parameter halved, doubled, cut to a fifth, raised fivefold or "
          + "set to 0.")
    }
    let chances = readings.filter { !$0.explainsNothing }.compactMap { reading in
      reading.steps.last?.beliefs.first { $0.type == crisis.storyType }?.chance
    }
    if readings.isEmpty {
      parts.append("The observer's beliefs could not be followed.")
    } else if let low = chances.min(), let high = chances.max() {
      func percent(_ value: Double) -> Int { Int((value * 100).rounded()) }
      let dropped = readings.count - chances.count
      parts.append(
        "An onlooker should have ended at \(percent(low)) to \(percent(high)) % for "
          + "\(crisis.storyType)"
          + (dropped > 0
            ? "; at \(dropped) of \(readings.count) precisions the types explain nothing" : "")
          + ".")
    } else {
      parts.append(
        "The types explain the acts worse than even choice at every precision: they explain nothing."
      )
    }
    return parts.joined(separator: " ")
  }
}
