public import Diplomacy
import Estimation

/// What the other side does after an act, beyond what it does on matched days of the same pair.
///
/// A case is an act that was preceded by none like it for fourteen days. The day of the act itself is
/// left out, because data sets code one act for both sides: what the other side did on the same day is
/// never taken for a reply. Matched days are days of the same pair within a year before or after, on
/// which no such act happened and the last thirty days held about as many acts and hostile acts of both
/// sides (the same whole power of two).
public struct ResponseStudy: Sendable {
  /// Which acts are asked after.
  public struct Question: Hashable, Sendable {
    /// Beginnings of CAMEO codes, such as 161; any of them fits.
    public let codes: [String]
    /// What the codes mean, in words.
    public let label: String

    /// Makes a question.
    public init(codes: [String], label: String) {
      self.codes = codes
      self.label = label
    }

    /// Whether a code fits.
    public func fits(_ code: EventCode) -> Bool { codes.contains { code.rawValue.hasPrefix($0) } }
  }

  /// An act after which the other side was watched.
  public struct Case: Hashable, Sendable, Codable {
    /// Who acted toward whom.
    public let dyad: Dyad
    /// The day.
    public let day: Day
    /// The code of the act.
    public let code: EventCode
    /// The number of its report in the store.
    public let report: Int
    /// What the other side did, window by window.
    public let windows: [Window]

    /// What the other side did within a number of days.
    public struct Window: Hashable, Sendable, Codable {
      /// The number of days.
      public let days: Int
      /// Its hostile acts.
      public let hostile: Int
      /// All its acts.
      public let all: Int
      /// Whether it did an act of the same CAMEO root.
      public let inKind: Bool
      /// The first hostile act of it, where there is one.
      public let first: Day?
      /// Matched days: how many, the share followed by a hostile act, hostile acts a day, the share
      /// followed in kind, all acts; nothing where no day matches.
      public let matched: Matched?
    }

    /// What followed the matched days.
    public struct Matched: Hashable, Sendable, Codable {
      /// The number of days.
      public let days: Int
      /// The share of them followed by a hostile act.
      public let hostileShare: Double
      /// The mean number of hostile acts.
      public let hostile: Double
      /// The mean number of all acts.
      public let all: Double
      /// The share followed by an act of the same root.
      public let inKindShare: Double
    }
  }

  /// The question.
  public let question: Question
  /// The windows in days.
  public let windows: [Int]
  /// The cases in the order of days.
  public let cases: [Case]

  /// An act without one like it in so many days before it is a case.
  public static let quietDays = 14
  /// Matched days lie at most so far from the act.
  public static let matchedDays = 365
  /// The days whose acts must match.
  public static let levelDays = 30

  /// Studies histories.
  ///
  /// - Parameters:
  ///   - question: Which acts.
  ///   - histories: The pairs, seen from the side whose acts are asked after.
  ///   - spans: Stretches of days without holes in the data; windows and look-backs lie within one.
  ///   - windows: The numbers of days.
  ///   - fewestActs: Pairs with fewer acts of this side in a stretch are passed over there.
  public init(
    _ question: Question, in histories: [DyadHistory], spans: [DateSpan], windows: [Int] = [7, 30],
    fewestActs: Int = 1
  ) {
    self.question = question
    self.windows = windows
    cases = histories.flatMap { history in
      spans.flatMap { span -> [Case] in
        let pair = PairResponses(history, question, span, windows)
        return pair.acts.count >= fewestActs ? pair.cases() : []
      }
    }.sorted { ($0.day, $0.dyad, $0.code) < ($1.day, $1.dyad, $1.code) }
  }
}

/// The cases of one pair within one stretch of days.
private struct PairResponses {
  let dyad: Dyad
  let question: ResponseStudy.Question
  let first: Int
  let count: Int
  let windows: [Int]
  let acts: [DatedAct]
  /// Sums up to each day of the stretch: the other side's hostile acts and all its acts.
  let hostile: [Int]
  let all: [Int]
  /// The same of both sides, for the level of a day.
  let bothHostile: [Int]
  let bothAll: [Int]
  let reverse: [DatedAct]
  /// The other side's acts of the CAMEO roots asked after.
  let byRoot: [Int: [Int]]

