/// Reciprocity of totals among two or more directed series, as Goldstein and Freeman used it.
///
/// Each series is the total of one direction of conduct, week by week for instance. The number of
/// lags is Schwarz's choice; a positive cumulated response of one direction to the other is
/// reciprocity, a negative one inverse response. With a third party's series among them the
/// responses are net of its past (a triad).
public struct TotalsReciprocity: Hashable, Sendable, Codable {
  /// The names of the series.
  public let names: [String]
  /// The number of observations.
  public let observations: Int
  /// The lags that each criterion prefers.
  public let order: VectorAutoregression.OrderChoice
  /// The lags used.
  public let lags: Int
  /// The largest modulus of the roots; responses die out below 1.
  public let largestRoot: Double
  /// For each series, the constant, then for each lag the coefficient of each series.
  public let coefficients: [[Double]]
  /// Standard errors in the same layout.
  public let errors: [[Double]]
  /// The log-likelihood, in nats.
  public let logLikelihood: Double
  /// Whether the past of each series helps to foretell each other one.
  public let tests: [GrangerTest]
  /// The response of each series to a unit shock of each other one.
  public let responses: [ImpulseResponse]
  /// The share of each series' forecast error after the last step that shocks of each series account
  /// for, the earlier series of a week moving the later ones at once.
  public let varianceShares: [[Double]]
  /// The seed of the bands.
  public let seed: UInt64

  /// Analyses series of totals.
  ///
  /// - Parameters:
  ///   - data: For each time the total of each series.
  ///   - names: The names of the series, at least two.
  ///   - lags: The number of lags; Schwarz's choice where left out.
  ///   - steps: The number of steps followed after a shock.
  ///   - seed: The seed of the bands.
  /// - Throws: ``SeriesError`` where the series are too short, gappy or dependent.
  public init(
    _ data: [[Double]], names: [String], lags: Int? = nil, steps: Int = 12, seed: UInt64 = 1
  ) throws(SeriesError) {
    guard names.count > 1 else { throw SeriesError("reciprocity needs at least two series") }
    let order = try VectorAutoregression.order(data, names: names)
    let used = lags ?? order.bic
    let fit = try VectorAutoregression(data, names: names, lags: used)
    self.names = names
    observations = data.count
    self.order = order
    self.lags = used
    largestRoot = fit.largestRoot
    coefficients = fit.coefficients
    errors = fit.errors
    logLikelihood = fit.logLikelihood
    tests = names.indices.flatMap { source in
      names.indices.filter { $0 != source }.map { fit.grangerTest(from: source, to: $0) }
    }
    responses = fit.impulseResponses(steps: steps, seed: seed)
    varianceShares = fit.varianceDecomposition(steps: steps)
    self.seed = seed
  }
}
