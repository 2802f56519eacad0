import Diplomacy
import Foundation

/// How likely a silence of some length is, given how often two actors were in contact before.
///
/// Contacts come in clusters: a visit brings calls before and after it. Contacts less than a week
/// apart are one episode, and the episodes of the baseline are a Poisson process whose rate differs
/// between stretches of time, so that their counts by quarter have the index of dispersion φ ≥ 1.
/// With *n* episodes in *T* days and Jeffreys' prior, a silence of *g* days or more has the predictive
/// probability (*T* / (*T* + *g*))^(*n*/φ + 1/2), the survival function of the Lomax distribution; φ = 1
/// is the Poisson process of a single rate. Clustering makes long silences less surprising.
///
/// > Lomax, K. S. "Business Failures: Another Example of the Analysis of Failure Data." *Journal of
/// > the American Statistical Association* 49, 1954, 847-852. Cox, D. R., Lewis, P. A. W. *The
/// > Statistical Analysis of Series of Events*, 1966, ch. 4 (index of dispersion). Gelman, A. et al.
/// > *Bayesian Data Analysis*, 3rd ed., 2013, section 2.6.
public struct SilenceModel: Hashable, Sendable, Codable {
  /// The number of episodes of contact in the baseline.
  public let contacts: Int
  /// The number of days of the baseline.
  public let exposure: Int
  /// The smallest number of episodes from which a silence is judged.
  public let minimum: Int
  /// The index of dispersion of episodes by quarter, at least 1.
  public let dispersion: Double

  /// Makes a model.
  ///
  /// - Parameters:
  ///   - contacts: The number of episodes of contact in the baseline, at least 0.
  ///   - exposure: The number of days of the baseline, at least 0.
  ///   - minimum: The smallest number of episodes from which a silence is judged.
  ///   - dispersion: The index of dispersion of episodes by quarter; below 1 is taken as 1.
  public init(contacts: Int, exposure: Int, minimum: Int = 3, dispersion: Double = 1) {
    self.contacts = contacts
    self.exposure = exposure
    self.minimum = minimum
    self.dispersion = dispersion.isFinite ? max(1, dispersion) : 1
  }

  /// Makes the model of the days with contact of a baseline.
  ///
  /// - Parameters:
  ///   - days: The days with contact, ascending.
  ///   - baseline: The days of the baseline.
  ///   - minimum: The smallest number of episodes from which a silence is judged.
  init(days: [Day], in baseline: DateSpan, minimum: Int) {
    var starts: [Day] = []
    var previous: Day?
    for day in days {
      if previous.map({ day - $0 >= Self.episodeGap }) ?? true { starts.append(day) }
      previous = day
    }
    var counts = [Int](repeating: 0, count: max(1, baseline.length / Self.quarter))
    for start in starts {
      counts[min(counts.count - 1, (start - baseline.first) / Self.quarter)] += 1
    }
    let mean = Double(starts.count) / Double(counts.count)
    let spread = counts.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    let dispersion =
      counts.count > 1 && mean > 0 ? spread / Double(counts.count - 1) / mean : 1
    self.init(
      contacts: starts.count, exposure: baseline.length, minimum: minimum,
      dispersion: dispersion)
  }

  /// Contacts fewer days apart than this are one episode.
  static let episodeGap = 7
  /// The days of a stretch whose counts are compared.
  static let quarter = 91

  /// Whether the baseline holds enough contacts to judge a silence.
  public var canJudge: Bool { exposure > 0 && contacts >= max(0, minimum) }

  /// The mean number of days between episodes in the baseline; nothing where there was none.
  public var meanGap: Double? { contacts > 0 ? Double(exposure) / Double(contacts) : nil }

  private var shape: Double { Double(contacts) / dispersion + 0.5 }

  /// The probability of a silence of at least so many days, or nothing where it cannot be judged.
  public func probability(ofSilence days: Int) -> Double? {
    guard canJudge else { return nil }
    let ratio = Double(exposure) / (Double(exposure) + Double(max(0, days)))
    return pow(ratio, shape)
  }

  /// The shortest silence with a probability below a bound, or nothing where it cannot be judged.
  public func daysOfSilence(rarerThan bound: Double) -> Int? {
    guard canJudge, bound > 0, bound < 1 else { return nil }
    let days = Double(exposure) * (pow(bound, -1 / shape) - 1)
    return days < 1e9 ? Int(days.rounded(.down)) + 1 : nil
  }
}

/// When a silence speaks for a strained or a suspended channel, and how long an act speaks at all.
public struct ChannelSettings: Hashable, Sendable, Codable {
  /// A silence less likely than this strains a channel.
  public var strainedBelow: Double
  /// A silence less likely than this suspends it.
  public var suspendedBelow: Double
  /// The smallest number of baseline contacts from which a silence is judged.
  public var minimumContacts: Int
  /// The days for which a contact or a restriction tells the state; then it is unknown again.
  public var contactDays: Int
  /// The days for which an ending tells the state: a closure lasts until it is taken back, and taking
  /// it back tends to be reported.
  public var closureDays: Int
  /// Contacts called off within so many days of one another, without one held between, strain.
  public var cancellationDays: Int

  /// Makes settings.
  public init(
    strainedBelow: Double = 0.05, suspendedBelow: Double = 0.01, minimumContacts: Int = 3,
    contactDays: Int = 90, closureDays: Int = 365, cancellationDays: Int = 90
  ) {
    self.strainedBelow = strainedBelow
    self.suspendedBelow = suspendedBelow
    self.minimumContacts = minimumContacts
    self.contactDays = contactDays
    self.closureDays = closureDays
    self.cancellationDays = cancellationDays
  }

  /// The days for which a state is told by the act before it.
  func days(of state: ChannelState) -> Int {
    state == .suspended ? closureDays : contactDays
  }

  /// The state that a silence of some probability speaks for.
  func state(atSilence probability: Double) -> ChannelState {
    probability < suspendedBelow ? .suspended : probability < strainedBelow ? .strained : .open
  }
}
