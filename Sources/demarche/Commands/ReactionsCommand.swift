import Casework
import ArgumentParser
import Conduct
import Diplomacy
import Reporting

/// Says of each act of both sides whether it was a reaction, and to which act.
struct ReactionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reactions",
    abstract:
      "Gives the probability that each act of either side answered one of the other, and which.",
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
    let sides: [(actor: ActorCode, reactions: [ReactionAttribution])]
    do {
      sides = [
        (subject.focal, try ExplanationComparison.reactions(subject, options: options)),
        (
          subject.counterpart,
          try ExplanationComparison.counterpartReactions(subject, options: options)
        ),
      ]
    } catch {
      throw CaseworkFailure.badInput([error])
    }
    switch format {
    case .json:
      try StandardOutput.write(
        try JSONText.text(
          sides.flatMap { side in side.reactions.map { ActorReaction(side.actor, $0) } }))
    case .text:
      try StandardOutput.write(
        sides.map { ReactionsText.render($0.reactions, of: $0.actor, in: subject) }
          .joined(separator: "\n"))
    }
  }
}

/// The attribution of an act with whose act it is.
private struct ActorReaction: Encodable {
  let actor: ActorCode
  let reaction: ReactionAttribution

  init(_ actor: ActorCode, _ reaction: ReactionAttribution) {
    self.actor = actor
    self.reaction = reaction
  }

  private enum CodingKeys: String, CodingKey { case actor }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(actor.rawValue, forKey: .actor)
    try reaction.encode(to: encoder)
  }
}
