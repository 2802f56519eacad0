/// A conflict described by options: who can do what, what cannot be combined, who wants what.
///
/// The graph follows: states are the feasible combinations of options; a decision maker moves by
/// changing its own options; preferences come from statements in order of importance (option
/// prioritising), so that a state in which a more important statement holds is preferred whatever
/// the rest.
///
/// > Peng, X., Hipel, K. W., Kilgour, D. M., Fang, L. "Representing ordinal preferences in the
/// > decision support system GMCR II." *IEEE SMC*, 1997.
public struct OptionModel: Hashable, Sendable {
  /// A decision maker with its options and preference statements.
  public struct DecisionMaker: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The names of its options.
    public let options: [String]
    /// What it wants, the most important statement first.
    public let preferences: [String]
    /// How many of the first statements are so important that a state in which they hold is
    /// strongly preferred; zero where strength is not stated.
    public let strong: Int

    /// Makes a decision maker.
    public init(name: String, options: [String], preferences: [String], strong: Int = 0) {
      self.name = name
      self.options = options
      self.preferences = preferences
      self.strong = strong
    }
  }

  /// The decision makers.
  public let decisionMakers: [DecisionMaker]
  /// Statements that no state may make true.
  public let infeasible: [String]
  /// Options that, once taken, cannot be given up.
  public let irreversible: [String]
  /// The options taken at the start; nothing where no start is named.
  public let statusQuo: [String]?

  /// Makes a description.
  public init(
    decisionMakers: [DecisionMaker], infeasible: [String] = [], irreversible: [String] = [],
    statusQuo: [String]? = nil
  ) {
    self.decisionMakers = decisionMakers
    self.infeasible = infeasible
    self.irreversible = irreversible
    self.statusQuo = statusQuo
  }

  /// The largest number of options of a model; 2^20 combinations are looked through at most.
  public static let largestNumberOfOptions = 20

  /// Builds the graph of the description.
  ///
  /// - Throws: ``ConflictModelError`` for an unknown option, a malformed statement, too many
  ///   options, a start that is infeasible, or no feasible state.
  /// - Complexity: O(2^*k* *p*) for *k* options and *p* statements, and O(*a*) for the moves.
  public func graph() throws(ConflictModelError) -> ConflictGraph {
    let names = decisionMakers.flatMap(\.options)
    guard names.count <= Self.largestNumberOfOptions else {
      throw ConflictModelError(
        "\(names.count) options make too many states; at most \(Self.largestNumberOfOptions) are allowed"
      )
    }
    if let twice = names.first(where: { name in names.filter { $0 == name }.count > 1 }) {
      throw ConflictModelError("the option '\(twice)' is named twice; names must be unique")
    }
    let owners = decisionMakers.indices.flatMap { maker in
      decisionMakers[maker].options.map { _ in maker }
    }
    var impossible: [OptionStatement] = []
    for text in infeasible { impossible.append(try OptionStatement(text, options: names)) }
    let bits = (0..<(UInt64(1) << UInt64(names.count))).filter { state in
      !impossible.contains { $0.holds(in: state) }
    }
    let states = OptionStates(
      names: names, owners: owners, makers: decisionMakers.count, bits: bits)
    var payoffs: [[Int]] = []
    var bands: [[Int]] = []
    for maker in decisionMakers {
      let (payoff, band) = try Self.preferences(of: maker, over: bits, names: names)
      payoffs.append(payoff)
      bands.append(band)
    }
    let fixed = try mask(of: irreversible, names: names)
    return try ConflictGraph(
      decisionMakers: decisionMakers.map(\.name), stateNames: bits.indices.map { String($0 + 1) },
      moves: moves(over: states, irreversible: fixed), payoffs: payoffs, bands: bands,
      options: states, statusQuo: try start(in: states, names: names))
  }

  private func mask(of chosen: [String], names: [String]) throws(ConflictModelError) -> UInt64 {
    var mask: UInt64 = 0
    for name in chosen {
      guard let index = names.firstIndex(of: name) else {
        throw ConflictModelError("no decision maker has the option '\(name)'")
      }
      mask |= 1 << UInt64(index)
    }
    return mask
  }

  private func start(in states: OptionStates, names: [String]) throws(ConflictModelError) -> Int? {
    guard let statusQuo else { return nil }
    guard let state = states.state(withOptions: try mask(of: statusQuo, names: names)) else {
      throw ConflictModelError(
        "the status quo is infeasible; change it or the infeasible statements")
    }
    return state
  }

  private static func preferences(
    of maker: DecisionMaker, over bits: [UInt64], names: [String]
  ) throws(ConflictModelError) -> (payoffs: [Int], bands: [Int]) {
    guard maker.preferences.count <= 60 else {
      throw ConflictModelError("\(maker.name) has more than 60 preference statements")
    }
    guard (0...maker.preferences.count).contains(maker.strong) else {
      throw ConflictModelError(
        "\(maker.name) has \(maker.preferences.count) statements, so strong is from 0 to that many")
    }
    var statements: [OptionStatement] = []
    for text in maker.preferences { statements.append(try OptionStatement(text, options: names)) }
    let payoffs = bits.map { state in
      statements.reduce(0) { $0 * 2 + ($1.holds(in: state) ? 1 : 0) }
    }
    let weak = maker.preferences.count - maker.strong
    return (payoffs, payoffs.map { maker.strong == 0 ? 0 : $0 >> weak })
  }

  /// A decision maker reaches every feasible state that differs in its own options alone.
  private func moves(over states: OptionStates, irreversible: UInt64) -> [[[Int]]] {
    decisionMakers.indices.map { maker in
      let mask = states.mask(of: maker)
      var blocks: [UInt64: [Int]] = [:]
      for (state, bits) in states.bits.enumerated() {
        blocks[bits & ~mask, default: []].append(state)
      }
      return states.bits.enumerated().map { state, bits in
        let kept = bits & mask & irreversible
        return (blocks[bits & ~mask] ?? []).filter { target in
          target != state && states.bits[target] & kept == kept
        }
      }
    }
  }
}
