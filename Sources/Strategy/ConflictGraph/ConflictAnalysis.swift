/// Everything the graph model says of a conflict, under the names its author gave.
public struct ConflictAnalysis: Sendable, Codable {
  /// A state under its author's name: a number where all names are numbers, else text.
  public enum StateName: Hashable, Sendable, Codable {
    case number(Int)
    case text(String)

    /// Reads a number or a text.
    public init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    /// Writes the number or the text.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .number(let number): try container.encode(number)
      case .text(let text): try container.encode(text)
      }
    }

    /// The name as text.
    public var text: String {
      switch self {
      case .number(let number): String(number)
      case .text(let text): text
      }
    }
  }

  /// A path from the status quo to an equilibrium.
  public struct Path: Hashable, Sendable, Codable {
    /// The equilibrium reached.
    public let to: StateName
    /// Whether every move improves the mover's own lot.
    public let improving: Bool
    /// Who moved, in order.
    public let movers: [String]
    /// The states in order, the status quo first.
    public let states: [StateName]
  }

  /// What would make a state stable for a decision maker.
  public struct Inverse: Hashable, Sendable, Codable {
    /// The decision maker.
    public let decisionMaker: String
    /// The concept.
    public let concept: StabilityConcept
    /// Whether the state is stable with the preferences of the model.
    public let holds: Bool
    /// For each move, the states of which one must be no better than the state asked about.
    public let clauses: [[StateName]]
  }

  /// The number of states.
  public let states: Int
  /// The names of the states.
  public let names: [StateName]
  /// The decision makers.
  public let decisionMakers: [String]
  /// The options taken in each state, where the model was built from options.
  public let optionsTaken: [[String]]?
  /// For each concept and decision maker, the stable states.
  public let stable: [String: [String: [StateName]]]
  /// For each concept, the states stable for every decision maker.
  public let equilibria: [String: [StateName]]
  /// For each concept, the states that no coalition would leave; empty where ``notes`` say why.
  public let coalition: [String: [StateName]]
  /// What was left out, why, and how to ask for it.
  public let notes: [String]
  /// For each concept, the strongly stable states of each decision maker, where strength is stated.
  public let stronglyStable: [String: [String: [StateName]]]?
  /// For each attitude and concept, the equilibria, where some preference is unknown.
  public let unknownPreference: [String: [String: [StateName]]]?
  /// The status quo, where the model names one.
  public let statusQuo: StateName?
  /// Paths from the status quo to the equilibria.
  public let paths: [Path]
  /// What would make the state asked about stable.
  public let inverse: [Inverse]?

  /// The largest model for which explicit sets are listed (strength, unknown preference).
  static let setLimit = 4_096

  /// Analyses a model.
  ///
  /// - Parameters:
  ///   - graph: The model.
  ///   - wanted: A state for which the inverse problem is solved, where one is asked about.
  ///   - coalitionLimit: The largest number of states times coalitions for which coalitions are
  ///     worked through.
  public init(
    of graph: ConflictGraph, inverseFor wanted: Int? = nil,
    coalitionLimit: Int = CoalitionStability.quickLimit
  ) {
    let numbers = graph.stateNames.compactMap(Int.init)
    let names: [StateName] =
      numbers.count == graph.count
      ? numbers.map { .number($0) } : graph.stateNames.map { .text($0) }
    func named(_ row: [Bool]) -> [StateName] { row.indices.filter { row[$0] }.map { names[$0] } }
    func byMaker(_ rows: [[Bool]]) -> [String: [StateName]] {
      Dictionary(
        zip(graph.decisionMakers, rows.map(named)), uniquingKeysWith: { first, _ in first })
    }
    let found = ConflictStability(of: graph)
    states = graph.count
    self.names = names
    decisionMakers = graph.decisionMakers
    optionsTaken = graph.options.map { options in (0..<graph.count).map { options.taken(in: $0) } }
    stable = Dictionary(
      uniqueKeysWithValues: found.stable.map { ($0.key.rawValue, byMaker($0.value)) })
    equilibria = Dictionary(
      uniqueKeysWithValues: StabilityConcept.allCases.map { concept in
        (concept.rawValue, found.equilibria(concept).map { names[$0] })
      })
    var notes: [String] = []
    let united = CoalitionStability(of: graph, limit: coalitionLimit)
    if united == nil { notes.append(Self.noCoalitions(graph)) }
    coalition = Dictionary(
      uniqueKeysWithValues: (united?.stable ?? [:]).map {
        ($0.key.rawValue, $0.value.map { names[$0] })
      })
    let sanctioning: [StabilityConcept] = [.gmr, .smr, .seq]
    let statesStrength = graph.bands.contains { Set($0).count > 1 }
    stronglyStable =
      statesStrength && graph.count <= Self.setLimit
      ? Dictionary(
        uniqueKeysWithValues: sanctioning.map {
          ($0.rawValue, byMaker(StrengthOfPreference.stronglyStable($0, in: graph)))
        }) : nil
    let hasUnknown = graph.unknown.contains { !$0.isEmpty }
    unknownPreference =
      hasUnknown && graph.count <= Self.setLimit
      ? Self.underUnknownPreference(graph, concepts: [.nash] + sanctioning, names: names) : nil
    if (statesStrength || hasUnknown) && graph.count > Self.setLimit {
      notes.append(
        "strength of preference and unknown preference are left out: they are worked through for "
          + "at most \(Self.setLimit) states")
    }
    self.notes = notes
    statusQuo = graph.statusQuo.map { names[$0] }
    paths = Self.paths(in: graph, to: StabilityConcept.allCases.flatMap(found.equilibria), names)
    inverse = wanted.map { state in Self.inverse(state, in: graph, names) }
  }

  private static func noCoalitions(_ graph: ConflictGraph) -> String {
    let makers = graph.decisionMakers.count
    let size = "\(graph.count) states and \(makers) decision makers"
    let isPossible =
      makers < 16 && (1 << makers) * graph.count <= CoalitionStability.limit
    return "stability against coalitions is left out: \(size) are "
      + (isPossible
        ? "too many to work through unless all coalitions are asked for, which can take minutes"
        : "more than can be worked through (\(CoalitionStability.limit) states times coalitions)")
  }

  private static func underUnknownPreference(
    _ graph: ConflictGraph, concepts: [StabilityConcept], names: [StateName]
  ) -> [String: [String: [StateName]]] {
    var result: [String: [String: [StateName]]] = [:]
    for attitude in UnknownPreferenceAttitude.allCases {
      for concept in concepts {
        let rows = attitude.stable(concept, in: graph)
        result[attitude.rawValue, default: [:]][concept.rawValue] =
          (0..<graph.count).filter { state in rows.allSatisfy { $0[state] } }.map { names[$0] }
      }
    }
    return result
  }

  private static func paths(
    in graph: ConflictGraph, to equilibria: [Int], _ names: [StateName]
  ) -> [Path] {
    guard let start = graph.statusQuo else { return [] }
    return Set(equilibria).sorted().compactMap { goal -> Path? in
      let improving = StatusQuoPath.shortest(from: start, to: goal, in: graph, improving: true)
      guard
        let path = improving
          ?? StatusQuoPath.shortest(from: start, to: goal, in: graph, improving: false)
      else { return nil }
      return Path(
        to: names[goal], improving: improving != nil,
        movers: path.steps.map { graph.decisionMakers[$0.maker] },
        states: [names[start]] + path.steps.map { names[$0.state] })
    }
  }

  private static func inverse(_ state: Int, in graph: ConflictGraph, _ names: [StateName])
    -> [Inverse]
  {
    graph.decisionMakers.indices.flatMap { maker in
      [StabilityConcept.nash, .gmr, .seq].map { concept in
        let answer = InversePreference(state, concept: concept, maker: maker, in: graph)
        return Inverse(
          decisionMaker: graph.decisionMakers[maker], concept: concept, holds: answer.holds,
          clauses: answer.clauses.map { $0.oneOf.map { names[$0] } })
      }
    }
  }
}
