import Casework
import ArgumentParser
import Conduct
import Diplomacy
import Reporting

/// Says of each act of the focal actor whether it was a reaction, and to which act.
struct ReactionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reactions",
    abstract: "Gives the probability that each act answered an act of the other side, and which.",
    discussion: """
      The rate of acts splits into initiative, reaction to acts of the other side, and momentum of \
      the actor's own acts. Even a perfect model tells them apart imperfectly, so that the answer \
      is a probability with an interval.

      Example: demarche reactions cases/aze-rus-2025 --format json
      """)

  /// The forms of the reactions.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(help: "The case folder.", completion: .directory)
  var folder: String

  @Option(help: "What to write.")
  var format: Format = .text

  @Option(help: "The seed of every random draw; the same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Option(help: "Draws of dates that are spans, at least 20.")
  var draws = ComparisonOptions().draws

  @Option(help: "The intensity scale of acts without a stated weight.")
  var scale: IntensityScale = .goldsteinGDELT

  func validate() throws {
    guard draws >= 20, draws <= 100_000 else {
      throw ValidationError("--draws must be from 20 to 100000")
    }
  }

  func run() throws {
    let subject = try CaseInput.open(folder).subject
    let options = ComparisonOptions(seed: seed, draws: draws, scale: scale)
    let reactions: [ReactionAttribution]
    do {
      reactions = try ExplanationComparison.reactions(subject, options: options)
    } catch {
      throw CaseworkFailure.badInput([error])
    }
    switch format {
    case .json: try StandardOutput.write(try JSONText.text(reactions))
    case .text: try StandardOutput.write(ReactionsText.render(reactions, in: subject))
    }
  }
}
