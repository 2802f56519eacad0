import Diplomacy
import Testing

@testable import Relations

/// Small cases between two invented states, for tests of the relation's analyses.
enum Fixture {
  /// A day of 2025, counted from 1 January as 1.
  static func day(_ number: Int) -> Day { Day(ordinal: 20_088 + number) }

  /// The days of 2025 from one number to another.
  static func span(_ first: Int, _ last: Int) -> DateSpan {
    DateSpan(from: day(first), through: day(last)) ?? DateSpan(day(first))
  }

  /// An act of AAA toward BBB unless told otherwise.
  static func act(
    _ id: String, _ first: Int, through last: Int? = nil, code: String,
    from sources: [ActorCode] = ["AAA"], toward targets: [ActorCode] = ["BBB"],
    level: String? = nil, effect: ChannelEffect? = nil, sameAs: String? = nil,
    organ: String = "", status: EventStatus = .confirmed, intent: EventIntent = .intended
  ) throws -> Event {
    Event(
      id: id, date: span(first, last ?? first), sources: sources, targets: targets,
      code: try #require(EventCode(code)), summary: "An act.", sourceOrgan: organ, sameAs: sameAs,
      channel: level.map(ChannelLevel.init(rawValue:)), channelEffect: effect, status: status,
      intent: intent)
  }

  /// A case of AAA and BBB with these rows.
  static func subject(
    _ events: [Event], window: DateSpan = span(1, 100), baseline: DateSpan? = nil,
    dates: [NamedDate] = [], levers: [Lever] = [], channels: [Channel] = []
  ) -> Case {
    Case(
      id: "invented", title: "Invented", claim: "None.", focal: "AAA", counterpart: "BBB",
      window: window, baseline: baseline, dates: dates, levers: levers, channels: channels,
      events: events)
  }

  /// A record of many acts in both directions, some of uncertain date, made from a fixed rule.
  static func manyActs(count: Int = 60, days: Int = 100) throws -> [Event] {
    let codes = ["112", "010", "172", "057", "163", "042", "174", "1053", "190", "085"]
    return try (0..<count).map { index in
      let first = 1 + (index * 37) % days
      return try act(
        "R\(index)", first, through: index % 5 == 0 ? first + index % 7 : first,
        code: codes[(index * 7) % codes.count], from: index % 3 == 0 ? ["BBB"] : ["AAA"],
        toward: index % 3 == 0 ? ["AAA"] : ["BBB"])
    }
  }

  /// The same row on other days, or of other actors.
  static func copy(
    _ event: Event, laterBy days: Int = 0, renaming names: [ActorCode: ActorCode] = [:]
  ) -> Event {
    let date =
      DateSpan(from: event.date.first + days, through: event.date.last + days) ?? event.date
    return Event(
      id: event.id, date: date, sources: event.sources.map { names[$0] ?? $0 },
      targets: event.targets.map { names[$0] ?? $0 }, code: event.code, summary: event.summary,
      sourceOrgan: event.sourceOrgan, sameAs: event.sameAs, channel: event.channel,
      channelEffect: event.channelEffect, status: event.status, intent: event.intent)
  }
}
