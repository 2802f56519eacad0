public import Diplomacy

/// The state of one level of contact between two actors on every day, from acts and from silence.
///
/// A state is *known* from acts, by a fixed rule (see ``ChannelState``), for some time after them:
/// where nobody wrote about a channel for longer, its state is unknown again and not what it was. On
/// days of the window a silence that is unusual against the pair's own baseline can make the state
/// worse, never better; such spells are *inferred* and say how likely the silence was. Only what
/// happened up to a day enters its state. See `docs/methods/channels-and-levers.md`.
public struct ChannelHistory: Hashable, Sendable, Codable {
  /// The two actors.
  public let pair: Pair
  /// The level of contact.
  public let level: ChannelLevel
  /// The spells in order, without gaps, from the start of the baseline to the end of the window.
  ///
  /// No spell reaches from the baseline into the window: one that goes on there is cut in two, and
  /// the second part rests on the latest row before it and on those that follow.
  public let spells: [ChannelSpell]
  /// The stretches without contact that reach into the window, in order.
  public let gaps: [ContactGap]
  /// The lengths in days of the stretches without contact between the baseline's contacts.
  public let baselineGaps: [Int]
  /// How often the pair was in contact at this level before.
  public let silence: SilenceModel
  /// When a silence speaks for a worse state.
  public let settings: ChannelSettings
  /// The rows of contacts put off for reasons that were not hostile: they change nothing.
  public let postponed: [String]
  /// The rows of the level that were left out, counted by reason.
  public let excluded: [String: Int]

  /// Follows one level of contact.
  ///
  /// - Parameters:
  ///   - pair: The two actors.
  ///   - level: The level of contact.
  ///   - subject: The case; its record, baseline and window are used.
  ///   - settings: When a silence speaks for a worse state.
  /// - Complexity: O(rows + days).
  public init(
    of pair: Pair, level: ChannelLevel, in subject: Case,
    settings: ChannelSettings = ChannelSettings()
  ) {
    let acts = ChannelActs(of: pair, level, in: subject.events)
    let baseline = subject.baseline
    let silence =
      baseline.map {
        SilenceModel(
          days: acts.contactDays(in: $0), in: $0, minimum: settings.minimumContacts)
      } ?? SilenceModel(contacts: 0, exposure: 0, minimum: settings.minimumContacts)
    self.pair = pair
    self.level = level
    self.settings = settings
    self.silence = silence
    postponed = acts.postponed
    excluded = acts.excluded
    spells = Self.spells(
      from: acts, first: min(baseline?.first ?? subject.window.first, subject.window.first),
      window: subject.window, silence: silence, settings: settings)
    let baselineGaps = baseline.map(acts.gaps) ?? []
    self.baselineGaps = baselineGaps
    gaps = Self.gaps(of: acts, in: subject.window, silence: silence, baselineGaps: baselineGaps)
  }

  /// Every level of every pair that the case follows, with further levels that its rows name.
  ///
  /// A case without channels follows the focal actor and its counterpart.
  public static func histories(
    in subject: Case, settings: ChannelSettings = ChannelSettings()
  ) -> [ChannelHistory] {
    var followed: [(pair: Pair, levels: [ChannelLevel])] = []
    for channel in subject.channels {
      if let index = followed.firstIndex(where: { $0.pair == channel.between }) {
        followed[index].levels += channel.levels
      } else {
        followed.append((channel.between, channel.levels))
      }
    }
    if followed.isEmpty { followed = [(Pair(subject.focal, subject.counterpart), [])] }
    return followed.flatMap { pair, levels in
      var seen: Set<ChannelLevel> = []
      for event in subject.events where event.channelEffect != nil {
        if let level = event.channel, pair.dyads.contains(where: event.isOf) { seen.insert(level) }
      }
      var named: Set<ChannelLevel> = []
      let ordered = levels.filter { named.insert($0).inserted }
      return (ordered + seen.subtracting(named).sorted()).map {
        ChannelHistory(of: pair, level: $0, in: subject, settings: settings)
      }
    }
  }

  /// The state on a day; unknown outside the days followed.
  public func state(on day: Day) -> ChannelState { spell(on: day)?.state ?? .unknown }

  /// The spell that a day belongs to.
  public func spell(on day: Day) -> ChannelSpell? { spells.first { $0.span.contains(day) } }

  /// The spells within a span, clipped to it.
  public func spells(in span: DateSpan) -> [ChannelSpell] {
    spells.compactMap { $0.clipped(to: span) }
  }
}

extension ChannelHistory {
  /// The same history with the spells of a span only.
  public func limited(to span: DateSpan) -> ChannelHistory {
    ChannelHistory(copying: self, spells: spells(in: span))
  }

