public import Diplomacy

/// What each side asked of the other, what became of it, and how hard it pressed meanwhile.
public struct DemandLedger: Hashable, Sendable, Codable {
  /// An act that touches a demand.
  public struct Step: Hashable, Sendable, Codable {
    /// The row.
    public let id: String
    /// When it was.
    public let date: DateSpan
    /// What it does to the demand.
    public let effect: DemandEffect
  }

  /// How a demand went on after it was made.
  public enum Course: String, Hashable, CaseIterable, Sendable, Codable {
    /// No row makes it.
    case unmade
    /// It was made once.
    case single
    /// It was made again as it was.
    case stable
    /// It was raised.
    case growing
  }

  /// What became of a demand by the end of the record.
  public enum Outcome: String, Hashable, CaseIterable, Sendable, Codable {
    case met
    case partlyMet = "partly_met"
    case withdrawn
    case refused
    /// Neither met, withdrawn nor refused.
    case open
  }

  /// Hostile acts of the side that asks toward the side that is asked, over some days.
  public struct Pressure: Hashable, Sendable, Codable {
    /// The number of acts.
    public let acts: Int
    /// The number of days.
    public let days: Int

    /// Acts in thirty days; nothing without a day.
    public var perMonth: Double? { days > 0 ? Double(acts) / Double(days) * 30 : nil }
  }

  /// A demand with its course.
  public struct Entry: Hashable, Sendable, Codable, Identifiable {
    /// The demand as the case states it.
    public let demand: Demand
    /// The acts that touch it, in order of time.
    public let steps: [Step]
    /// When it was first made: by a row, else as the case states.
    public let made: DateSpan?
    /// When it was met in full; nothing where it was not.
    public let met: DateSpan?
    /// How it went on.
    public let course: Course
    /// What became of it.
    public let outcome: Outcome
    /// The pressure from the making to the meeting, or to the end of the window where it was not met.
    public let pressureBefore: Pressure?
    /// The pressure from the meeting to the end of the window.
    public let pressureAfter: Pressure?

    /// The id of the demand.
    public var id: String { demand.id }
  }

  /// The demands in the order of the case.
  public let entries: [Entry]

  /// Gathers the demands of a case from the rows that name them.
  ///
  /// Rows with an exclusion take no part, and each act counts once. A day is the middle of a date.
  ///
  /// - Parameters:
  ///   - subject: The case.
  ///   - scale: The table of weights for rows without a stated one, which says what is hostile.
  public init(_ subject: Case, scale: IntensityScale = .goldsteinGDELT) {
    let counted = subject.events.filter { $0.exclusion == nil }
    entries = subject.demands.map { Self.entry($0, of: subject, among: counted, scale: scale) }
  }

  /// The entries of demands that a side makes.
  public func made(by actor: ActorCode, of other: ActorCode) -> [Entry] {
    entries.filter { $0.demand.by == actor && $0.demand.of == other }
  }

  private static func entry(
    _ demand: Demand, of subject: Case, among events: [Event], scale: IntensityScale
  ) -> Entry {
    let steps = events.compactMap { event -> Step? in
      guard event.demands.contains(demand.id), let effect = event.demandEffect else { return nil }
      return Step(id: event.id, date: event.date, effect: effect)
    }
    .sorted { ($0.date.first, $0.date.last, $0.id) < ($1.date.first, $1.date.last, $1.id) }
    let makings = steps.filter { [.made, .repeated, .raised].contains($0.effect) }
    let made = makings.first?.date ?? demand.since.flatMap(subject.span(of:))
    let met = steps.first { $0.effect == .met }?.date
    let course: Course =
      makings.contains { $0.effect == .raised }
      ? .growing : makings.count > 1 ? .stable : made != nil ? .single : .unmade
    let pressing = Dyad(from: demand.by, toward: demand.of)
    func pressure(_ from: Day, _ through: Day) -> Pressure? {
      let (from, through) = (max(from, subject.window.first), min(through, subject.window.last))
      guard from <= through else { return nil }
      let acts = events.count { event in
        event.isOf(pressing) && isHostile(event, scale)
          && (from...through).contains(event.date.middle)
      }
      return Pressure(acts: acts, days: through - from + 1)
    }
    return Entry(
      demand: demand, steps: steps, made: made, met: met, course: course,
      outcome: outcome(of: steps),
      pressureBefore: made.flatMap {
        pressure($0.first, met.map { $0.middle - 1 } ?? subject.window.last)
      },
      pressureAfter: met.flatMap { pressure($0.middle + 1, subject.window.last) })
  }

  private static func outcome(of steps: [Step]) -> Outcome {
    if steps.contains(where: { $0.effect == .met }) { return .met }
    if steps.contains(where: { $0.effect == .withdrawn }) { return .withdrawn }
    if steps.contains(where: { $0.effect == .partlyMet }) { return .partlyMet }
    return steps.contains { $0.effect == .refused } ? .refused : .open
  }

  private static func isHostile(_ event: Event, _ scale: IntensityScale) -> Bool {
    let weight = event.statedIntensity ?? scale.weightOrOther(of: event.code)
    return Tone(weight: weight) == .hostile
  }
}

extension DateSpan {
  /// The middle of the span; the earlier day where there are two.
  fileprivate var middle: Day { first + (last - first) / 2 }
}
