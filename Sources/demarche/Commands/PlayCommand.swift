import Games
import Casework
import ArgumentParser
import CaseFiles
import Diplomacy
import Foundation
import Strategy

/// Solves a game and certifies every solution.
struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Solves a game: equilibria with their certificates, beliefs and refinements.",
    discussion: """
      Reads trees (.efg), tables (.nfg) and crises described in YAML. Nothing is called an \
      equilibrium unless an independent walk finds that nobody gains more than 1e-9 by deviating; \
      most solutions are exact fractions. A described crisis is also asked whether the acts that \
      were seen were rational, for which parameters, and what an onlooker should have believed.

      Example: demarche play cases/aze-rus-2025/game.yaml --set V=10 --region V,k --format svg
      """)

  /// The forms of a solution.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, svg
  }

  @Argument(help: "The game.", completion: .file(extensions: ["efg", "nfg", "yaml"]))
  var game: String

  @Option(help: "What to write.")
  var format: Format = .text

  /// The ways of solving.
  enum Solver: String, CaseIterable, ExpressibleByArgument {
    case auto, pbe, lp, lcp, logit, enumerate, backward

    var kind: SolverKind {
      switch self {
      case .auto: .auto
      case .pbe: .pbe
      case .lp: .lp
      case .lcp: .lcp
      case .logit: .logit
      case .enumerate: .enumerate
      case .backward: .backward
      }
    }
  }

  @Option(help: "How to solve it.")
  var solver: Solver = .auto

  @Flag(help: "Look for all equilibria of the kind.")
  var all = false

  @Option(help: "When to give up, in seconds.")
  var timeout: Double = 60

  @Option(
    help: ArgumentHelp(
      "Show the logit quantal response equilibria at these precisions instead.",
      valueName: "precision,…"))
  var lambda: String?

  @Option(
    help: ArgumentHelp(
      "Set a parameter of a described crisis; may be repeated.", valueName: "name=value"))
  var set: [String] = []

  @Option(
    help: ArgumentHelp(
      "Show where in two parameters of a described crisis the acts are part of an equilibrium.",
      valueName: "name,name"))
  var region: String?

  func run() throws {
    guard timeout > 0 else {
      throw CaseworkFailure.usage("--timeout \(timeout): give a number of seconds above 0")
    }
    let isDescribed = game.hasSuffix(".yaml") || game.hasSuffix(".yml")
    if isDescribed && lambda == nil {
      try DescribedCrisisOutput(
        path: game, settings: set, region: region, timeout: timeout, solver: solver.kind, all: all,
        format: format
      ).write()
      return
    }
    guard set.isEmpty, region == nil, format != .svg else {
      throw CaseworkFailure.usage(
        "\(game): --set, --region and --format svg need a crisis described in a .yaml file")
    }
    let start = ContinuousClock.now
    let tree =
      isDescribed ? try GameInput.crisis(game, settings: []).game : try GameInput.read(game)
    if let lambda {
      try QuantalResponseOutput(tree: tree, lambdas: lambda, timeout: timeout, file: game)
        .write(asJSON: format == .json)
      return
    }
    let solver = GameSolver(tree, all: all, budget: SearchBudget(seconds: timeout))
    let solution: GameSolution
    do {
      solution = try solver.solve(by: self.solver.kind)
    } catch {
      throw CaseworkFailure.usage("\(game): --solver \(self.solver.rawValue): \(error.reason)")
    }
    let elapsed = (ContinuousClock.now - start) / .seconds(1)
    let report = GameReport(tree)
    switch format {
    case .text: try StandardOutput.write(report.text(solution))
    case .json:
      try StandardOutput.write(report.json(solution, seconds: elapsed).text() + "\n")
    case .svg: break
    }
    if solution.isOutOfTime {
      throw CaseworkFailure.checkFailed(
        "\(game): the time of \(timeout) s was up; what was found so far is shown. Give more with "
          + "--timeout, or ask for less")
    }
    if solution.equilibria.isEmpty && !solution.isComplete {
      let reason = solution.notes.first ?? "the solver found no equilibrium it could certify"
      throw CaseworkFailure.checkFailed("\(game): \(reason)")
    }
  }
}

/// Quantal response equilibria as text or JSON.
struct QuantalResponseOutput {
  let tree: ExtensiveGame
  let lambdas: String
  let timeout: Double
  let file: String

  func write(asJSON: Bool) throws {
    let wanted = lambdas.split(separator: ",").map {
      Double($0.trimmingCharacters(in: .whitespaces))
    }
    guard !wanted.isEmpty, wanted.allSatisfy({ ($0 ?? -1) >= 0 && ($0 ?? .infinity) < 1e9 }) else {
      throw CaseworkFailure.usage("--lambda \(lambdas): give numbers from 0 apart by commas")
    }
    let precisions = wanted.compactMap { $0 }
    let points = QuantalResponsePath(GameTree<Double>(tree))
      .points(at: precisions, budget: SearchBudget(seconds: timeout))
    let report = GameReport(tree)
    let isComplete = points.count == precisions.count
    if asJSON {
      let list = points.map { point in
        OrderedJSON.members([
          ("lambda", .number(point.lambda)),
          ("profile", report.profile(point.profile.map { .decimal($0) })),
        ])
      }
      let output = OrderedJSON.members([("qre", .list(list)), ("complete", .flag(isComplete))])
      try StandardOutput.write(output.text() + "\n")
    } else {
      for point in points {
        try StandardOutput.write(
          "precision \(point.lambda)\n"
            + report.profile(point.profile.map { .decimal($0) }).text() + "\n")
      }
    }
    if !isComplete {
      throw CaseworkFailure.checkFailed(
        "\(file): the path was followed to \(points.count) of \(precisions.count) precisions; "
          + "give more time with --timeout, or smaller precisions")
    }
  }
}
