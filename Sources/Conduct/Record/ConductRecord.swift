public import Diplomacy

/// The acts between two actors in the window of a case, from the point of view of one of them.
public struct ConductRecord: Hashable, Sendable {
  /// The actor whose conduct is modelled.
  public let actor: ActorCode
  /// The other side.
  public let other: ActorCode
  /// The first day of the window.
  public let start: Day
  /// The number of days in the window.
  public let length: Int
  /// The acts that count, in an order that depends on neither the rows nor the names.
  public let acts: [ConductAct]
  /// The rows left out, counted by reason.
  public let leftOut: [Exclusion: Int]
  /// The rows between the two that lie outside the window.
  public let outsideWindow: Int
  /// The rows that are the dispute's own incident: a condition of conduct, and no act of it.
  public let incidents: Int

  /// Takes from a case the acts between its two main actors.
  ///
  /// What counts, its weight and its tone are what `ActRule` says. A row whose dates reach over the
  /// edge of the window is taken to lie within it. An act of anybody else that the coder says to
  /// concern the actor, such as one of the other side toward a partner of the actor's, is one that it
  /// may answer. An incident that the dispute is about is no act of
  /// the actor; one of the other side can be answered like any act.
  ///
  /// - Parameters:
  ///   - subject: The case.
  ///   - scale: The table of weights for rows without a stated one.
  ///   - ignoringStated: Whether the scale overrules weights that the coder stated.
  ///   - asCounterpart: Whether the counterpart is the actor whose conduct is modelled.
  public init(
    _ subject: Case, scale: IntensityScale = .goldsteinGDELT, ignoringStated: Bool = false,
    asCounterpart: Bool = false
  ) {
    actor = asCounterpart ? subject.counterpart : subject.focal
    other = asCounterpart ? subject.focal : subject.counterpart
    start = subject.window.first
    length = subject.window.length
    let own = Dyad(from: actor, toward: other)
    let received = Dyad(from: other, toward: actor)
    var (acts, leftOut, outside, incidents) = ([ConductAct](), [Exclusion: Int](), 0, 0)
    let rule = ActRule(scale: scale, ignoringStatedWeights: ignoringStated)
    for act in rule.readings(of: subject.events)
    where act.isOf(own) || act.isOf(received) || Self.touches(actor, act.row) {
      let event = act.row
      let isReceived = event.isOf(received) || (!event.isOf(own) && Self.touches(actor, event))
      guard event.date.overlaps(subject.window) else {
        outside += 1
        continue
      }
      if let reason = act.exclusion {
        leftOut[reason, default: 0] += 1
        continue
      }
      if event.role == .incident {
        incidents += 1
        if !isReceived { continue }
      }
      let first = max(0, event.date.first - start)
      let last = min(length - 1, event.date.last - start)
      func add(_ role: ActRole) {
        acts.append(
          ConductAct(
            id: event.id, role: role, first: first, last: last, mark: act.size,
            publisher: event.source.publisher, answers: event.answers))
      }
      let tone = act.tone
      let closes = Self.closes(event.channelEffect)
      if event.isOf(own), event.role != .incident {
        if closes {
          add(.closure)
        } else if tone != .neutral {
          add(tone == .hostile ? .hostile : .conciliatory)
        }
      }
      if isReceived, closes || tone != .neutral {
        add(closes || tone == .hostile ? .hostilityReceived : .conciliationReceived)
      }
    }
    self.leftOut = leftOut
    outsideWindow = outside
    self.incidents = incidents
    self.acts = Self.normalised(acts)
  }

  /// Makes a record from acts already cast in their parts, for simulation and for tests.
  public init(
    actor: ActorCode, other: ActorCode, start: Day, length: Int, acts: [ConductAct]
  ) {
    self.actor = actor
    self.other = other
    self.start = start
    self.length = length
    self.acts = Self.normalised(acts)
    leftOut = [:]
    outsideWindow = 0
    incidents = 0
  }

  /// The record with other acts, in the order of their first day, whose weights stay as they are.
  func replacing(_ acts: [ConductAct]) -> ConductRecord { ConductRecord(self, acts: acts) }

  private init(_ record: ConductRecord, acts: [ConductAct]) {
    actor = record.actor
    other = record.other
    start = record.start
    length = record.length
    leftOut = record.leftOut
    outsideWindow = record.outsideWindow
    incidents = record.incidents
    self.acts = acts
  }

  /// The record without the acts that fail a test; the weights of the others stay as they are.
  public func filtered(_ isKept: (ConductAct) -> Bool) -> ConductRecord {
    ConductRecord(self, acts: acts.filter(isKept))
  }

  /// The number of acts that play a part.
  public func count(_ role: ActRole) -> Int { acts.reduce(0) { $0 + ($1.role == role ? 1 : 0) } }

  /// The days on which an act may have happened.
  public func span(of act: ConductAct) -> DateSpan {
    DateSpan(from: start + act.first, through: start + act.last) ?? DateSpan(start + act.first)
  }

  /// Whether every act has a known day.
  public var isExact: Bool { acts.allSatisfy { $0.first == $0.last } }

  /// Whether an act of another, toward somebody else, concerns an actor.
  private static func touches(_ actor: ActorCode, _ event: Event) -> Bool {
    event.concerns.contains(actor) && !event.sources.contains(actor)
  }

  private static func closes(_ effect: ChannelEffect?) -> Bool {
    effect == .closed || effect == .cancelled || effect == .restricted
  }

  /// Marks with a mean of one, and an order that renaming and reordering leave unchanged.
  private static func normalised(_ acts: [ConductAct]) -> [ConductAct] {
    let total = acts.reduce(0) { $0 + $1.mark }
    let mean = total > 0 ? total / Double(acts.count) : 1
    return acts.map { act in
      ConductAct(
        id: act.id, role: act.role, first: act.first, last: act.last,
        mark: total > 0 ? act.mark / mean : 1, publisher: act.publisher, answers: act.answers)
    }
    .sorted {
      ($0.first, $0.last, $0.role.order, $0.mark, $0.id)
        < ($1.first, $1.last, $1.role.order, $1.mark, $1.id)
    }
  }
}
