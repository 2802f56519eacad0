import Casework
import ArgumentParser
import Reporting

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
    let analysis = try ConflictRun.analyse(
      path, model: model, type: type, inverse: inverse, allCoalitions: coalitions)
    switch format {
    case .json: try StandardOutput.write(try JSONText.text(analysis))
    case .text: try StandardOutput.write(ConflictText.render(analysis))
    }
  }
}
