import Foundation
package import Games
package import Strategy

/// What is said of a described crisis: its equilibria, and whether the acts were rational.
package enum CrisisText {
  /// The solution and the analysis as JSON.
  package static func json(
    _ solution: GameSolution, of game: ExtensiveGame, analysis: CrisisGameAnalysis
  ) throws -> String {
    let report = GameReport(game)
    guard case .members(let members) = report.json(solution) else { return "" }
    return OrderedJSON.members(members + [("analysis", .written(try written(analysis)))]).text()
      + "\n"
  }

  /// A region with the conditions behind it as JSON.
  package static func json(_ map: RegionMap, _ analysis: CrisisGameAnalysis) throws -> String {
    let output = OrderedJSON.members([
      ("region", .written(try written(map))),
      ("conditions", .written(try written(analysis.conditions))),
      ("exact", .flag(analysis.isExact)),
      ("margins", .written(try written(analysis.margins))),
      ("profiles", .written(try written(analysis.profiles))),
    ])
    return output.text() + "\n"
  }

  /// A region drawn in characters, with the conditions behind it.
  package static func text(_ map: RegionMap, _ analysis: CrisisGameAnalysis) -> String {
    let grid = map.grid
    var text =
      "\(grid.up) up, \(grid.across) across: # acts in an equilibrium, . other, space none\n"
    for line in grid.verdicts.reversed() {
      text += line.map { $0 == .story ? "#" : $0 == .other ? "." : " " }.joined() + "\n"
    }
    return text + conditions(analysis)
  }

  /// A value as JSON on one line, to stand inside another.
  private static func written(_ value: some Encodable) throws -> String {
    String(try JSONText.text(value, onOneLine: true).dropLast())
  }

  /// Where the acts are part of an equilibrium.
  private static func conditions(_ analysis: CrisisGameAnalysis) -> String {
    var text = ""
    if !analysis.conditions.isEmpty {
      text += "\nThe acts are part of an equilibrium where\n"
      text += lines(analysis.conditions, analysis.margins)
    }
    for (number, profile) in analysis.profiles.enumerated() where !profile.holdsActs {
      text +=
        "\nPure equilibrium \(number + 1) (\(profile.courses.joined(separator: "; "))) where\n"
      text += lines(profile.conditions, profile.margins)
    }
    return text
  }

  private static func lines(
    _ conditions: [CrisisGameAnalysis.Condition], _ margins: [ParameterMargin]
  ) -> String {
    var text = ""
    for condition in conditions {
      text +=
        "  \(condition.text)   [\(condition.holds ? "holds" : "fails")]   \(condition.reason)\n"
    }
    let near = margins.filter { $0.share != nil }
    if !near.isEmpty { text += "this changes, moving one parameter alone, at\n" }
    for margin in near {
      let edges = [margin.below, margin.above].compactMap { $0 }
        .map { "\(($0 * 1000).rounded() / 1000)" }.joined(separator: " and ")
      text += "  \(margin.name) (now \(margin.value)): \(edges)\n"
    }
    return text
  }

  /// The conditions, the onlooker and the verdict in words.
  package static func text(_ analysis: CrisisGameAnalysis) -> String {
    var text = conditions(analysis)
    for reading in analysis.readings {
      text += "\nAn onlooker at precision \(reading.lambda)"
      text += reading.explainsNothing ? " (the types explain nothing)\n" : "\n"
      for step in reading.steps {
        let beliefs = step.beliefs.map { "\($0.type) \(($0.chance * 100).rounded() / 100)" }
        text += "  after \(step.act) by \(step.by): \(beliefs.joined(separator: ", "))\n"
      }
      if let next = reading.nextAct ?? reading.telling.first {
        let when = reading.nextAct == nil ? "told most" : "would tell most"
        text += "  \(when): \(next.move) (\((next.bits * 100).rounded() / 100) bits)\n"
      }
    }
    return text + "\n" + analysis.sentence + "\n"
  }
}
