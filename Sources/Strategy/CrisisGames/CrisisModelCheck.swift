/// Checks that the parts of a crisis game name each other rightly.
struct CrisisModelCheck {
  let crisis: CrisisModel

  init(_ crisis: CrisisModel) { self.crisis = crisis }

  func run() throws(CrisisModelError) {
    try distinct(crisis.players.map(\.id), "players")
    try distinct(crisis.parameters.map(\.name), "parameters")
    try distinct(crisis.types.map(\.id), "types")
    try distinct(
      ["type"] + crisis.moves.map(\.id) + crisis.channels.map(\.id) + crisis.levers.map(\.id),
      "moves, channels and levers")
    guard crisis.players.count >= 2 else {
      throw CrisisModelError(part: "players", what: "there are fewer than two; name both sides")
    }
    guard !crisis.types.isEmpty else {
      throw CrisisModelError(part: "types", what: "there is none; name at least one")
    }
    guard crisis.residual >= 0, crisis.residual < 1 else {
      throw CrisisModelError(part: "residual", what: "it must lie from 0 to below 1")
    }
    try player(crisis.focal, "focal")
    guard crisis.types.contains(where: { $0.id == crisis.storyType }) else {
      throw CrisisModelError(part: "story", what: "there is no type '\(crisis.storyType)'")
    }
    for move in crisis.moves {
      try player(move.by, "moves, \(move.id)")
      try distinct(move.options, "options of \(move.id)")
      guard move.options.count >= 2 else {
        throw CrisisModelError(part: "moves, \(move.id)", what: "give it two options or more")
      }
      for condition in move.after { try check(condition, "moves, \(move.id)", choicesOnly: true) }
    }
    for channel in crisis.channels {
      try check(channel.closedBy, "channels, \(channel.id)", choicesOnly: true)
      try check(channel.reopenedBy, "channels, \(channel.id)", choicesOnly: true)
    }
    for lever in crisis.levers {
      try player(lever.holder, "levers, \(lever.id)")
      try player(lever.over, "levers, \(lever.id)")
      try check(lever.pulledBy, "levers, \(lever.id)", choicesOnly: true)
      if let through = lever.through, !crisis.channels.contains(where: { $0.id == through }) {
        throw CrisisModelError(
          part: "levers, \(lever.id)", what: "there is no channel '\(through)'")
      }
    }
    for stake in crisis.stakes {
      try player(stake.to, "stakes, \(stake.what)")
      for condition in stake.when { try check(condition, "stakes, \(stake.what)") }
    }
    for act in crisis.observed {
      try check([act.move: [act.option]], "observed", choicesOnly: true)
    }
    try bounds()
    try comingUp()
    try oneCourse()
    guard crisis.region.isEmpty || Set(crisis.region).count == 2 else {
      throw CrisisModelError(part: "region", what: "name two different parameters, such as [V, k]")
    }
    for name in crisis.region where crisis.parameter(name) == nil {
      throw CrisisModelError(part: "region", what: "there is no parameter '\(name)'")
    }
  }

  /// The value of each parameter lies within its own bounds.
  private func bounds() throws(CrisisModelError) {
    for parameter in crisis.parameters {
      let part = "parameters, \(parameter.name)"
      if let low = parameter.low, let high = parameter.high, low > high {
        throw CrisisModelError(
          part: part, what: "low \(low) lies above high \(high); exchange them")
      }
      if let low = parameter.low, parameter.value < low {
        throw CrisisModelError(
          part: part, what: "the value \(parameter.value) lies below low \(low); change one of them"
        )
      }
      if let high = parameter.high, parameter.value > high {
        throw CrisisModelError(
          part: part,
          what: "the value \(parameter.value) lies above high \(high); change one of them")
      }
    }
  }

  /// Moves come up in the order of the list: one that waits for a later one never does.
  private func comingUp() throws(CrisisModelError) {
    var reached: Set<String> = []
    for move in crisis.moves {
      let conditions = move.after
      let comesUp =
        conditions.isEmpty
        || conditions.contains { $0.keys.allSatisfy { reached.contains($0) } }
      guard comesUp else {
        let waited = conditions.flatMap(\.keys).filter { !reached.contains($0) }.sorted()
        throw CrisisModelError(
          part: "moves, \(move.id)",
          what: "it never comes up: it waits for \(Set(waited).sorted().joined(separator: ", ")), "
            + "which stands at or behind it in the list; list moves in the order of play")
      }
      reached.insert(move.id)
    }
  }

  /// The observed acts can all have happened in one course of the game.
  private func oneCourse() throws(CrisisModelError) {
    var taken: [String: String] = [:]
    var last = -1
    for act in crisis.observed {
      if let other = taken[act.move] {
        throw CrisisModelError(
          part: "observed",
          what: other == act.option
            ? "'\(act.move): \(act.option)' stands twice; leave one out"
            : "\(act.move) was seen as '\(other)' and as '\(act.option)'; only one can have happened"
        )
      }
      let place = crisis.moves.firstIndex { $0.id == act.move } ?? 0
      guard place > last else {
        throw CrisisModelError(
          part: "observed",
          what:
            "'\(act.move)' comes up before the act listed before it; list acts in the order of play"
        )
      }
      last = place
      let after = crisis.moves[place].after
      let mayComeUp =
        after.isEmpty
        || after.contains { condition in
          condition.allSatisfy { name, options in
            taken[name].map { options.contains($0) } ?? true
          }
        }
      guard mayComeUp else {
        throw CrisisModelError(
          part: "observed",
          what:
            "'\(act.move)' does not come up after the acts listed before it; the acts contradict one another"
        )
      }
      taken[act.move] = act.option
    }
  }

  private func distinct(_ ids: [String], _ part: String) throws(CrisisModelError) {
    var seen: Set<String> = []
    for id in ids {
      guard !id.isEmpty else {
        throw CrisisModelError(part: part, what: "an id is empty; give it one")
      }
      guard seen.insert(id).inserted else {
        throw CrisisModelError(part: part, what: "'\(id)' is used twice; give each its own")
      }
    }
  }

  private func player(_ id: String, _ part: String) throws(CrisisModelError) {
    guard crisis.players.contains(where: { $0.id == id }) else {
      let known = crisis.players.map(\.id).joined(separator: ", ")
      throw CrisisModelError(
        part: part, what: "there is no player '\(id)'; the players are \(known)")
    }
  }

  private func check(
    _ condition: CrisisModel.Condition, _ part: String, choicesOnly: Bool = false
  ) throws(CrisisModelError) {
    for (name, values) in condition {
      let known: [String]
      if let move = crisis.moves.first(where: { $0.id == name }) {
        known = move.options
      } else if choicesOnly {
        throw CrisisModelError(part: part, what: "there is no move '\(name)'")
      } else if name == "type" {
        known = crisis.types.map(\.id)
      } else if crisis.channels.contains(where: { $0.id == name }) {
        known = ["open", "closed", "reopened"]
      } else if crisis.levers.contains(where: { $0.id == name }) {
        known = ["works", "fails", "unused"]
      } else {
        throw CrisisModelError(
          part: part, what: "there is no move, channel or lever '\(name)', nor is it 'type'")
      }
      for value in values where !known.contains(value) {
        throw CrisisModelError(
          part: part,
          what: "\(name) is never '\(value)'; it is one of \(known.joined(separator: ", "))")
      }
    }
  }
}
