import Games
import Casework
import Diplomacy
import Foundation
import Reporting
import Strategy

/// What `play` says of a described crisis: its equilibria, and whether the acts were rational.
struct DescribedCrisisOutput {
  let path: String
  let settings: [String]
  let region: String?
  let timeout: Double
  let solver: SolverKind
  let all: Bool
  let format: PlayCommand.Format

  func write() throws {
    let start = ContinuousClock.now
    let tree = try GameInput.crisis(path, settings: settings)
    if let region {
      try write(region, of: tree)
      return
    }
    guard format != .svg else {
      throw CaseworkFailure.usage("--format svg: say which parameters, such as --region V,k")
    }
    let budget = SearchBudget(seconds: timeout)
    let analysis: CrisisGameAnalysis
    let solution: GameSolution
    do {
      analysis = try CrisisGameAnalysis(tree.crisis, hasRegion: false, budget: budget)
      solution = try GameSolver(tree.game, all: all || solver == .auto, budget: budget)
        .solve(by: solver == .auto ? .pbe : solver)
    } catch {
      throw CaseworkFailure.usage("\(path): \(error)")
    }
    let report = GameReport(tree.game)
    let elapsed = (ContinuousClock.now - start) / .seconds(1)
    if format == .json {
      guard case .members(let members) = report.json(solution, seconds: elapsed) else { return }
      let whole = OrderedJSON.members(members + [("analysis", .written(try Self.json(analysis)))])
      try StandardOutput.write(whole.text() + "\n")
    } else {
      try StandardOutput.write(report.text(solution) + "\n" + Self.text(analysis))
    }
    if solution.isOutOfTime {
      throw CaseworkFailure.checkFailed(
        "\(path): the time of \(timeout) s was up; give more with --timeout")
    }
  }

  private func write(_ region: String, of tree: CrisisTree) throws {
    let names = region.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    guard names.count == 2, let map = RegionMap(tree, (names[0], names[1]), steps: 50) else {
      let known = tree.crisis.parameters.map(\.name).joined(separator: ", ")
      throw CaseworkFailure.usage("--region \(region): give two of the parameters \(known)")
    }
    let grid = map.grid
    if format == .svg {
      try StandardOutput.write(RegionFigure.svg(map))
      return
    }
    let analysis: CrisisGameAnalysis
    do {
      analysis = try CrisisGameAnalysis(
        tree.crisis, lambdas: [], hasRegion: false, budget: SearchBudget(seconds: timeout))
    } catch {
      throw CaseworkFailure.badInput("\(path): \(error)")
    }
    if format == .json {
      let output = OrderedJSON.members([
        ("region", .written(try Self.json(map))),
        ("conditions", .written(try Self.json(analysis.conditions))),
        ("exact", .flag(analysis.isExact)),
        ("margins", .written(try Self.json(analysis.margins))),
        ("profiles", .written(try Self.json(analysis.profiles))),
      ])
      try StandardOutput.write(output.text() + "\n")
    } else {
      var text =
        "\(grid.up) up, \(grid.across) across: # acts in an equilibrium, . other, space none\n"
      for line in grid.verdicts.reversed() {
        text += line.map { $0 == .story ? "#" : $0 == .other ? "." : " " }.joined() + "\n"
      }
      try StandardOutput.write(text + Self.conditions(analysis))
    }
  }

  private static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(bytes: try encoder.encode(value), encoding: .utf8) ?? "null"
  }

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

  private static func text(_ analysis: CrisisGameAnalysis) -> String {
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
