package import Conduct
package import Diplomacy

/// Which acts were reactions, as lines of text.
package enum ReactionsText {
  /// One line an act of a side, with the acts it most likely answered.
  package static func render(
    _ reactions: [ReactionAttribution], of actor: ActorCode, in subject: Case
  ) -> String {
    let number = ConductText.number
    let other = actor == subject.focal ? subject.counterpart : subject.focal
    var lines = [
      "\(subject.name(of: actor)) toward \(subject.name(of: other)): "
        + "probability that each act was a reaction, with its 5 and 95 per cent points", "",
    ]
    if reactions.isEmpty { lines.append("no act of its own that counts") }
    for reaction in reactions {
      let to = reaction.to.prefix(3).map { "\($0.id) \(number($0.probability))" }
      lines.append(
        [
          PlainTable.padded("\(reaction.date)", 22), PlainTable.padded(reaction.id, 8),
          PlainTable.padded(reaction.role.rawValue, 13), number(reaction.probabilityReaction),
          "[\(number(reaction.interval.lowerBound))-\(number(reaction.interval.upperBound))]",
          to.isEmpty ? "" : "to \(to.joined(separator: ", "))",
        ].joined(separator: " "))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
