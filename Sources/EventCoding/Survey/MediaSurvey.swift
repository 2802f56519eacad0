public import Diplomacy
import Estimation
import EventData

/// What a dated sample of media showed of one side toward the other.
///
/// A text counts once: as hostile where any act it codes from one side toward the other is hostile, as
/// calming where it codes only conciliatory ones, as neutral where what it codes is neither, and as
/// silent where it codes none. Shares are of texts and carry intervals over texts.
///
/// > Wilson, E. B. "Probable Inference, the Law of Succession, and Statistical Inference." *Journal of
/// > the American Statistical Association* 22, 1927.
public struct MediaSurvey: Sendable {
  /// A group of texts: an outlet of a side, toward the other side, in a month.
  public struct Group: Hashable, Comparable, Sendable {
    /// The outlet.
    public let outlet: String
    /// Whose outlet it is; empty where nobody said.
    public let side: String
    /// Toward whom.
    public let toward: ActorCode
    /// The month, as 2025-06; empty for texts without a date.
    public let month: String

    /// Orders groups by outlet, direction and month.
    public static func < (lhs: Group, rhs: Group) -> Bool {
      (lhs.outlet, lhs.side, lhs.toward, lhs.month) < (rhs.outlet, rhs.side, rhs.toward, rhs.month)
    }
  }

  /// Counts of texts and of coded acts.
  public struct Counts: Hashable, Sendable {
    /// Texts.
    public var texts = 0
    /// Texts with a hostile act.
    public var hostile = 0
    /// Texts with conciliatory acts and no hostile one.
    public var calming = 0
    /// Texts whose acts are neither.
    public var neutral = 0
    /// Texts without an act in this direction.
    public var silent = 0
    /// Hostile acts over all texts.
    public var hostileActs = 0
    /// Acts over all texts.
    public var acts = 0
  }

  /// The two sides.
  public let parties: [ActorCode]
  /// Whose outlet each publisher is, by its name or id in small letters.
  public let sides: [String: String]
  /// The counts.
  public private(set) var groups: [Group: Counts] = [:]
  /// Texts without an outlet's name.
  public private(set) var unnamed = 0
  /// The first and last day of the sample.
  public private(set) var days: DateSpan?

  /// Starts a survey.
  public init(parties: [ActorCode], sides: [String: String] = [:]) {
    self.parties = parties
    self.sides = sides
  }

  /// Adds a text with its acts, in both directions between the parties, or toward the other side only
  /// where the outlet's side is known.
  public mutating func add(_ document: NewsDocument, _ acts: [CodedAct]) {
    if document.publisher.isEmpty { unnamed += 1 }
    if let day = document.published {
      days = DateSpan(
        from: min(day, days?.first ?? day), through: max(day, days?.last ?? day))
    }
    let side = sides[document.publisher.lowercased()] ?? ""
    let month = document.published.map { String($0.description.prefix(7)) } ?? ""
    for target in parties where target.rawValue != side {
      let group = Group(
        outlet: document.publisher.isEmpty ? document.id : document.publisher, side: side,
        toward: target, month: month)
      let toward = acts.filter {
        $0.target == target && $0.source != target && parties.contains($0.source)
      }
      groups[group, default: Counts()].add(toward)
    }
  }

  /// The 95 per cent interval of a share by Wilson's score; from 0 to 1 of nothing.
  public static func interval(_ count: Int, of total: Int) -> ClosedRange<Double> {
    intervals.share(count, of: total)
  }

  private static let intervals = ProportionInterval(coverage: 0.95)

  /// The rows as CSV: a group a line, with shares of texts and their intervals.
  public var csv: String {
    var text = """
      outlet,side,toward,month,texts,hostile,hostile_low,hostile_high,calming,calming_low,\
      calming_high,neutral,silent,silent_low,silent_high,acts,hostile_acts

      """
    for (group, counts) in groups.sorted(by: { $0.key < $1.key }) {
      var fields = [group.outlet, group.side, group.toward.rawValue, group.month]
        .map(CaseRecordWriter.quoted)
      fields.append(String(counts.texts))
      fields += Self.share(counts.hostile, counts.texts)
      fields += Self.share(counts.calming, counts.texts)
      fields.append(Self.share(counts.neutral, counts.texts)[0])
      fields += Self.share(counts.silent, counts.texts)
      fields += [String(counts.acts), String(counts.hostileActs)]
      text += fields.joined(separator: ",") + "\n"
    }
    return text
  }

  private static func share(_ count: Int, _ total: Int) -> [String] {
    let interval = interval(count, of: total)
    let share = total == 0 ? 0 : Double(count) / Double(total)
    return [share, interval.lowerBound, interval.upperBound].map(decimals)
  }

  /// A share with three digits behind the point.
  public static func decimals(_ share: Double) -> String {
    let thousandths = Int((share * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }
}

extension MediaSurvey.Counts {
  mutating func add(_ toward: [CodedAct]) {
    texts += 1
    let tones = toward.map {
      Tone(weight: IntensityScale.goldsteinGDELT.weightOrOther(of: $0.code))
    }
    acts += tones.count
    hostileActs += tones.count { $0 == .hostile }
    if tones.contains(.hostile) {
      hostile += 1
    } else if tones.contains(.conciliatory) {
      calming += 1
    } else if tones.isEmpty {
      silent += 1
    } else {
      neutral += 1
    }
  }
}
