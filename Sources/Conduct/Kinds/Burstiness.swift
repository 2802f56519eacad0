/// How far acts bring forth acts in any record, whatever the story: answers to the other side, and
/// momentum of one's own.
///
/// It is part of every story's expectation, the constant rate's too: in records of real pairs of
/// states acts cluster and are answered whatever the motive, so that a burst by itself speaks for no
/// story.
public struct Burstiness: Hashable, Sendable, Codable {
  /// Acts brought forth by one act received.
  public let answers: CoefficientPrior
  /// Acts brought forth by one act of one's own.
  public let momentum: CoefficientPrior
  /// Where the figures come from.
  public let origin: String

  /// Makes an expectation.
  public init(answers: CoefficientPrior, momentum: CoefficientPrior, origin: String) {
    self.answers = answers
    self.momentum = momentum
    self.origin = origin
  }

  /// Little of either: for records that are no reports, such as simulated ones.
  public static let bare = Burstiness(
    answers: CoefficientPrior(median: 0.08, spread: 0.6),
    momentum: CoefficientPrior(median: 0.1, spread: 0.6), origin: "judgement")

  /// What was found in records of reports.
  ///
  /// 120 of 425 directed pairs of states and years with at least 12 hostile acts in two extracts of
  /// ICEWS (2005-15 and 2018), fitted hierarchically by `Benchmarks/priors/burstiness.py`: answers
  /// median .14, spread .76; momentum .31, .52. The spreads stand a quarter wider here, for the
  /// records of a case are made by hand.
  public static let reported = Burstiness(
    answers: CoefficientPrior(median: 0.14, spread: 0.95),
    momentum: CoefficientPrior(median: 0.31, spread: 0.65),
    origin: "120 directed pairs of states in ICEWS, 2005-15 and 2018, spreads a quarter wider")
}
