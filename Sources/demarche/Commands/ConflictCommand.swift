import Casework
import ArgumentParser
import CaseFiles
import Foundation
import Reporting

import Strategy

/// Analyses a conflict by the graph model.
struct ConflictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflict",
    abstract: "Finds the stable states of a conflict by the graph model for conflict resolution.",
    discussion: """
      The model is YAML with options and preference statements, or a bare graph in YAML or JSON \
      with dms, n_states or states, moves, and payoffs or rankings. A crisis game (game.yaml) is \
      read too: its endings are the states, its payoffs the preferences.

      Example: demarche conflict cases/aze-rus-2025/game.yaml
      """)

  /// The forms of an analysis.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(help: "The model.", completion: .file(extensions: ["yaml", "yml", "json"]))
  var path: String

  @Option(name: .customLong("case"), help: "Which model of a file that holds several.")
  var model: String?

  @Option(help: "For a crisis game: the type of the focal player; the story's type by default.")
  var type: String?

  @Option(help: "A state for which the inverse problem is solved: what would make it stable.")
  var inverse: String?

  @Flag(
    help: "Work through coalitions in a large model too, which can take minutes; small ones always."
  )
  var coalitions = false

  @Option(help: "What to write.")
  var format: Format = .text

  func run() throws {
    guard FileManager.default.fileExists(atPath: path) else {
      throw CaseworkFailure.noInput("\(path): there is no such file")
    }
    let reading = ConflictModelFile.read(at: path, named: model, type: type)
    if !reading.names.isEmpty {
      throw CaseworkFailure.usage(
        "\(path) holds several models; choose one with --case: \(reading.names.joined(separator: ", "))"
      )
    }
    guard let graph = reading.graph else { throw CaseworkFailure.badInput(reading.problems) }
    var wanted: Int?
    if let inverse {
      wanted = graph.stateNames.firstIndex(of: inverse)
      if wanted == nil {
        throw CaseworkFailure.usage("\(path): the model has no state '\(inverse)'")
      }
    }
    let analysis = ConflictAnalysis(
      of: graph, inverseFor: wanted,
      coalitionLimit: coalitions ? CoalitionStability.limit : CoalitionStability.quickLimit)
    switch format {
    case .json: try StandardOutput.write(try AssessmentJSON.encode(value: analysis))
    case .text: try StandardOutput.write(Self.text(analysis))
    }
  }

  private static func text(_ analysis: ConflictAnalysis) -> String {
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
