import Diplomacy

/// The acts of a record that touched one level of contact of a pair.
struct ChannelActs {
  /// An act's effect on a day.
  struct Mark {
    let day: Day
    let effect: ChannelEffect
    let row: String

    /// Whether a message or a person passed through the channel, in protest or not.
    var isContact: Bool { effect == .held || effect == .restored || effect == .used }

    /// On one day contact is taken to come first: what lasts is what was called off or ended.
    fileprivate var rank: Int {
      switch effect {
      case .held: 0
      case .postponed, .used: 1
      case .restored: 2
      case .cancelled: 3
      case .restricted: 4
      case .closed: 5
      }
    }
  }

  /// The effects in order of time.
  let marks: [Mark]
  /// The rows of contacts that were put off for reasons that were not hostile: they change nothing.
  let postponed: [String]
  /// The rows that were left out, counted by reason.
  let excluded: [String: Int]

  /// Gathers the acts of a level.
  ///
  /// Dates are used so that a channel is strained or suspended only on days when it surely was: a
  /// contact counts on the first and on the last of its possible days, anything else on the last.
  /// A second report takes part only where the row it repeats does not touch the level itself.
  ///
  /// A contact in a hostile act, such as a summons to hear a protest, used the channel, however it
  /// was coded.
  init(of pair: Pair, _ level: ChannelLevel, in events: [Event]) {
    let readings = ActRule().readings(of: events)
    let touching = readings.filter { act in
      act.row.channel == level && act.row.channelEffect != nil
        && pair.dyads.contains(where: act.isOf)
    }
    var marks: [Mark] = []
    var postponed: [(Day, String)] = []
    var excluded: [String: Int] = [:]
    for act in touching {
      let event = act.row
      guard var effect = event.channelEffect else { continue }
      if effect == .held, act.tone == .hostile { effect = .used }
      if let reason = act.exclusion {
        let head = readings.first { $0.row.id == event.sameAs }
        let isOwnContact =
          reason == .duplicate && head.map { $0.counts && $0.row.channel != level } == true
        guard isOwnContact else {
          excluded[reason.rawValue, default: 0] += 1
          continue
        }
      }
      if effect == .postponed {
        postponed.append((event.date.first, event.id))
        continue
      }
      let last = Mark(day: event.date.last, effect: effect, row: event.id)
      if last.isContact && !event.date.isExact {
        marks.append(Mark(day: event.date.first, effect: effect, row: event.id))
      }
      marks.append(last)
    }
    self.marks = marks.sorted { ($0.day, $0.rank, $0.row) < ($1.day, $1.rank, $1.row) }
    self.postponed = postponed.sorted { $0 < $1 }.map(\.1)
    self.excluded = excluded
  }

  /// The days of a span with contact, ascending, uncertain ones on their first day.
  func contactDays(in span: DateSpan) -> [Day] {
    var rows: Set<String> = []
    var days: Set<Day> = []
    for mark in marks where mark.isContact && rows.insert(mark.row).inserted {
      if span.contains(mark.day) { days.insert(mark.day) }
    }
    return days.sorted()
  }

  /// The lengths in days of the stretches without contact between contacts of a span.
  func gaps(in span: DateSpan) -> [Int] {
    var gaps: [Int] = []
    var previous: Mark?
    for mark in marks where mark.isContact && span.contains(mark.day) {
      if let previous, previous.row != mark.row, mark.day - previous.day > 1 {
        gaps.append(mark.day - previous.day - 1)
      }
      previous = mark
    }
    return gaps
  }
}
