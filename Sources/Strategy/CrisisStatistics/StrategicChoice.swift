import Estimation
import Foundation

/// The two-step strategic choice model: A ends the game or passes it to B, who chooses the outcome.
///
/// > Signorino, C. S. "Structure and uncertainty in discrete choice models." *Political Analysis*
/// > 11, 2003, 316-344 (equations for agent error and private information).
public struct StrategicChoice: Hashable, Sendable {
  /// Where the uncertainty lies.
  public enum Uncertainty: String, Hashable, CaseIterable, Sendable, Codable {
    /// Each player's action carries a shock that the other does not see (agent error).
    case agentError = "agent"
    /// Each payoff carries a shock that only its owner sees (private information).
    case privateInformation = "private"
  }

  /// The probabilities of the three outcomes.
  public struct Outcomes: Hashable, Sendable, Codable {
    /// A ends the game.
    public let first: Double
    /// A passes and B chooses its first action.
    public let third: Double
    /// A passes and B chooses its second action.
    public let fourth: Double
  }

  /// A's payoff from ending the game.
  public let end: Double
  /// A's payoff from B's first action.
  public let third: Double
  /// A's payoff from B's second action.
  public let fourth: Double
  /// B's payoff from its second action, its first being zero.
  public let fourthOfB: Double

  /// Makes a model.
  ///
  /// - Parameters:
  ///   - end: A's payoff from ending the game.
  ///   - third: A's payoff from B's first action.
  ///   - fourth: A's payoff from B's second action.
  ///   - fourthOfB: B's payoff from its second action, relative to its first.
  public init(end: Double, third: Double, fourth: Double, fourthOfB: Double) {
    self.end = end
    self.third = third
    self.fourth = fourth
    self.fourthOfB = fourthOfB
  }

  /// The probabilities of the outcomes, with standard normal shocks.
  public func outcomes(_ uncertainty: Uncertainty) -> Outcomes {
    let half = 2.0.squareRoot()
    let second = SpecialFunctions.normalCDF(fourthOfB / half)
    let gain = (1 - second) * third + second * fourth - end
    let spread =
      switch uncertainty {
      case .agentError: half
      case .privateInformation: (1 + second * second + (1 - second) * (1 - second)).squareRoot()
      }
    let pass = SpecialFunctions.normalCDF(gain / spread)
    return Outcomes(first: 1 - pass, third: pass * (1 - second), fourth: pass * second)
  }

  /// The log-likelihood of observed outcomes, in nats.
  ///
  /// - Parameters:
  ///   - counts: How often each outcome was seen.
  ///   - uncertainty: Where the uncertainty lies.
  public func logLikelihood(
    of counts: (first: Int, third: Int, fourth: Int), _ uncertainty: Uncertainty
  ) -> Double {
    let chance = outcomes(uncertainty)
    func term(_ count: Int, _ probability: Double) -> Double {
      count == 0 ? 0 : Double(count) * log(probability)
    }
    return term(counts.first, chance.first) + term(counts.third, chance.third)
      + term(counts.fourth, chance.fourth)
  }
}
