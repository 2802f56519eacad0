public import Games
/// A crisis as a game, in an analyst's terms: who, with what stakes, levers and channels, may do what.
///
/// The tree, its payoffs and its chances are generated from this by ``CrisisTree``. All amounts and
/// chances are expressions in named parameters, so that every conclusion can be stated as a region of
/// parameters, and every number is marked with whose judgement it is.
public struct CrisisModel: Hashable, Sendable, Codable {
  /// Someone who moves.
  public struct Player: Hashable, Sendable, Codable {
    /// A short id.
    public var id: String
    /// The name in reports.
    public var name: String

    /// Makes a player.
    public init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  /// A number that the analyst sets.
  public struct Parameter: Hashable, Sendable, Codable {
    /// The name in expressions.
    public var name: String
    /// The analyst's value.
    public var value: Rational
    /// What it stands for.
    public var what: String
    /// The least value that makes sense, if given.
    public var low: Rational?
    /// The largest value that makes sense, if given.
    public var high: Rational?
    /// On what the value rests, for instance the analyst's judgement.
    public var basis: String

    /// The values over which the parameter is drawn: its bounds, or from 0 to twice its value.
    var span: (low: Rational, high: Rational) {
      let low = low ?? min(0, value * 2)
      return (low, max(high ?? (value.isZero ? 1 : max(0, value * 2)), low))
    }

    /// Makes a parameter.
    public init(
      name: String, value: Rational, what: String, low: Rational? = nil, high: Rational? = nil,
      basis: String = "the analyst's judgement"
    ) {
      self.name = name
      self.value = value
      self.what = what
      self.low = low
      self.high = high
      self.basis = basis
    }
  }

  /// A kind of actor that the focal player may be, known to that player only.
  public struct ActorType: Hashable, Sendable, Codable {
    /// A short id, such as deliberate.
    public var id: String
    /// What this type is after.
    public var what: String
    /// The prior chance, an expression.
    public var chance: String

    /// Makes a type.
    public init(id: String, what: String, chance: String) {
      self.id = id
      self.what = what
      self.chance = chance
    }
  }

  /// Something that must hold: for each named move, lever, channel or `type`, one of some values.
  public typealias Condition = [String: [String]]

  /// A contact that acts of the game close and reopen.
  public struct Channel: Hashable, Sendable, Codable {
    /// A short id.
    public var id: String
    /// What it is.
    public var what: String
    /// The choices that close it: a move and its options.
    public var closedBy: Condition
    /// The choices that reopen it.
    public var reopenedBy: Condition

    /// Makes a channel.
    public init(id: String, what: String, closedBy: Condition, reopenedBy: Condition) {
      self.id = id
      self.what = what
      self.closedBy = closedBy
      self.reopenedBy = reopenedBy
    }
  }

  /// A decision: who may do what, and after what.
  public struct Move: Hashable, Sendable, Codable {
    /// A short id.
    public var id: String
    /// The player's id.
    public var by: String
    /// What is decided.
    public var what: String
    /// The options' ids.
    public var options: [String]
    /// When the move comes up: any one of these; always if empty.
    public var after: [Condition]

    /// Makes a move.
    public init(
      id: String, by: String, what: String = "", options: [String], after: [Condition] = []
    ) {
      self.id = id
      self.by = by
      self.what = what
      self.options = options
      self.after = after
    }
  }

  /// A means of pressure that works by chance, better through an open channel.
  public struct Lever: Hashable, Sendable, Codable {
    /// A short id; in conditions its values are works, fails and unused.
    public var id: String
    /// What it is.
    public var what: String
    /// The id of the player who holds it.
    public var holder: String
    /// The id of the player it presses.
    public var over: String
    /// The id of the channel it goes through; none if it needs no channel.
    public var through: String?
    /// The choices that pull it: moves and their options.
    public var pulledBy: Condition
    /// The chance that it works while the channel is open, an expression.
    public var whenOpen: String
    /// The chance that it works while the channel is closed, an expression.
    public var whenClosed: String

