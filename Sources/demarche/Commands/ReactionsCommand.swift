import Casework
import ArgumentParser
import Conduct
import Diplomacy
import Foundation

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
    case .json: try StandardOutput.write(try ConductOutput.json(reactions) + "\n")
    case .text: try StandardOutput.write(text(reactions, subject))
    }
  }

  private func text(_ reactions: [ReactionAttribution], _ subject: Case) -> String {
    let number = ConductText.number
    var lines = [
      "\(subject.name(of: subject.focal)) toward \(subject.name(of: subject.counterpart)): "
        + "probability that each act was a reaction, with its 5 and 95 per cent points", "",
    ]
    for reaction in reactions {
      let to = reaction.to.prefix(3).map { "\($0.id) \(number($0.probability))" }
      lines.append(
        [
          ConductText.padded("\(reaction.date)", 22), ConductText.padded(reaction.id, 8),
          ConductText.padded(reaction.role.rawValue, 13), number(reaction.probabilityReaction),
          "[\(number(reaction.interval.lowerBound))-\(number(reaction.interval.upperBound))]",
          to.isEmpty ? "" : "to \(to.joined(separator: ", "))",
        ].joined(separator: " "))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
