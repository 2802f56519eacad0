import Foundation

/// How likely a silence of some length is, given how often two actors were in contact before.
///
/// Contacts in the baseline are taken as a Poisson process with an unknown rate under Jeffreys'
/// prior, a gamma of shape 1/2 and rate 0. After *n* contacts in *T* days the rate is gamma of shape
/// *n* + 1/2 and rate *T*, and a silence of *g* days or more has the predictive probability
/// (*T* / (*T* + *g*))^(*n* + 1/2), the survival function of the Lomax distribution.
///
/// > Lomax, K. S. "Business Failures: Another Example of the Analysis of Failure Data." *Journal of
/// > the American Statistical Association* 49, 1954, 847-852. Gelman, A. et al. *Bayesian Data
/// > Analysis*, 3rd ed., 2013, section 2.6.
public struct SilenceModel: Hashable, Sendable, Codable {
  /// The number of baseline days with contact.
  public let contacts: Int
  /// The number of days of the baseline.
  public let exposure: Int
  /// The smallest number of contacts from which a silence is judged.
  public let minimum: Int

  /// Makes a model.
  ///
  /// - Parameters:
  ///   - contacts: The number of baseline days with contact, at least 0.
  ///   - exposure: The number of days of the baseline, at least 0.
  ///   - minimum: The smallest number of contacts from which a silence is judged.
  public init(contacts: Int, exposure: Int, minimum: Int = 3) {
    self.contacts = contacts
    self.exposure = exposure
    self.minimum = minimum
  }

  /// Whether the baseline holds enough contacts to judge a silence.
  public var canJudge: Bool { exposure > 0 && contacts >= max(0, minimum) }

  /// The mean number of days between contacts in the baseline; nothing where there was none.
  public var meanGap: Double? { contacts > 0 ? Double(exposure) / Double(contacts) : nil }

  /// The probability of a silence of at least so many days, or nothing where it cannot be judged.
  public func probability(ofSilence days: Int) -> Double? {
    guard canJudge else { return nil }
    let ratio = Double(exposure) / (Double(exposure) + Double(max(0, days)))
    return pow(ratio, Double(contacts) + 0.5)
  }

  /// The shortest silence with a probability below a bound, or nothing where it cannot be judged.
  public func daysOfSilence(rarerThan bound: Double) -> Int? {
    guard canJudge, bound > 0, bound < 1 else { return nil }
    let days = Double(exposure) * (pow(bound, -1 / (Double(contacts) + 0.5)) - 1)
    return days < 1e9 ? Int(days.rounded(.down)) + 1 : nil
  }
}

/// When a silence speaks for a strained or a suspended channel.
public struct ChannelSettings: Hashable, Sendable, Codable {
  /// A silence less likely than this strains a channel.
  public var strainedBelow: Double
  /// A silence less likely than this suspends it.
  public var suspendedBelow: Double
  /// The smallest number of baseline contacts from which a silence is judged.
  public var minimumContacts: Int

  /// Makes settings.
  public init(
    strainedBelow: Double = 0.05, suspendedBelow: Double = 0.01, minimumContacts: Int = 3
  ) {
    self.strainedBelow = strainedBelow
    self.suspendedBelow = suspendedBelow
    self.minimumContacts = minimumContacts
  }

  /// The state that a silence of some probability speaks for.
  func state(atSilence probability: Double) -> ChannelState {
    probability < suspendedBelow ? .suspended : probability < strainedBelow ? .strained : .open
  }
}
