public import Diplomacy

/// The choices behind a comparison of explanations; every one is printed with the result.
public struct ComparisonOptions: Hashable, Sendable {
  /// The seed of every random draw.
  public var seed: UInt64
  /// The number of draws of dates that are spans, at least 20.
  public var draws: Int
  /// The power to which the evidence of the stream of acts is raised, above 0 and at most 1.
  ///
  /// On episodes held back a power below 1 made the probabilities worse; what the printed ones are
  /// worth where the model is wrong is told by the bands of the verdict instead.
  public var power: Double
  /// How much of the evidence that is no act counts.
  public var evidence: ProcessTracing.Limits
  /// Whether to find out by simulation what the record can tell apart.
  public var includesTrust: Bool
  /// The number of episodes simulated from each explanation.
  public var episodes: Int
  /// The number of placebo goal dates.
  public var placebos: Int
  /// The number of forward simulations of each counterfactual under each explanation.
  public var simulations: Int
  /// The table of weights for rows without a stated one.
  public var scale: IntensityScale
  /// The scale of words of the verdict.
  public var words: VerbalScale
  /// The settings of the model.
  public var model: ConductModel
  /// Whether what the acts were is read beside when they came: their kinds, and the demands.
  public var readsContent = true
  /// What kinds each story expects; that of the record's source where nothing is stated.
  public var markTable: MarkTable?

  /// Makes options.
  public init(
    seed: UInt64 = 1, draws: Int = 40, power: Double = 1, evidence: ProcessTracing.Limits = .init(),
    includesTrust: Bool = true, episodes: Int = 40, placebos: Int = 200, simulations: Int = 100,
    scale: IntensityScale = .goldsteinGDELT, words: VerbalScale = .icd203,
    model: ConductModel = ConductModel()
  ) {
    self.seed = seed
    self.draws = draws
    self.power = power
    self.evidence = evidence
    self.includesTrust = includesTrust
    self.episodes = episodes
    self.placebos = placebos
    self.simulations = simulations
    self.scale = scale
    self.words = words
    self.model = model
  }
}

/// How far a comparison has come.
public struct ComparisonProgress: Hashable, Sendable {
  /// What is being done, in words.
  public let stage: String
  /// How many steps of the stage are done.
  public let done: Int
  /// How many steps the stage has.
  public let total: Int
}
