/// A description of rows of the record: every condition that is given must hold.
public struct RowFilter: Hashable, Sendable, Codable {
  /// Ids of rows; where given, no other row fits.
  public var ids: [String]?
  /// One of these acted.
  public var sources: [ActorCode]?
  /// One of these was acted upon.
  public var targets: [ActorCode]?
  /// The acting organ is one of these.
  public var organs: [String]?
  /// The organ acted upon is one of these.
  public var targetOrgans: [String]?
  /// The CAMEO code starts with one of these.
  public var codes: [String]?
  /// The CAMEO root lies in one of these ranges.
  public var roots: [ClosedRange<Int>]?
  /// The quad class is one of these.
  public var quads: [QuadClass]?
  /// The act is hostile, conciliatory or neutral on the scale in use.
  public var tones: [Tone]?
  /// The issue is one of these.
  public var issues: [String]?
  /// The status is one of these.
  public var statuses: [EventStatus]?
  /// Whether the act was meant is coded as one of these.
  public var intents: [EventIntent]?
  /// A kind of conciliation in the act is one of these.
  public var conciliation: [String]?
  /// The level of contact is one of these.
  public var channels: [ChannelLevel]?
  /// The effect on contact is one of these.
  public var channelEffects: [ChannelEffect]?
  /// The act did not happen before this date.
  public var from: DateReference?
  /// The act did not happen after this date.
  public var until: DateReference?
  /// Whether rows that computations leave out may fit; false unless stated.
  public var includesExcluded: Bool

  /// Makes a filter that every row fits.
  public init() { includesExcluded = false }
}
