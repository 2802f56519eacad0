public import TimeSeries
import Conduct

/// The findings about who reacts to whom, in words.
public enum ReciprocityGlossary {
  /// The unit in which times are told.
  public enum Unit: Sendable {
    /// Days, as for acts of a record.
    case days
    /// Whatever the file counts in.
    case ofFile

    var many: String { self == .days ? "days" : "units of the file's time" }
    var one: String { self == .days ? "a day" : "a unit of the file's time" }
  }

  /// A number with its interval.
  public static func shown(_ estimate: ReciprocityAnalysis.Estimate) -> String {
    guard let interval = estimate.interval else {
      return estimate.value < 1e-9 ? "0" : NumberFormat.significant(estimate.value)
    }
    let ends = interval.map { NumberFormat.significant($0) }.joined(separator: " to ")
    return "\(NumberFormat.significant(estimate.value)) (\(ends))"
  }

  /// What was fitted, to what and how.
  public static func basis(_ analysis: ReciprocityAnalysis, in unit: Unit) -> String {
    let drawn =
      analysis.draws > 1
      ? ", the mean of \(analysis.draws) draws of times within their unit, seed \(analysis.seed)"
      : ""
    let prior =
      analysis.priorDelay.map {
        ", a weak prior around a mean delay of \(NumberFormat.significant($0, digits: 3))"
      } ?? ""
    return
      "\(analysis.count) events of \(NumberFormat.count(analysis.types.count, "type")) in \(NumberFormat.significant(analysis.horizon, digits: 4)) \(unit.many); \(analysis.method)\(prior), log-likelihood \(NumberFormat.fixed(analysis.logLikelihood, decimals: 3)) nats\(drawn)"
  }

  /// How fast reactions come, or that nothing can be said of it.
  public static func delay(_ analysis: ReciprocityAnalysis, in unit: Unit) -> String {
    if analysis.branching.joined().allSatisfy({ $0.value < 1e-9 }) {
      return "no type reacts to any, so there is no delay to speak of"
    }
    return "mean delay of a reaction: \(shown(analysis.meanDelay)) \(unit.many)"
  }

  /// Whether exchanges die down.
  public static func stationarity(_ analysis: ReciprocityAnalysis) -> String {
    let radius = NumberFormat.fixed(analysis.spectralRadius, decimals: 3)
    guard !analysis.isStationary else {
      return "spectral radius \(radius): below 1, exchanges die down by themselves"
    }
    return
      "spectral radius \(radius): not stationary; in the long run an act brings about at least one more, so exchanges would grow without end and these figures describe this stretch of time only"
  }

  /// How well the fit accounts for the timing.
  public static func goodness(_ fit: GoodnessOfFit) -> String {
    let source =
      fit.simulations > 0
      ? "from \(fit.simulations) simulations of the fit (simulated data)"
      : "by the large-sample formula, which takes the parameters for known"
    let verdict =
      fit.probability < 0.05
      ? "the process does not account for the timing" : "no sign that the timing is something else"
    return
      "goodness of fit: p = \(NumberFormat.fixed(fit.probability, decimals: 3)) \(source); correlation of successive gaps \(NumberFormat.signed(fit.lagCorrelation, decimals: 3)); \(verdict)"
  }

  /// What else must be said: a fit at the edge, or that delays of pairs differ.
  public static func remarks(_ analysis: ReciprocityAnalysis) -> [String] {
    var remarks: [String] = []
    if !analysis.hasConverged {
      remarks.append(
        "the best delay lies at the edge of what these events can tell: take it as a bound, and the ratios with care"
      )
    }
    if let parted = analysis.pairwiseLogLikelihood {
      let extra = analysis.types.count * analysis.types.count - 1
      if extra > 0 {
        remarks.append(
          "with a delay for each pair of types: log-likelihood \(NumberFormat.fixed(parted, decimals: 3)), \(NumberFormat.count(extra, "parameter")) more"
        )
      }
    }
    return remarks
  }
}
