/// What the record says of a clause or an assertion, from the weakest to the strongest.
///
/// *Supported* and, where rows speak against a clause, *contradicted* are said only where no row that
/// the record lacks could take the words back. A clause that needs rows not to be there can at best
/// hold in the record as it was searched. The order is that of the rules by which clauses are joined:
/// all of them give the weakest verdict among them, any of them the strongest.
public enum Verdict: String, Hashable, CaseIterable, Comparable, Sendable, Codable {
  /// The rows that are there, whatever the days of uncertain ones, are enough for it.
  case supported
  /// It holds in a record that was searched for rows against it; the clause names the search.
  case holdsAsSearched = "holds-as-searched"
  /// It holds in part, or on some readings of uncertain days, or so narrowly that it may be chance.
  case partly
  /// The record cannot tell.
  case untested
  /// It fails on every reading of the record.
  case contradicted

  /// The place in the order, 0 for contradicted and 4 for supported.
  public var rank: Int {
    switch self {
    case .contradicted: 0
    case .untested: 1
    case .partly: 2
    case .holdsAsSearched: 3
    case .supported: 4
    }
  }

  /// Whether the clause holds: supported, or as searched.
  public var holds: Bool { self == .supported || self == .holdsAsSearched }

  /// On which side of "cannot say" the verdict lies: 1 for it, 0 neither, -1 against it.
  ///
  /// A verdict that goes from 1 to -1 or back moves by two steps.
  public var side: Int { holds ? 1 : self == .contradicted ? -1 : 0 }

  /// Orders verdicts from contradicted to supported.
  public static func < (lhs: Verdict, rhs: Verdict) -> Bool { lhs.rank < rhs.rank }

  /// How a number known within a range stands to bounds.
  enum Fit { case fits, mayFit, fails }

  /// How a number known within a range stands to bounds; open where a bound is left out.
  static func fit<Number: Comparable>(
    _ range: ClosedRange<Number>, atLeast: Number?, atMost: Number?
  ) -> Fit {
    func fits(_ value: Number) -> Bool {
      (atLeast.map { value >= $0 } ?? true) && (atMost.map { value <= $0 } ?? true)
    }
    let (low, high) = (fits(range.lowerBound), fits(range.upperBound))
    if low && high { return .fits }
    if low || high { return .mayFit }
    if let atLeast, range.upperBound < atLeast { return .fails }
    if let atMost, range.lowerBound > atMost { return .fails }
    return .mayFit
  }
}