  init(
    _ history: DyadHistory, _ question: ResponseStudy.Question, _ span: DateSpan, _ windows: [Int]
  ) {
    dyad = history.dyad
    self.question = question
    self.windows = windows
    first = span.first.ordinal
    count = span.length
    let within = { (acts: [DatedAct]) in
      acts.filter { $0.day >= span.first.ordinal && $0.day <= span.last.ordinal }
    }
    acts = within(history.own)
    reverse = within(history.reverse)
    func sums(_ acts: [DatedAct], _ kinds: KindSet, root: Int? = nil) -> [Int] {
      var sums = [Int](repeating: 0, count: span.length + 1)
      for act in acts
      where !act.kinds.isDisjoint(with: kinds) && root ?? act.code.root == act.code.root {
        sums[act.day - span.first.ordinal + 1] += 1
      }
      for day in 1..<sums.count { sums[day] += sums[day - 1] }
      return sums
    }
    hostile = sums(reverse, .hostile)
    all = sums(reverse, .any)
    let ownHostile = sums(acts, .hostile)
    let ownAll = sums(acts, .any)
    bothHostile = zip(hostile, ownHostile).map(+)
    bothAll = zip(all, ownAll).map(+)
    let roots = Set(acts.filter { question.fits($0.code) }.map(\.code.root))
    var byRoot: [Int: [Int]] = [:]
    for root in roots { byRoot[root] = sums(reverse, .any, root: root) }
    self.byRoot = byRoot
  }

  func cases() -> [ResponseStudy.Case] {
    let fitting = acts.filter { question.fits($0.code) }
    guard !fitting.isEmpty, let longest = windows.max() else { return [] }
    let days = Set(fitting.map(\.day))
    var found: [ResponseStudy.Case] = []
    for (index, act) in fitting.enumerated() {
      let day = act.day - first
      let before = index > 0 ? fitting[index - 1].day - first : -1000
      guard day - before > ResponseStudy.quietDays, day >= ResponseStudy.levelDays,
        day + longest < count
      else { continue }
      let matches = matched(day, days)
      found.append(
        ResponseStudy.Case(
          dyad: dyad, day: Day(ordinal: act.day), code: act.code, report: act.report,
          windows: windows.map { window(day, $0, act.code.root, matches) }))
    }
    return found
  }

  /// The days that match a day.
  private func matched(_ day: Int, _ days: Set<Int>) -> [Int] {
    let level = level(day)
    let from = max(ResponseStudy.levelDays, day - ResponseStudy.matchedDays)
    let longest = windows.max() ?? 0
    let until = min(count - 1 - longest, day + ResponseStudy.matchedDays)
    guard from <= until else { return [] }
    return (from...until).filter {
      $0 != day && !days.contains($0 + first) && self.level($0) == level
    }
  }

  /// How busy the thirty days before a day were: the powers of two below the counts.
  private func level(_ day: Int) -> [Int] {
    [bothHostile, bothAll].map { sums in
      let n = sums[day] - sums[day - ResponseStudy.levelDays]
      return Int.bitWidth - (n + 1).leadingZeroBitCount
    }
  }

  private func window(
    _ day: Int, _ length: Int, _ root: Int, _ matches: [Int]
  ) -> ResponseStudy.Case.Window {
    let same = byRoot[root] ?? []
    func sum(_ sums: [Int], _ day: Int) -> Int { sums[day + length + 1] - sums[day + 1] }
    func inKind(_ day: Int) -> Bool { !same.isEmpty && sum(same, day) > 0 }
    var matched: ResponseStudy.Case.Matched?
    if !matches.isEmpty {
      let n = Double(matches.count)
      matched = ResponseStudy.Case.Matched(
        days: matches.count,
        hostileShare: Double(matches.count { sum(hostile, $0) > 0 }) / n,
        hostile: Double(matches.reduce(0) { $0 + sum(hostile, $1) }) / n,
        all: Double(matches.reduce(0) { $0 + sum(all, $1) }) / n,
        inKindShare: Double(matches.count { inKind($0) }) / n)
    }
    let reply = reverse.first {
      $0.day - first > day && $0.day - first <= day + length
        && !$0.kinds.isDisjoint(with: .hostile)
    }
    return ResponseStudy.Case.Window(
      days: length, hostile: sum(hostile, day), all: sum(all, day), inKind: inKind(day),
      first: reply.map { Day(ordinal: $0.day) }, matched: matched)
  }
}
