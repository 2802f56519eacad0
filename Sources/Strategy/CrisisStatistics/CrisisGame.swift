import Games
import Estimation
import Foundation

/// The crisis-bargaining game with private costs on both sides, and all of its equilibria.
///
/// A challenges or not; B concedes or resists; A fights or backs down. Each side's payoff from
/// fighting, and A's from backing down, carries a private standard normal shock.
///
/// > Lewis, J. B., Schultz, K. A. "Revealing preferences: empirical estimation of a crisis bargaining
/// > game with incomplete information." *Political Analysis* 11, 2003, 345-367.
///
/// | symbol | property |
/// |---|---|
/// | S_A | ``statusQuoA`` |
/// | V_A, C_B | ``concessionA``, ``concessionB`` |
/// | W_A, W_B | ``warA``, ``warB`` |
/// | a, V_B | ``backingDownA``, ``backingDownB`` |
public struct CrisisGame: Hashable, Sendable {
  /// A's payoff from the status quo.
  public let statusQuoA: Double
  /// A's payoff when B concedes.
  public let concessionA: Double
  /// B's payoff when it concedes.
  public let concessionB: Double
  /// A's mean payoff from fighting.
  public let warA: Double
  /// B's mean payoff from fighting.
  public let warB: Double
  /// A's mean payoff from backing down.
  public let backingDownA: Double
  /// B's payoff when A backs down.
  public let backingDownB: Double

  /// Makes a game.
  public init(
    statusQuoA: Double, concessionA: Double, concessionB: Double, warA: Double, warB: Double,
    backingDownA: Double, backingDownB: Double
  ) {
    self.statusQuoA = statusQuoA
    self.concessionA = concessionA
    self.concessionB = concessionB
    self.warA = warA
    self.warB = warB
    self.backingDownA = backingDownA
    self.backingDownB = backingDownB
  }

  /// One equilibrium as the probabilities of the three choices.
  public struct Equilibrium: Hashable, Sendable, Codable {
    /// The probability that A challenges.
    public let challenge: Double
    /// The probability that B resists a challenge.
    public let resist: Double
    /// The probability that A fights when resisted.
    public let fight: Double

    /// The probability of the status quo.
    public var statusQuo: Double { 1 - challenge }
    /// The probability that B concedes.
    public var concession: Double { challenge * (1 - resist) }
    /// The probability of fighting.
    public var war: Double { challenge * resist * fight }
    /// The probability that A backs down.
    public var backingDown: Double { challenge * resist * (1 - fight) }
  }

  /// Every equilibrium, in ascending order of the probability that B resists.
  ///
  /// An equilibrium is a fixed point in B's probability of resisting. All crossings of a grid are
  /// bracketed and bisected; two roots closer than a cell of the grid would be missed as a pair.
  ///
  /// - Parameter cells: The number of cells of the grid.
  /// - Complexity: O(*cells*).
  public func equilibria(cells: Int = 4_000) -> [Equilibrium] {
    var found: [Equilibrium] = []
    var left = 1e-9
    var valueLeft = excess(left)
    for cell in 1...max(1, cells) {
      let right = min(1 - 1e-9, Double(cell) / Double(max(1, cells)))
      let valueRight = excess(right)
      if valueLeft.isFinite && valueRight.isFinite && (valueLeft < 0) != (valueRight < 0) {
        found.append(response(to: root(left, right)).equilibrium)
      }
      (left, valueLeft) = (right, valueRight)
    }
    return found
  }

  /// How much more often B would resist than A expects it to.
  private func excess(_ resist: Double) -> Double { response(to: resist).resist - resist }

  private func root(_ low: Double, _ high: Double) -> Double {
    var low = low
    var high = high
    let startsBelow = excess(low) < 0
    for _ in 0..<200 where high - low > 0 {
      let middle = (low + high) / 2
      if middle <= low || middle >= high { break }
      if (excess(middle) < 0) == startsBelow { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// What both sides do when A expects B to resist with a given probability.
  private func response(to expected: Double) -> (resist: Double, equilibrium: Equilibrium) {
    let threshold = (statusQuoA - (1 - expected) * concessionA) / expected
    let staysOut =
      SpecialFunctions.normalCDF(threshold - warA)
      * SpecialFunctions.normalCDF(threshold - backingDownA)
    let challenge = 1 - staysOut
    let half = 2.0.squareRoot()
    let challengesAndFights = NormalDistribution.bivariate(
      (warA - backingDownA) / half, warA - threshold, correlation: 1 / half)
    let fight = challenge > 0 ? min(1, max(0, challengesAndFights / challenge)) : 0
    let gain = (fight * warB + (1 - fight) * backingDownB - concessionB) / fight
    let resist = fight > 0 ? SpecialFunctions.normalCDF(gain) : (gain < 0 ? 0 : 1)
    return (resist, Equilibrium(challenge: challenge, resist: expected, fight: fight))
  }

  /// The log-likelihood of observed outcomes under one equilibrium, in nats.
  ///
  /// - Parameter counts: How often the status quo, concession, war and backing down were seen.
  public static func logLikelihood(
    of counts: (statusQuo: Int, concession: Int, war: Int, backingDown: Int),
    under equilibrium: Equilibrium
  ) -> Double {
    func term(_ count: Int, _ probability: Double) -> Double {
      count == 0 ? 0 : Double(count) * log(probability)
    }
    return term(counts.statusQuo, equilibrium.statusQuo)
      + term(counts.concession, equilibrium.concession) + term(counts.war, equilibrium.war)
      + term(counts.backingDown, equilibrium.backingDown)
  }
}
