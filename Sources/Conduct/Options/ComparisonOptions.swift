public import Diplomacy

/// The choices behind a comparison of explanations; every one is printed with the result.
public struct ComparisonOptions: Hashable, Sendable {
  /// The seed of every random draw.
  public var seed: UInt64
  /// The number of draws of dates that are spans, at least 20.
  public var draws: Int
  /// The power to which the evidence of the times of acts is raised, above 0 and at most 1; that of
  /// the source of the record where nothing is stated.
  public var statedPower: Double?
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
  /// Whether what the acts were is read beside when they came: their kinds, and the demands. A
  /// record that is no record of reports has none.
  public var readsContent = true
  /// What kinds each story expects; that of the record's source where nothing is stated.
  public var markTable: MarkTable?

  /// Makes options.
  public init(
    seed: UInt64 = 1, draws: Int = 40, power: Double? = nil,
    evidence: ProcessTracing.Limits = .init(),
    includesTrust: Bool = true, episodes: Int = 40, placebos: Int = 200, simulations: Int = 100,
    scale: IntensityScale = .goldsteinGDELT, words: VerbalScale = .icd203,
    model: ConductModel = ConductModel()
  ) {
    self.seed = seed
    self.draws = draws
    statedPower = power
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

extension ComparisonOptions {
  /// The power on the times of a record of reports.
  ///
  /// On simulated records in which dates, delays and attention were not the reader's, the best power
  /// was .62 to .65; on fifteen real episodes held back a lower power than .65 scored no worse. Where
  /// the record is the model's own, 1 is best.
  static let reportedPower = 0.65

  /// The power in use.
  public var power: Double { statedPower ?? 1 }

  /// The choices with those filled in that depend on where a record comes from.
  ///
  /// In a record of reports, acts cluster whatever the story, the times are read at less than full
  /// power, and the codes say what the acts were. A series of weights without a source on any row,
  /// such as a simulated record, is read by its times alone, in full.
  package func standing(for subject: Case) -> ComparisonOptions {
    var options = self
    let isReported = subject.isRecordOfReports
    options.statedPower = statedPower ?? (isReported ? Self.reportedPower : 1)
    options.model.burstiness = model.burstiness ?? (isReported ? .reported : .bare)
    if !isReported { options.readsContent = false }
    return options
  }
}

extension Case {
  /// Whether the rows are acts that somebody reported: any of them says where it comes from, or is
  /// weighed by its code. Rows that all state a weight, and none a source, are a series of weights.
  var isRecordOfReports: Bool {
    events.contains {
      !$0.source.publisher.isEmpty || !$0.source.url.isEmpty || $0.statedIntensity == nil
    }
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