  private init(copying other: ChannelHistory, spells: [ChannelSpell]) {
    pair = other.pair
    level = other.level
    self.spells = spells
    gaps = other.gaps
    baselineGaps = other.baselineGaps
    silence = other.silence
    settings = other.settings
    postponed = other.postponed
    excluded = other.excluded
  }

  private static func spells(
    from acts: ChannelActs, first: Day, window: DateSpan, silence: SilenceModel,
    settings: ChannelSettings
  ) -> [ChannelSpell] {
    var run = SpellRun(from: first)
    var next = acts.marks.startIndex
    var state = ChannelState.unknown
    var stateRows: [String] = []
    var lastContact: ChannelActs.Mark?
    var lastAct: Day?
    var lastCancelled: Day?
    var day = first
    while day <= window.last {
      var fresh: [String] = []
      while next < acts.marks.endIndex, acts.marks[next].day <= day {
        let mark = acts.marks[next]
        var after = state.after(mark.effect)
        if mark.effect == .cancelled {
          if let last = lastCancelled, mark.day - last <= settings.cancellationDays,
            state.severity == 0
          {
            after = .strained
          }
          lastCancelled = mark.day
        }
        if mark.isContact { lastCancelled = nil }
        if mark.effect != .cancelled || after != state { lastAct = mark.day }
        if after != state { stateRows = [] }
        state = after
        if !stateRows.contains(mark.row) { stateRows.append(mark.row) }
        if mark.isContact { lastContact = mark }
        fresh.append(mark.row)
        next += 1
      }
      // Nothing but an act tells the state, and it does so for a time.
      if let last = lastAct, state != .unknown, day - last > settings.days(of: state) {
        state = .unknown
        stateRows = []
      }
      var shown = state
      var silent: (row: String, probability: Double)?
      if let contact = lastContact, window.contains(day),
        let probability = silence.probability(ofSilence: day - contact.day)
      {
        let inferred = settings.state(atSilence: probability)
        if inferred.severity > state.severity {
          shown = inferred
          silent = (contact.row, probability)
        }
      }
      let basis: ChannelBasis = silent != nil ? .silence : shown == .unknown ? .none : .acts
      if day == window.first { run.cut() }
      run.extend(
        through: day, shown, basis, silence: silent?.probability, fresh: fresh,
        rows: silent.map { [$0.row] + stateRows } ?? stateRows)
      day = day + 1
    }
    return run.spells
  }

  private static func gaps(
    of acts: ChannelActs, in window: DateSpan, silence: SilenceModel, baselineGaps: [Int]
  ) -> [ContactGap] {
    var gaps: [ContactGap] = []
    func append(after: ChannelActs.Mark, before: ChannelActs.Mark?) {
      let last = before.map { $0.day - 1 } ?? window.last
      guard last >= window.first, after.day < last, after.day < window.last else { return }
      gaps.append(
        ContactGap(
          from: after.day + 1, to: last, after: after.row, before: before?.row,
          probability: silence.probability(ofSilence: last - after.day),
          baselineGapsAsLong: baselineGaps.filter { $0 >= last - after.day }.count))
    }
    var previous: ChannelActs.Mark?
    for mark in acts.marks where mark.isContact && mark.day <= window.last {
      // The possible days of one contact are no gap.
      if let previous, previous.row != mark.row { append(after: previous, before: mark) }
      previous = mark
    }
    if let previous { append(after: previous, before: nil) }
    return gaps
  }
}

/// Spells as they are built up, day by day.
private struct SpellRun {
  private(set) var spells: [ChannelSpell] = []
  private var from: Day
  private var rows: [String] = []
  private var actDays: [Day] = []
  private var isCut = false

  init(from day: Day) { from = day }

  /// Lets the next day begin a spell of its own, which rests on the latest row before it.
  mutating func cut() { isCut = true }

  /// Adds a day: the last spell goes on where state and basis are the same, else another begins.
  mutating func extend(
    through day: Day, _ state: ChannelState, _ basis: ChannelBasis, silence: Double?,
    fresh: [String], rows all: @autoclosure () -> [String]
  ) {
    if let last = spells.last, last.state == state, last.basis == basis, !isCut {
      for row in fresh where !rows.contains(row) { rows.append(row) }
      spells.removeLast()
    } else {
      from = day
      let ground = all()
      let kept = isCut ? ground.suffix(max(1, fresh.count)) : ground[...]
      rows = []
      actDays = []
      for row in kept where !rows.contains(row) { rows.append(row) }
      isCut = false
    }
    if !fresh.isEmpty { actDays.append(day) }
    spells.append(
      ChannelSpell(
        state: state, from: from, to: day, rows: rows, basis: basis, silence: silence,
        actDays: actDays))
  }
}
