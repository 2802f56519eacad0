public import Diplomacy

/// What became of a level over the days of a course, in facts that a sentence can say.
public struct CourseOutline: Hashable, Sendable, Codable {
  /// How the level went over the days on which it is known.
  public enum Shape: String, Hashable, CaseIterable, Sendable, Codable {
    /// No act, or too few to know the level on any day.
    case unknown
    /// The level stayed within ``leastChange``.
    case steady
    /// It was lower at the end than at the start.
    case worsened
    /// It was higher at the end.
    case improved
    /// It fell and rose again.
    case fellAndRose
    /// It rose and fell again.
    case roseAndFell
  }

  /// How the level went.
  public let shape: Shape
  /// The level on the first known day; nothing where there is none.
  public let first: Double?
  /// The day and level at which it was farthest from where it started and ended; nothing for shapes
  /// without a turn.
  public let turn: Extreme?
  /// The level on the last known day.
  public let last: Double?
  /// The stretches of at least ``leastSilence`` days on which the level is unknown.
  public let silences: [DateSpan]
  /// The share of days on which the level is known, from 0 to 1.
  public let knownShare: Double
  /// The expected number of acts.
  public let acts: Double

  /// A day with its level.
  public struct Extreme: Hashable, Sendable, Codable {
    /// The day.
    public let day: Day
    /// The level.
    public let level: Double
  }

  /// The least change of a level that is called one, in units of the scale: the noise of one act.
  public static let leastChange = 3.0
  /// The least number of unknown days in a row that are called a silence.
  public static let leastSilence = 30

  init(
    levels: [Double], isKnown: [Bool], low: [Double], high: [Double], from start: Day, acts: Double
  ) {
    self.acts = acts
    let known = levels.indices.filter { isKnown[$0] }
    knownShare = levels.isEmpty ? 0 : Double(known.count) / Double(levels.count)
    var silences: [DateSpan] = []
    var index = 0
    while index < levels.count {
      guard !isKnown[index] else {
        index += 1
        continue
      }
      let first = index
      while index < levels.count, !isKnown[index] { index += 1 }
      if index - first >= Self.leastSilence,
        let span = DateSpan(from: start + first, through: start + (index - 1))
      {
        silences.append(span)
      }
    }
    self.silences = silences
    guard let firstDay = known.first, let lastDay = known.last,
      let bottom = known.min(by: { (levels[$0], $0) < (levels[$1], $1) }),
      let top = known.max(by: { (levels[$0], -$0) < (levels[$1], -$1) })
    else {
      shape = .unknown
      first = nil
      turn = nil
      last = nil
      return
    }
    let (one, other) = (levels[firstDay], levels[lastDay])
    first = one
    last = other
    let dip = min(one, other) - levels[bottom]
    let peak = levels[top] - max(one, other)
    if dip >= Self.leastChange, dip >= peak {
      shape = .fellAndRose
      turn = Extreme(day: start + bottom, level: levels[bottom])
    } else if peak >= Self.leastChange {
      shape = .roseAndFell
      turn = Extreme(day: start + top, level: levels[top])
    } else {
      shape =
        other - one <= -Self.leastChange
        ? .worsened : other - one >= Self.leastChange ? .improved : .steady
      turn = nil
    }
  }
}
