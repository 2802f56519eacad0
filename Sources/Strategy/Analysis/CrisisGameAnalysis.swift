public import Games
/// The answer to "was it rational?" for a crisis game and the acts that were seen.
public struct CrisisGameAnalysis: Hashable, Sendable, Encodable {
  /// One inequality of the region.
  public struct Condition: Hashable, Sendable, Codable {
    /// Whose choice it is about.
    public let reason: String
    /// The inequality in words.
    public let text: String
    /// The same with the chances of the types put in; nil where they do not occur.
    public let atChances: String?
    /// Whether it holds at the analyst's values.
    public let holds: Bool
  }

  /// A pure equilibrium at the analyst's values, and where it stays one.
  public struct Profile: Hashable, Sendable, Encodable {
    /// What each type of the focal player does on its way, with the answers it gets.
    public let courses: [String]
    /// The choice at every information set, in the order of the game.
    public let choices: [Int]
    /// Whether the observed acts are part of it.
    public let holdsActs: Bool
    /// The conditions, all of which must hold.
    public let conditions: [Condition]
    /// Whether all edges of the region are known exactly.
    public let isExact: Bool
    /// How far each parameter may move alone before it ceases to be one, nearest first.
    public let margins: [ParameterMargin]
  }

  /// The title of the game.
  public let title: String
  /// The parameters with the analyst's values.
  public let parameters: [CrisisModel.Parameter]
  /// The acts that were seen, in order.
  public let observed: [CrisisModel.ObservedAct]
  /// The type whose story is told.
  public let storyType: String
  /// The number of pure perfect Bayesian equilibria at the analyst's values.
  public let equilibria: Int
  /// How many of them contain the observed acts.
  public let supporting: Int
  /// Whether all were looked at that could be one; else there may be more, and there may be margins
  /// nearer than those given.
  public let isComplete: Bool
  /// The conditions of the profile with the observed acts; empty if none was found anywhere near.
  public let conditions: [Condition]
  /// Whether the conditions are exact, and not only sufficient.
  public let isExact: Bool
  /// How far each parameter may move alone before no equilibrium holds the acts, nearest first.
  public let margins: [ParameterMargin]
  /// The pure equilibria at the analyst's values, each with its own region; the first 100 of them.
  public let profiles: [Profile]
  /// The region over pairs of parameters: the two nearest to an edge, and the two that the game names;
  /// empty if it was not asked for.
  public let regions: [RegionMap]
  /// The ways the crisis can end for the story's type, as states of the graph model; empty where there
  /// are too many to compare.
  public let endings: [CrisisEnding]
  /// The observer's beliefs at each precision.
  public let readings: [ObserverReading]
  /// The conclusion, by rule.
  public let sentence: String

  /// Analyses a game.
  ///
  /// - Parameters:
  ///   - crisis: The game with the observed acts.
  ///   - lambdas: The precisions of choice at which the observer reads the acts.
  ///   - hasRegion: Whether the region over two parameters is drawn up.
  ///   - budget: When to give up.
  /// - Throws: ``CrisisModelError`` if the description is wrong, or the time was up before there was
  ///   a tree.
  public init(
    _ crisis: CrisisModel, lambdas: [Double] = CrisisGameAnalysis.precisions,
    hasRegion: Bool = true, budget: SearchBudget = .unlimited
  ) throws(CrisisModelError) {
    self.init(
      try CrisisTree(crisis, budget: budget), lambdas: lambdas, hasRegion: hasRegion,
      budget: budget)
  }

  /// Analyses a game whose tree has grown.
  ///
  /// - Parameters:
  ///   - tree: The tree of the game with the observed acts.
  ///   - lambdas: The precisions of choice at which the observer reads the acts.
  ///   - hasRegion: Whether the region over two parameters is drawn up.
  ///   - budget: When to give up.
  public init(
    _ tree: CrisisTree, lambdas: [Double] = CrisisGameAnalysis.precisions, hasRegion: Bool = true,
    budget: SearchBudget = .unlimited
  ) {
    let crisis = tree.crisis
    let acts = tree.observed
    let listing = Self.listing(tree, budget)
    let found = listing.profiles
    // Where no act was seen there is none to be part of an equilibrium.
    let story =
      acts.isEmpty ? [] : found.filter { tree.plays($0, type: tree.storyType, acts: acts) }
    title = crisis.title
    parameters = crisis.parameters
    observed = crisis.observed
    storyType = crisis.storyType
    equilibria = found.count
    supporting = story.count
    let profile = acts.isEmpty ? nil : story.first ?? Self.nearbyStory(tree, budget)
    let names = crisis.parameters.map(\.name)
    if let profile, let region = EquilibriumRegion(tree, choices: profile, budget: budget) {
      conditions = Self.conditions(region, names, tree)
      isExact = region.isExact
      let others = story.dropFirst().compactMap {
        EquilibriumRegion(tree, choices: $0, budget: budget)
      }
      margins = ParameterMargin.margins(of: [region] + others, in: crisis) { point in
        guard !budget.isSpent, tree.hasChances(at: point) else { return [] }
        return PureEquilibria<Rational>(tree.tree(at: point), tolerance: 0)
          .list(limit: 10_000, budget: budget).profiles
          .filter { tree.plays($0, type: tree.storyType, acts: acts) }
          .compactMap { EquilibriumRegion(tree, choices: $0, budget: budget) }
      }
    } else {
      conditions = []
      isExact = true
      margins = []
    }
    var profiles: [Profile] = []
    for choices in found.prefix(100) {
      guard let region = EquilibriumRegion(tree, choices: choices, budget: budget) else { break }
      profiles.append(
        Profile(
          courses: crisis.types.indices.map { tree.course(choices, type: $0) }, choices: choices,
          holdsActs: story.contains(choices), conditions: Self.conditions(region, names, tree),
          isExact: region.isExact, margins: ParameterMargin.margins(of: [region], in: crisis)))
    }
    self.profiles = profiles
    let nearest = margins.filter { $0.share != nil }.prefix(2).map(\.name)
    let pairs = [nearest, crisis.region].filter { $0.count == 2 }
    regions =
      hasRegion && !budget.isSpent
      ? pairs.indices.filter { $0 == 0 || Set(pairs[$0]) != Set(pairs[0]) }
        .compactMap { RegionMap(tree, (pairs[$0][0], pairs[$0][1]), budget: budget) } : []
    endings = budget.isSpent ? [] : CrisisEnding.list(tree)
    readings =
      budget.isSpent ? [] : ObserverReading.readings(of: tree, lambdas: lambdas, budget: budget)
    isComplete = listing.isComplete && !budget.isSpent
    sentence = Self.sentence(
      crisis, supporting: supporting, margins: margins, readings: readings,
      isAnywhere: profile != nil, isComplete: isComplete)
  }

