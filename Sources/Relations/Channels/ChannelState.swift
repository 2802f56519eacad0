public import Diplomacy

/// The state of a level of contact on a day.
public enum ChannelState: String, Hashable, CaseIterable, Sendable, Codable {
  /// Contact takes place as far as the record shows.
  case open
  /// Contact was made harder, called off again and again, or has been silent for unusually long.
  case strained
  /// Contact was ended, or has been silent for so long that chance hardly explains it.
  case suspended
  /// Contact was taken up again after it had been ended.
  case restored
  /// The record holds nothing to tell the state from.
  case unknown

  /// How far the state is from contact: 0 open, restored or unknown, 1 strained, 2 suspended.
  var severity: Int {
    switch self {
    case .open, .restored, .unknown: 0
    case .strained: 1
    case .suspended: 2
    }
  }

  /// The state after an act: a state changes by acts alone through this rule.
  ///
  /// A contact opens the channel, or restores it where it was suspended; a protest that a channel
  /// carried shows that it carries messages, and neither restores nor eases it; a contact made harder
  /// strains it unless it is suspended; an ending suspends it; a contact called off or put off is an
  /// event and no state.
  func after(_ effect: ChannelEffect) -> ChannelState {
    switch effect {
    case .held: self == .suspended ? .restored : .open
    case .restored: .restored
    case .restricted: self == .suspended ? .suspended : .strained
    case .closed: .suspended
    case .used: self == .unknown ? .open : self
    case .postponed, .cancelled: self
    }
  }
}

/// What a state of a channel rests on.
public enum ChannelBasis: String, Hashable, CaseIterable, Sendable, Codable {
  /// Acts of the record.
  case acts
  /// Silence that is unusual against the pair's own baseline: an inference.
  case silence
  /// Nothing: the state is unknown.
  case none
}

/// Days in a row on which a channel was in one state for one reason.
public struct ChannelSpell: Hashable, Sendable, Codable {
  /// The state.
  public let state: ChannelState
  /// The first day.
  public let from: Day
  /// The last day.
  public let to: Day
  /// The rows that the state rests on; for silence, the acts before it fell.
  public let rows: [String]
  /// Whether the state rests on acts or is inferred from silence.
  public let basis: ChannelBasis
  /// For silence, the probability of a gap as long as on the spell's last day; else nothing.
  public let silence: Double?
  /// The days of the spell on which an act touched the channel.
  public let actDays: [Day]

  /// The days of the spell.
  public var span: DateSpan { DateSpan(from: from, through: to) ?? DateSpan(from) }

  /// The part of the spell within a span, or nothing where they do not meet.
  ///
  /// The probability of a silence stays that of the whole spell.
  public func clipped(to span: DateSpan) -> ChannelSpell? {
    guard self.span.overlaps(span) else { return nil }
    return ChannelSpell(
      state: state, from: max(from, span.first), to: min(to, span.last), rows: rows, basis: basis,
      silence: silence, actDays: actDays.filter(span.contains))
  }
}

/// A stretch without contact at a level.
public struct ContactGap: Hashable, Sendable, Codable {
  /// The first day without contact.
  public let from: Day
  /// The last day without contact.
  public let to: Day
  /// The row of the contact before.
  public let after: String
  /// The row of the contact that ended the gap; nothing where it lasts to the end of the window.
  public let before: String?
  /// The probability of a gap at least as long; nothing where the baseline cannot tell.
  public let probability: Double?
  /// How many stretches without contact in the baseline were at least as long.
  public let baselineGapsAsLong: Int

  /// The number of days without contact.
  public var days: Int { to - from + 1 }
}
