package import Strategy

/// The stable states of a conflict as lines of text.
package enum ConflictText {
  /// The states by concept, and how they are reached.
  package static func render(_ analysis: ConflictAnalysis) -> String {
    var lines = [
      "\(analysis.states) states, decision makers: \(analysis.decisionMakers.joined(separator: ", "))"
    ]
    func listed(_ states: [ConflictAnalysis.StateName]) -> String {
      let shown = states.prefix(20).map(\.text).joined(separator: ", ")
      return states.isEmpty ? "none" : shown + (states.count > 20 ? ", … (\(states.count))" : "")
    }
    for concept in StabilityConcept.allCases {
      lines.append("\(concept.label): \(listed(analysis.equilibria[concept.rawValue] ?? []))")
    }
    for concept in StabilityConcept.allCases {
      guard let states = analysis.coalition[concept.rawValue] else { continue }
      lines.append("left by no coalition, \(concept.label): \(listed(states))")
    }
    lines += analysis.notes
    for path in analysis.paths.prefix(20) {
      let moves = zip(path.movers, path.states.dropFirst()).map { "\($0) to \($1.text)" }
      let kind = path.improving ? "by improvements" : "only by moves that cost the mover"
      lines.append(
        "from \(path.states.first?.text ?? "") to \(path.to.text) \(kind): \(moves.isEmpty ? "already there" : moves.joined(separator: ", "))"
      )
    }
    if let options = analysis.optionsTaken {
      let named = Set(analysis.equilibria.values.joined().map(\.text))
      for (name, taken) in zip(analysis.names, options) where named.contains(name.text) {
        lines.append(
          "state \(name.text): \(taken.isEmpty ? "no option taken" : taken.joined(separator: ", "))"
        )
      }
    }
    for answer in analysis.inverse ?? [] {
      let clauses = answer.clauses.map { "one of \(listed($0)) no better" }
      lines.append(
        "\(answer.decisionMaker), \(answer.concept.rawValue): \(answer.holds ? "holds" : "does not hold"); needs \(clauses.isEmpty ? "nothing" : clauses.joined(separator: "; and "))"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