    /// Makes a lever.
    public init(
      id: String, what: String, holder: String, over: String, through: String?,
      pulledBy: Condition, whenOpen: String, whenClosed: String
    ) {
      self.id = id
      self.what = what
      self.holder = holder
      self.over = over
      self.through = through
      self.pulledBy = pulledBy
      self.whenOpen = whenOpen
      self.whenClosed = whenClosed
    }
  }

  /// Something won or lost by a player when its condition holds at the end.
  public struct Stake: Hashable, Sendable, Codable {
    /// What it is.
    public var what: String
    /// The id of the player who gains or loses.
    public var to: String
    /// The amount, an expression; below zero for a loss.
    public var amount: String
    /// When it falls due: any one of these; always if empty.
    public var when: [Condition]

    /// Makes a stake.
    public init(what: String, to: String, amount: String, when: [Condition] = []) {
      self.what = what
      self.to = to
      self.amount = amount
      self.when = when
    }
  }

  /// An act that was seen.
  public struct ObservedAct: Hashable, Sendable, Codable {
    /// The id of the move.
    public var move: String
    /// The id of the option taken.
    public var option: String
    /// When, or the row of the record; empty if not given.
    public var reference: String

    /// Makes an act.
    public init(move: String, option: String, reference: String = "") {
      self.move = move
      self.option = option
      self.reference = reference
    }
  }

  /// The title.
  public var title: String
  /// The players.
  public var players: [Player]
  /// The id of the player whose conduct is in question.
  public var focal: String
  /// The parameters.
  public var parameters: [Parameter]
  /// The types of the focal player.
  public var types: [ActorType]
  /// The prior weight of the residual "none": an actor whose acts follow no type of the game.
  public var residual: Double
  /// The channels.
  public var channels: [Channel]
  /// The levers.
  public var levers: [Lever]
  /// The decisions in order.
  public var moves: [Move]
  /// The stakes.
  public var stakes: [Stake]
  /// The type whose story is told.
  public var storyType: String
  /// The acts that were seen, in order; they are the story.
  public var observed: [ObservedAct]
  /// The two parameters over which the region is drawn; the two nearest to an edge if empty.
  public var region: [String]

  /// Makes a game.
  public init(
    title: String, players: [Player], focal: String, parameters: [Parameter], types: [ActorType],
    residual: Double = 0.2, channels: [Channel], levers: [Lever], moves: [Move], stakes: [Stake],
    storyType: String, observed: [ObservedAct], region: [String] = []
  ) {
    self.title = title
    self.players = players
    self.focal = focal
    self.parameters = parameters
    self.types = types
    self.residual = residual
    self.channels = channels
    self.levers = levers
    self.moves = moves
    self.stakes = stakes
    self.storyType = storyType
    self.observed = observed
    self.region = region
  }

  /// The index of a parameter.
  public func parameter(_ name: String) -> Int? { parameters.firstIndex { $0.name == name } }

  /// The game with some parameters set to other values; nil if a name is unknown.
  public func setting(_ values: [String: Rational]) -> CrisisModel? {
    var game = self
    for (name, value) in values {
      guard let index = parameter(name) else { return nil }
      game.parameters[index].value = value
    }
    return game
  }
}

/// What is wrong with the description of a crisis game.
public struct CrisisModelError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The part of the description, such as `stakes` and its place.
  public let part: String
  /// What is wrong and how to fix it.
  public let what: String
  /// Whether nothing is wrong with it but that it takes longer than it was given.
  public let isOutOfTime: Bool

  init(part: String, what: String, isOutOfTime: Bool = false) {
    self.part = part
    self.what = what
    self.isOutOfTime = isOutOfTime
  }

  /// Both in one line.
  public var description: String { "\(part): \(what)" }
}
