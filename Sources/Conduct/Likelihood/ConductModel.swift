/// The settings of the model of conduct that do not depend on the explanation.
public struct ConductModel: Hashable, Sendable {
  /// A value with the weight it has before the record is read.
  public struct Weighted<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The value.
    public let value: Value
    /// The weight; the weights of a list sum to 1.
    public let weight: Double

    /// Makes a weighted value.
    public init(_ value: Value, weight: Double) {
      self.value = value
      self.weight = weight
    }
  }

  /// The mean number of days after which an act is answered: a mixture, since no one knows it.
  public var answerDays: [Weighted<Double>]
  /// The overdispersion: the standard deviation by which the log rate of each kind of act wanders
  /// in 30 days for reasons outside the model, such as attention of the press. A mixture.
  public var wandering: [Weighted<Double>]
  /// The number of terms in which the wandering is expanded.
  public var wanderingTerms: Int
  /// The number of days, spread over its span, that stand for an act of uncertain date on a draw.
  public var dateNodes: Int
  /// The standard deviation of the log base rates around what is expected of them by own count.
  public var baseSpread: Double
  /// The same where the expectation is that of parity.
  public var paritySpread: Double
  /// The weight of the expectation that base rates are those of the other side; the rest is that of
  /// the expectation that they fit the actor's own number of acts.
  public var parity: Double
  /// A factor on the medians of active coefficients.
  public var priorScale: Double
  /// How far acts bring forth acts whatever the story; that of the source of the record where nothing
  /// is stated.
  public var burstiness: Burstiness?
  /// How near one another acts must lie to be one decision: a mixture, since no one knows it.
  public var merging: [Weighted<MergingWindow>]

  /// What is expected of a coefficient under a kind of conduct.
  func prior(of coefficient: Coefficient, _ kind: ConductKind) -> CoefficientPrior {
    kind.prior(of: coefficient, scale: priorScale, burstiness: burstiness ?? .bare)
  }

  /// The mean delay of answers that is as likely to be exceeded as not.
  var medianAnswerDays: Double {
    var sum = 0.0
    let sorted = answerDays.sorted { $0.value < $1.value }
    return sorted.first {
      sum += $0.weight
      return sum >= 0.5
    }?.value ?? sorted.last?.value ?? 10
  }

  /// The settings chosen by simulation.
  public init(
    answerDays: [Weighted<Double>] = [
      Weighted(4, weight: 0.15), Weighted(8, weight: 0.35), Weighted(14, weight: 0.3),
      Weighted(26, weight: 0.2),
    ],
    wandering: [Weighted<Double>] = [Weighted(0, weight: 0.35), Weighted(0.4, weight: 0.65)],
    wanderingTerms: Int = 4, dateNodes: Int = 3, baseSpread: Double = 0.7,
    paritySpread: Double = 0.5, parity: Double = 0.7, priorScale: Double = 1,
    burstiness: Burstiness? = nil,
    merging: [Weighted<MergingWindow>] = [
      Weighted(.none, weight: 0.4), Weighted(.days(0), weight: 0.15),
      Weighted(.days(1), weight: 0.15), Weighted(.days(3), weight: 0.15),
      Weighted(.days(7), weight: 0.15),
    ]
  ) {
    self.answerDays = answerDays
    self.wandering = wandering
    self.wanderingTerms = wanderingTerms
    self.dateNodes = dateNodes
    self.baseSpread = baseSpread
    self.paritySpread = paritySpread
    self.parity = parity
    self.priorScale = priorScale
    self.burstiness = burstiness
    self.merging = merging
  }
}
