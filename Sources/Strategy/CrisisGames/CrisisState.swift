/// A course of a crisis game so far: what has been chosen, and what that means.
struct CrisisState {
  private let crisis: CrisisModel
  private let type: Int
  private let history: [CrisisTree.Taken]

  init(_ crisis: CrisisModel, type: Int, history: [CrisisTree.Taken]) {
    self.crisis = crisis
    self.type = type
    self.history = history
  }

  /// The course in words.
  var name: String {
    ([crisis.types[type].id] + history.map { crisis.moves[$0.move].options[$0.option] })
      .joined(separator: " > ")
  }

  private func matches(_ taken: CrisisTree.Taken, _ condition: CrisisModel.Condition) -> Bool {
    let move = crisis.moves[taken.move]
    return condition[move.id]?.contains(move.options[taken.option]) ?? false
  }

  /// Open, closed, or reopened after a number of acts.
  private func channelState(_ channel: CrisisModel.Channel, after count: Int) -> String {
    var state = "open"
    for taken in history.prefix(count) {
      if matches(taken, channel.closedBy) { state = "closed" }
      if matches(taken, channel.reopenedBy) { state = "reopened" }
    }
    return state
  }

  func isPulled(_ lever: Int) -> Bool {
    history.contains { matches($0, crisis.levers[lever].pulledBy) }
  }

  /// Whether the lever's channel is closed when it is pulled.
  func isChannelClosedWhenPulled(_ lever: Int) -> Bool {
    guard let id = crisis.levers[lever].through,
      let channel = crisis.channels.first(where: { $0.id == id }),
      let place = history.firstIndex(where: { matches($0, crisis.levers[lever].pulledBy) })
    else { return false }
    return channelState(channel, after: place) == "closed"
  }

  /// Whether all parts of a condition hold; levers that are not listed count as unused.
  func holds(_ condition: CrisisModel.Condition, levers: [Int: Bool]) -> Bool {
    condition.allSatisfy { name, wanted in
      if name == "type" { return wanted.contains(crisis.types[type].id) }
      if let channel = crisis.channels.first(where: { $0.id == name }) {
        return wanted.contains(channelState(channel, after: history.count))
      }
      if let lever = crisis.levers.firstIndex(where: { $0.id == name }) {
        return wanted.contains(levers[lever].map { $0 ? "works" : "fails" } ?? "unused")
      }
      return history.contains { taken in
        crisis.moves[taken.move].id == name
          && wanted.contains(crisis.moves[taken.move].options[taken.option])
      }
    }
  }
}
