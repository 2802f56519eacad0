public import Games
import Casework
public import ArgumentParser
import Foundation
import Reporting

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

      With --format efg the game itself is written, exactly, for Gambit and other solvers.

      Example: demarche play cases/aze-rus-2025/game.yaml --set V=10 --region V,k --format svg
      """)

  /// The forms of a solution.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, svg, efg
  }

  @Argument(help: "The game.", completion: .file(extensions: ["efg", "nfg", "yaml"]))
  var game: String

  @Option(help: "What to write.")
  var format: Format = .text

  @Option(help: "How to solve it.")
  var solver: SolverKind?

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
    // A day is longer than anyone waits, and within what a clock can add.
    guard timeout > 0, timeout <= 86_400 else {
      throw CaseworkFailure.usage(
        "--timeout \(timeout): give a number of seconds above 0 and up to 86400, a day")
    }
    if lambda != nil || region != nil {
      let given = [
        ("--solver", solver != nil), ("--all", all), ("--region", lambda != nil && region != nil),
      ].filter(\.1).map(\.0)
      guard given.isEmpty else {
        throw CaseworkFailure.usage(
          "\(given.joined(separator: ", ")): of no use with \(lambda != nil ? "--lambda" : "--region")"
            + "; leave it out")
      }
    }
    TimeGuard.watch(game, seconds: timeout)
    if !GamePlay.isDescribedCrisis(game) || lambda != nil {
      guard set.isEmpty, region == nil, format != .svg else {
        throw CaseworkFailure.usage(
          lambda != nil
            ? "--set and --format svg are of no use with --lambda; leave them out"
            : "\(game): --set, --region and --format svg need a crisis described in a .yaml file")
      }
    }
    if format == .efg {
      guard lambda == nil, region == nil else {
        throw CaseworkFailure.usage("--format efg writes the game: leave out --lambda and --region")
      }
      try StandardOutput.write(try GamePlay.text(of: game, settings: set, seconds: timeout))
    } else if let lambda {
      try writeResponses(at: lambda)
    } else if let region {
      try write(region)
    } else {
      try writeSolution()
    }
  }

  private func writeSolution() throws {
    guard format != .svg else {
      throw CaseworkFailure.usage("--format svg: say which parameters, such as --region V,k")
    }
    let solved = try GamePlay.solve(
      game, settings: set, by: solver ?? .auto, all: all, seconds: timeout)
    let report = GameReport(solved.game)
    switch (format, solved.analysis) {
    case (.json, let analysis?):
      try StandardOutput.write(
        try CrisisText.json(solved.solution, of: solved.game, analysis: analysis))
    case (.json, nil):
      try StandardOutput.write(report.json(solved.solution).text() + "\n")
    case (_, let analysis):
      let rest = analysis.map { "\n" + CrisisText.text($0) } ?? ""
      try StandardOutput.write(report.text(solved.solution) + rest)
    }
    if let shortfall = solved.shortfall { throw shortfall }
  }

  private func write(_ region: String) throws {
    let names = region.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let (map, analysis) = try GamePlay.region(game, settings: set, of: names, seconds: timeout)
    switch format {
    case .svg: try StandardOutput.write(RegionFigure.svg(map))
    case .json: try StandardOutput.write(try CrisisText.json(map, analysis))
    case .text, .efg: try StandardOutput.write(CrisisText.text(map, analysis))
    }
  }

  private func writeResponses(at lambdas: String) throws {
    let wanted = lambdas.split(separator: ",").map {
      Double($0.trimmingCharacters(in: .whitespaces))
    }
    guard !wanted.isEmpty, wanted.allSatisfy({ ($0 ?? -1) >= 0 && ($0 ?? .infinity) < 1e9 }) else {
      throw CaseworkFailure.usage(
        "--lambda \(lambdas): give numbers from 0 to 1e9 apart by commas")
    }
    let found = try GamePlay.quantalResponses(
      game, at: wanted.compactMap { $0 }, seconds: timeout)
    let report = GameReport(found.game)
    if format == .json {
      let list = found.points.map { point in
        OrderedJSON.members([
          ("lambda", .number(point.lambda)),
          ("profile", report.profile(point.profile.map { .decimal($0) })),
        ])
      }
      let output = OrderedJSON.members([
        ("qre", .list(list)), ("complete", .flag(found.isComplete)),
      ])
      try StandardOutput.write(output.text() + "\n")
    } else {
      for point in found.points {
        try StandardOutput.write(
          "precision \(point.lambda)\n"
            + report.profile(point.profile.map { .decimal($0) }).text() + "\n")
      }
    }
    if let shortfall = found.shortfall { throw shortfall }
  }
}

extension SolverKind: ExpressibleByArgument {}
