import Games
/// Grows the tree of a crisis game.
struct CrisisGrowth {
  typealias Taken = CrisisTree.Taken

  let crisis: CrisisModel
  private let names: [String]
  private let typeChances: [Polynomial]
  private let leverChances: [(open: Polynomial, closed: Polynomial)]
  private let amounts: [Polynomial]
  private let values: [Rational]
  private let budget: SearchBudget
  var builder: ExtensiveGameBuilder
  var payoffs: [Int: [Polynomial]] = [:]
  var chances: [Int: Polynomial] = [:]
  var labels: [Int: CrisisTree.SetLabel] = [:]
  private var sets: [SetKey: Int] = [:]
  private var nodes = 0

  private struct SetKey: Hashable {
    let type: Int
    let history: [Taken]
  }

  init(_ crisis: CrisisModel, budget: SearchBudget) throws(CrisisModelError) {
    try CrisisModelCheck(crisis).run()
    self.crisis = crisis
    self.budget = budget
    names = crisis.parameters.map(\.name)
    values = crisis.parameters.map(\.value)
    let names = names
    func read(_ text: String, _ part: String) throws(CrisisModelError) -> Polynomial {
      do { return try PolynomialParser.polynomial(from: text, names: names) } catch {
        throw CrisisModelError(part: part, what: "\(error.what); fix the expression")
      }
    }
    var typeChances: [Polynomial] = []
    for type in crisis.types { typeChances.append(try read(type.chance, "types, \(type.id)")) }
    self.typeChances = typeChances
    let sum = typeChances.reduce(Polynomial(), +)
    guard sum.constant == 1 else {
      throw CrisisModelError(
        part: "types", what: "the chances do not add up to 1 for all values of the parameters")
    }
    var levers: [(open: Polynomial, closed: Polynomial)] = []
    for lever in crisis.levers {
      levers.append(
        (
          try read(lever.whenOpen, "levers, \(lever.id)"),
          try read(lever.whenClosed, "levers, \(lever.id)")
        ))
    }
    leverChances = levers
    var amounts: [Polynomial] = []
    for stake in crisis.stakes { amounts.append(try read(stake.amount, "stakes, \(stake.what)")) }
    self.amounts = amounts
    builder = ExtensiveGameBuilder(title: crisis.title, players: crisis.players.map(\.name))
  }

  mutating func grow() throws(CrisisModelError) {
    var evaluated: [Rational] = []
    for (type, chance) in zip(crisis.types, typeChances) {
      let value = chance.value(at: values)
      guard value >= 0 else {
        throw CrisisModelError(
          part: "types, \(type.id)",
          what: "its chance is \(value) at the values given; set it above 0")
      }
      evaluated.append(value)
    }
    if crisis.types.count > 1 {
      let set = builder.addSet(
        player: -1, number: 1, label: "type", actions: crisis.types.map(\.id), chances: evaluated)
      builder.addNode(set: set)
      nodes += 1
      for (index, chance) in typeChances.enumerated() { chances[index] = chance }
    }
    for type in crisis.types.indices { try grow(type: type, history: []) }
  }

  private mutating func grow(type: Int, history: [Taken]) throws(CrisisModelError) {
    nodes += 1
    guard nodes <= CrisisTree.nodeLimit else {
      throw CrisisModelError(
        part: "moves", what: "they make more than \(CrisisTree.nodeLimit) nodes; leave some out")
    }
    // A final node with many levers takes long by itself, other nodes hardly any time.
    if nodes.isMultiple(of: 16), budget.isSpent {
      throw CrisisModelError(
        part: "moves",
        what: "the time was up when they had made \(nodes) nodes; leave moves or options out",
        isOutOfTime: true)
    }
    let next = (history.last.map { $0.move + 1 } ?? 0)..<crisis.moves.count
    let state = CrisisState(crisis, type: type, history: history)
    guard
      let move = next.first(where: { index in
        let after = crisis.moves[index].after
        return after.isEmpty || after.contains { state.holds($0, levers: [:]) }
      })
    else {
      try end(state)
      return
    }
    let description = crisis.moves[move]
    let player = crisis.players.firstIndex { $0.id == description.by } ?? 0
    let isFocal = description.by == crisis.focal
    let key = SetKey(type: isFocal ? type : -1, history: history + [Taken(move: move, option: -1)])
    let set: Int
    if let known = sets[key] {
      set = known
    } else {
      let path = history.map { crisis.moves[$0.move].options[$0.option] }.joined(separator: " > ")
      let owner = isFocal && crisis.types.count > 1 ? "\(crisis.types[type].id): " : ""
      set = builder.addSet(
        player: player, number: sets.count + 1,
        label: owner + description.id + (path.isEmpty ? "" : " after \(path)"),
        actions: description.options)
      sets[key] = set
      labels[set] = CrisisTree.SetLabel(
        move: move, type: isFocal ? type : nil, history: history)
    }
    builder.addNode(set: set)
    for option in description.options.indices {
      try grow(type: type, history: history + [Taken(move: move, option: option)])
    }
  }

  private mutating func end(_ state: CrisisState) throws(CrisisModelError) {
    let pulled = crisis.levers.indices.filter { state.isPulled($0) }
    guard pulled.count <= 10 else {
      throw CrisisModelError(part: "levers", what: "more than 10 are pulled in one play")
    }
    var rows = [Polynomial](repeating: Polynomial(), count: crisis.players.count)
    for mask in 0..<(1 << pulled.count) {
      var chance = Polynomial(1)
      var results: [Int: Bool] = [:]
      for (place, lever) in pulled.enumerated() {
        let works = mask & (1 << place) != 0
        results[lever] = works
        let success =
          state.isChannelClosedWhenPulled(lever)
          ? leverChances[lever].closed : leverChances[lever].open
        chance = chance * (works ? success : Polynomial(1) - success)
      }
      for (index, stake) in crisis.stakes.enumerated()
      where stake.when.isEmpty || stake.when.contains(where: { state.holds($0, levers: results) }) {
        let player = crisis.players.firstIndex { $0.id == stake.to } ?? 0
        rows[player] += chance * amounts[index]
      }
    }
    let point = values
    let outcome = builder.addOutcome(
      number: builder.outcomeCount + 1, label: state.name,
      payoffs: rows.map { $0.value(at: point) })
    if let node = builder.addNode(set: -1, outcome: outcome) { payoffs[node] = rows }
  }
}
