import Estimation

/// The posterior of one stream's coefficients at one setting of the model, by Laplace's method.
struct StreamFit: Sendable {
  let posterior: StreamPosterior
  let laplace: LaplaceEvidence
  /// The log of the weight of the setting before the record is read.
  let logWeight: Double

  /// The log evidence with the weight of the setting.
  var weighted: Double { laplace.logEvidence + logWeight }

  /// Fits a posterior, starting from an earlier mode where it has the same arguments.
  init(_ posterior: StreamPosterior, logWeight: Double, start: [Double]?) {
    self.posterior = posterior
    self.logWeight = logWeight
    let maximizer = NewtonMaximizer(iterationLimit: 100, tolerance: 1e-5)
    var from = posterior.centre
    if let start, start.count == from.count { from = start }
    laplace = LaplaceEvidence(maximizer.maximize(posterior, from: from))
  }
}
