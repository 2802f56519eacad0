import Foundation

/// What kinds of hostile acts each story leads one to expect: a table, with where it comes from.
///
/// The shares are a Dirichlet mean: the base mix of the source of the record times the exponent of
/// the story's log-odds, made to sum to one. The concentration says how firmly: 10 means that ten
/// acts weigh as much as the table.
public struct MarkTable: Hashable, Sendable, Codable {
  /// The share of each kind among hostile acts when nothing is known of the story.
  public var base: [HostileKind: Double]
  /// What the base mix rests on.
  public var baseOrigin: String
  /// Log-odds against the base mix for each kind of conduct; what is not named is 0.
  public var logOdds: [String: [HostileKind: Double]]
  /// What the log-odds rest on.
  public var origin: String
  /// The concentration of the Dirichlet prior, above 0.
  public var concentration: Double
  /// The factor on the log-odds after the story's end, from 0 to 1.
  public var afterEnd: Double
  /// For how many days after a domestic shock the log-odds of a rally hold in full.
  public var shockDays: Int

  /// Shares of kinds in a record that people compiled from reports.
  public static let handBase: [HostileKind: Double] = [
    .accuse: 0.25, .protest: 0.08, .reject: 0.15, .demand: 0.10, .threaten: 0.08, .reduce: 0.13,
    .sanction: 0.12, .detain: 0.03, .force: 0.06,
  ]

  /// The table for a record that people compiled.
  ///
  /// It was written from theory before any case was opened, to the nearest tenth: demand, threat
  /// and cost until compliance (Schelling 1966; George 1991; Art and Cronin 2003), return in kind
  /// (Axelrod 1984; Goldstein and Freeman 1990), cheap words for a public at home (Levy 1989;
  /// Pickering and Kisangani 2005), amends (Lind 2008), withdrawal from a partner (Snyder 1997).
  public static let standard = MarkTable(
    base: handBase,
    baseOrigin: "judgement before any case was opened, for records compiled from reports",
    logOdds: [
      "insulation": insulation,
      "orchestration": insulation,
      "grievance": [
        .accuse: 0.4, .protest: 0.8, .reject: 0.1, .demand: 0.3, .threaten: -0.3, .reduce: 0.4,
        .sanction: -0.2, .force: -0.4,
      ],
      "reciprocity": [
        .accuse: 0.1, .demand: -0.6, .threaten: 0.1, .reduce: 0.4, .sanction: 0.3, .force: 0.4,
      ],
      "rally": [
        .accuse: 0.8, .protest: 0.2, .threaten: 0.3, .reduce: -0.3, .sanction: -0.4, .force: -0.2,
      ],
      "bargaining": [
        .accuse: -0.3, .protest: -0.3, .reject: 0.1, .demand: 0.9, .threaten: 0.7, .reduce: 0.1,
        .sanction: 0.6, .detain: 0.3,
      ],
      "drift": [
        .protest: -0.1, .reject: 0.2, .demand: -0.5, .threaten: -0.5, .reduce: 0.6,
        .sanction: -0.4, .force: -0.4,
      ],
    ],
    origin: "theory of coercion, reciprocity, diversion, apology and alignment, to the nearest "
      + "tenth, before any case was opened",
    concentration: 10, afterEnd: 0.3, shockDays: 42)

  private static let insulation: [HostileKind: Double] = [
    .accuse: 0.2, .reject: 0.7, .demand: -0.8, .threaten: -0.2, .reduce: 0.3, .force: -0.3,
  ]

  /// The Dirichlet parameters of a kind of conduct, in the order of ``HostileKind``.
  ///
  /// - Parameters:
  ///   - conduct: The kind of conduct, such as bargaining; one that the table does not name has the
  ///     base mix.
  ///   - isInForce: Whether the story's condition holds, so that the log-odds count in full.
  func parameters(of conduct: String, isInForce: Bool) -> [Double] {
    let odds = logOdds[conduct] ?? [:]
    let weights = HostileKind.allCases.map {
      (base[$0] ?? 0) * exp((odds[$0] ?? 0) * (isInForce ? 1 : afterEnd))
    }
    let total = weights.reduce(0, +)
    return weights.map { concentration * $0 / total }
  }
}
