public import Diplomacy

/// Whether a lever is held on a day.
public enum LeverState: String, Hashable, CaseIterable, Sendable, Codable {
  /// Not gained yet on any reading of the dates.
  case notYet = "not_yet"
  /// Held on some readings of the dates and not on others.
  case uncertain
  /// Held on every reading of the dates.
  case held
  /// Lost on every reading of the dates.
  case lost
}

/// Days in a row on which a lever was in one state.
public struct LeverSpell: Hashable, Sendable, Codable {
  /// The state.
  public let state: LeverState
  /// The first day.
  public let from: Day
  /// The last day.
  public let to: Day
  /// The rows on which the entry rests.
  public let rows: [String]

  /// The days of the spell.
  public var span: DateSpan { DateSpan(from: from, through: to) ?? DateSpan(from) }
}

/// A lever with its state on every day.
public struct LeverRecord: Hashable, Sendable, Codable {
  /// The lever as the case states it.
  public let lever: Lever
  /// The spells in order, without gaps, over the days of the ledger.
  public let spells: [LeverSpell]

  /// The spells of a lever over a span.
  init(_ lever: Lever, over span: DateSpan) {
    self.lever = lever
    let rows = lever.source.isEmpty ? [] : [lever.source]
    var spells: [LeverSpell] = []
    for part in [lever].parts(of: span) {
      let state = lever.state(on: part.first)
      if let last = spells.last, last.state == state {
        spells.removeLast()
        spells.append(LeverSpell(state: state, from: last.from, to: part.last, rows: rows))
      } else {
        spells.append(LeverSpell(state: state, from: part.first, to: part.last, rows: rows))
      }
    }
    self.spells = spells
  }
}

extension Lever {
  /// The state on a day.
  ///
  /// A lever is held from the day it is gained to the day before it is lost. A lever without a start
  /// was always there, one without an end is never lost.
  public func state(on day: Day) -> LeverState {
    if let until, day >= until.last { return .lost }
    if let from, day < from.first { return .notYet }
    let isGained = from.map { day >= $0.last } ?? true
    let isKept = until.map { day < $0.first } ?? true
    return isGained && isKept ? .held : .uncertain
  }

  /// Whether the lever is held on a day, or nothing where its dates leave that open.
  public func isHeld(on day: Day) -> Bool? {
    switch state(on: day) {
    case .held: true
    case .notYet, .lost: false
    case .uncertain: nil
    }
  }

  /// The probability that the lever is held on a day, every possible day equally likely.
  public func chanceOfBeingHeld(on day: Day) -> Double {
    let gained = from.map { Self.share(of: $0, through: day) } ?? 1
    let lost = until.map { Self.share(of: $0, through: day) } ?? 0
    return gained * (1 - lost)
  }

  /// The share of a span's days that are not after a day.
  private static func share(of span: DateSpan, through day: Day) -> Double {
    Double(min(max(day - span.first + 1, 0), span.length)) / Double(span.length)
  }
}

extension [Lever] {
  /// The parts of a span within which no lever changes its state.
  func parts(of span: DateSpan) -> [DateSpan] {
    var cuts: Set<Day> = [span.first]
    for lever in self {
      for date in [lever.from, lever.until] {
        guard let date else { continue }
        for day in [date.first, date.last] where span.contains(day) { cuts.insert(day) }
      }
    }
    let days = cuts.sorted()
    return zip(days, days.dropFirst().map { $0 - 1 } + [span.last])
      .compactMap { DateSpan(from: $0, through: $1) }
  }
}