  /// The precisions of choice at which acts are read where nothing else is asked for.
  public static let precisions = [0.25, 0.5, 1, 2, 4]

  private static func conditions(
    _ region: EquilibriumRegion, _ names: [String], _ tree: CrisisTree
  ) -> [Condition] {
    let others = Set(tree.values.indices).subtracting(tree.chances.values.flatMap(\.parameters))
    return region.requirements.map { requirement in
      let fixed = requirement.restricted(to: others, at: tree.values)
      return Condition(
        reason: requirement.reason, text: requirement.text(names),
        atChances: fixed == requirement ? nil : fixed.text(names),
        holds: requirement.holds(at: tree.values))
    }
  }

  private static func listing(
    _ tree: CrisisTree, _ budget: SearchBudget
  ) -> PureEquilibria<Rational>.Listing {
    PureEquilibria<Rational>(tree.tree(at: tree.values), tolerance: 0)
      .list(limit: 10_000, budget: budget)
  }

  /// A profile with the observed acts that is an equilibrium when one parameter takes another value.
  private static func nearbyStory(_ tree: CrisisTree, _ budget: SearchBudget) -> [Int]? {
    let acts = tree.observed
    for factor in [Rational(1, over: 2), 2, Rational(1, over: 5), 5, 0] {
      for parameter in tree.crisis.parameters {
        let value = parameter.value * factor
        if budget.isSpent { return nil }
        if let low = parameter.low, value < low { continue }
        if let high = parameter.high, value > high { continue }
        guard let moved = tree.crisis.setting([parameter.name: value]),
          let other = try? CrisisTree(moved, budget: budget)
        else { continue }
        let match = listing(other, budget).profiles.first {
          other.plays($0, type: other.storyType, acts: acts)
        }
        if let match { return match }
      }
    }
    return nil
  }

  private static func sentence(
    _ crisis: CrisisModel, supporting: Int, margins: [ParameterMargin],
    readings: [ObserverReading], isAnywhere: Bool, isComplete: Bool
  ) -> String {
    guard !crisis.observed.isEmpty else {
      return "No act is given as observed, so nothing is said of whether acts were rational."
    }
    var parts: [String] = []
    let nearest = margins.first { $0.share != nil }
    let move = nearest.map { margin -> String in
      let percent = Int(((margin.share ?? 0) * 100).rounded())
      return "the nearest edge is \(percent) % away, along \(margin.name)"
    }
    if supporting > 0 {
      parts.append(
        "At the analyst's values the acts are part of an equilibrium for a player "
          + "of type '\(crisis.storyType)'" + (move.map { "; \($0)" } ?? "") + ".")
    } else if !isComplete {
      parts.append(
        "Not every course of play could be tried, so it stays open whether an equilibrium contains "
          + "the acts.")
    } else if isAnywhere {
      parts.append(
        "At the analyst's values no pure equilibrium contains the acts for a player "
          + "of type '\(crisis.storyType)'; they become one at other values"
          + (move.map { ", and \($0)" } ?? "") + ".")
    } else {
      parts.append(
        "No pure equilibrium contains the acts for a player of type '\(crisis.storyType)', at the analyst's "
          + "values or with any one parameter halved, doubled, cut to a fifth, raised fivefold or "
          + "set to 0.")
    }
    let alike = crisis.types.indices.filter { index in
      index != crisis.types.firstIndex { $0.id == crisis.storyType }
        && !readings.isEmpty && readings.allSatisfy { $0.actsAlike(crisis.storyType, index) }
    }.map { crisis.types[$0].id }
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
    if !alike.isEmpty {
      parts.append(
        "The acts hardly tell \(crisis.storyType) from \(alike.joined(separator: " or ")): at every "
          + "precision both were likely to act so within a quarter of each other.")
    }
    return parts.joined(separator: " ")
  }
}
