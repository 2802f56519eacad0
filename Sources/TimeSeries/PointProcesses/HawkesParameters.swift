import Estimation

/// The parameters of a multivariate Hawkes process with exponential kernels.
///
/// The intensity of type *i* is
///
///     λ_i(t) = μ_i + Σ_{t_k < t} α_ij m_k β_ij exp(−β_ij (t − t_k)),   j the type of event k,
///
/// so that α_ij is the mean number of events of type *i* that one event of type *j* with mark 1
/// brings about (a branching ratio), and 1/β_ij the mean delay.
///
/// > Hawkes, A. G. "Spectra of some self-exciting and mutually exciting point processes."
/// > *Biometrika* 58, 1971, 83-90.
public struct HawkesParameters: Hashable, Sendable, Codable {
  /// μ: events per unit of time that nothing in the series brought about, per type.
  public var baseline: [Double]
  /// α: row the type that reacts, column the type reacted to.
  public var branching: [[Double]]
  /// β: per unit of time, in the same layout.
  public var decay: [[Double]]

  /// Makes parameters with one decay for each pair of types.
  public init(baseline: [Double], branching: [[Double]], decay: [[Double]]) {
    self.baseline = baseline
    self.branching = branching
    self.decay = decay
  }

  /// Makes parameters with one decay for all.
  public init(baseline: [Double], branching: [[Double]], decay: Double) {
    self.init(
      baseline: baseline, branching: branching,
      decay: branching.map { $0.map { _ in decay } })
  }

  /// The number of types.
  public var order: Int { baseline.count }

  /// The spectral radius of the branching ratios; the process is stationary below 1.
  public var spectralRadius: Double { Estimation.spectralRadius(branching) }
}
