import Diplomacy
import Foundation
import Testing

@testable import Relations

@Suite("The state of a channel")
struct ChannelHistoryTests {
  private let pair = Pair("AAA", "BBB")
  private let level = ChannelLevel(rawValue: "top")

  private func act(
    _ id: String, _ day: Int, through last: Int? = nil, _ effect: ChannelEffect,
    level: String = "top", sameAs: String? = nil, status: EventStatus = .confirmed
  ) throws -> Event {
    try Fixture.act(
      id, day, through: last, code: "041", level: level, effect: effect, sameAs: sameAs,
      status: status)
  }

  private func history(
    _ events: [Event], baseline: DateSpan? = nil, window: DateSpan = Fixture.span(1, 100)
  ) -> ChannelHistory {
    ChannelHistory(
      of: pair, level: level,
      in: Fixture.subject(events, window: window, baseline: baseline))
  }

  @Test("changes by acts alone as the rule says")
  func acts() throws {
    let history = history([
      try act("A", 5, .held), try act("B", 10, .restricted), try act("C", 20, .closed),
      try act("D", 25, .restricted), try act("E", 30, .held), try act("F", 40, .held),
      try act("G", 50, .closed), try act("H", 60, .restored), try act("I", 70, .restricted),
      try act("J", 75, .postponed),
    ])
    #expect(
      history.spells.map(\.state) == [
        .unknown, .open, .strained, .suspended, .restored, .open, .suspended, .restored, .strained,
      ])
    #expect(history.spells.map { $0.from - Fixture.day(0) } == [1, 5, 10, 20, 30, 40, 50, 60, 70])
    #expect(
      history.spells.map(\.rows)
        == [[], ["A"], ["B"], ["C", "D"], ["E"], ["F"], ["G"], ["H"], ["I"]])
    #expect(history.spells.allSatisfy { $0.basis == ($0.state == .unknown ? .none : .acts) })
    #expect(history.postponed == ["J"])
    #expect(history.state(on: Fixture.day(24)) == .suspended)
    #expect(history.state(on: Fixture.day(101)) == .unknown)
  }

  @Test("has one spell for every day, each beginning the day after the last")
  func cover() throws {
    let history = history(
      [try act("A", -90, .held), try act("B", 10, .closed)], baseline: Fixture.span(-100, 0))
    #expect(history.spells.first?.from == Fixture.day(-100))
    #expect(history.spells.last?.to == Fixture.day(100))
    for (spell, next) in zip(history.spells, history.spells.dropFirst()) {
      #expect(next.from == spell.to + 1)
      #expect(
        next.state != spell.state || next.basis != spell.basis || next.from == Fixture.day(1))
    }
    let clipped = history.spells(in: Fixture.span(5, 12))
    #expect(clipped.map(\.state) == [.open, .suspended])
    #expect(clipped.map(\.span) == [Fixture.span(5, 9), Fixture.span(10, 12)])
  }

  @Test("is inferred from a silence that is rare in the baseline, with its probability")
  func silence() throws {
    // Contact every 10 days over 100 days: (100/(100+g))^10.5 < 0.05 from g = 34, < 0.01 from 56.
    let baseline = Fixture.span(-99, 0)
    let contacts = try (0..<10).map { try act("C\($0)", -90 + 10 * $0, .held) }
    let history = history(contacts, baseline: baseline)
    #expect(history.silence == SilenceModel(contacts: 10, exposure: 100))
    let inside = history.spells(in: Fixture.span(1, 100))
    #expect(inside.map(\.state) == [.open, .strained, .suspended])
    #expect(inside.map(\.basis) == [.acts, .silence, .silence])
    #expect(inside[1].from == Fixture.day(34))
    #expect(inside[2].from == Fixture.day(56))
    #expect(inside.map(\.silence).first == .some(nil))
    #expect(inside[1].silence == history.silence.probability(ofSilence: 55))
    #expect(inside[2].silence == history.silence.probability(ofSilence: 100))
    #expect(inside[0].rows == ["C9"])
    #expect(inside[1].rows.contains("C9"))
    #expect(history.gaps.map(\.days) == [100])
    #expect(history.gaps.first?.before == nil)
    #expect(history.baselineGaps == Array(repeating: 9, count: 9))
    #expect(history.gaps.first?.baselineGapsAsLong == 0)
    #expect(history.gaps.first?.probability == history.silence.probability(ofSilence: 100))
  }

  @Test("is worse by silence only where silence says more than the acts")
  func silenceAndActs() throws {
    let contacts = try (0..<10).map { try act("C\($0)", -90 + 10 * $0, .held) }
    let history = history(
      contacts + [try act("X", 20, .cancelled), try act("Y", 80, .held)],
      baseline: Fixture.span(-99, 0))
    let inside = history.spells(in: Fixture.span(1, 100))
    #expect(inside.map(\.state) == [.open, .strained, .suspended, .open])
    #expect(inside.map(\.basis) == [.acts, .silence, .silence, .acts])
    #expect(inside[1].span == Fixture.span(34, 55))
    #expect(inside[2].rows.first == "C9" && inside[2].rows.last == "X")
    #expect(history.gaps.map(\.days) == [79, 20])
    #expect(history.gaps.map(\.before) == ["Y", nil])
  }

  @Test("is not reopened by a protest that it carries, coded as such or as a contact")
  func summons() throws {
    for effect in [ChannelEffect.used, .held] {
      let history = history([
        try act("A", 5, .closed),
        try Fixture.act("B", 20, code: "114", level: "top", effect: effect),
        try Fixture.act("C", 30, code: "114", level: "top", effect: effect),
        try act("D", 40, .restored),
      ])
      #expect(history.spells.map(\.state) == [.unknown, .suspended, .restored])
      #expect(history.spells[1].rows == ["A", "B", "C"])
      #expect(history.spells[1].actDays.count == 3)
    }
    // Where nothing was known, a protest shows that the channel carries messages.
    let first = history([try Fixture.act("A", 5, code: "114", level: "top", effect: .used)])
    #expect(first.spells.map(\.state) == [.unknown, .open, .unknown])
  }

  @Test("is unknown again where acts are long past, a closure later than a contact")
  func decay() throws {
    let window = Fixture.span(1, 500)
    let held = history([try act("A", 5, .held)], window: window)
    #expect(held.spells.map(\.state) == [.unknown, .open, .unknown])
    #expect(held.spells[1].span == Fixture.span(5, 95))
    #expect(held.spells[2].basis == .none)
    let strained = history([try act("A", 5, .restricted)], window: window)
    #expect(strained.spells[1].span == Fixture.span(5, 95))
    let closed = history([try act("A", 5, .closed)], window: window)
    #expect(closed.spells[1].span == Fixture.span(5, 370))
    #expect(closed.spells[2].state == .unknown)
  }

  @Test("is strained by contacts called off again and again, and not by one")
  func cancelled() throws {
    let one = history([try act("A", 5, .held), try act("B", 20, .cancelled)])
    #expect(!one.spells.map(\.state).contains(.strained))
    let two = history([
      try act("A", 5, .held), try act("B", 20, .cancelled), try act("C", 60, .cancelled),
    ])
    #expect(two.state(on: Fixture.day(60)) == .strained)
    let between = history([
      try act("B", 20, .cancelled), try act("D", 40, .held), try act("C", 60, .cancelled),
    ])
    #expect(between.state(on: Fixture.day(60)) == .open)
  }

  @Test("is judged against contacts that come in clusters")
  func clusters() throws {
    // Twelve contacts in two bursts: as many as twelve even ones, and far less against a silence.
    let baseline = Fixture.span(-364, 0)
    let even = try (0..<12).map { try act("C\($0)", -360 + 30 * $0, .held) }
    let burst = try (0..<12).map { try act("C\($0)", -360 + 190 * ($0 / 6) + 8 * ($0 % 6), .held) }
    let calm = history(even, baseline: baseline).silence
    let bursty = history(burst, baseline: baseline).silence
    #expect(calm.contacts == 12 && bursty.contacts == 12)
    #expect(calm.dispersion == 1 && bursty.dispersion > 1.5)
    let (one, other) = (
      try #require(calm.probability(ofSilence: 100)),
      try #require(bursty.probability(ofSilence: 100))
    )
    #expect(other > 2 * one)
    // Calls on the days around a visit are one episode.
    let visit = try [-300, -298, -295, -200, -100].enumerated().map {
      try act("V\($0)", $1, .held)
    }
    #expect(history(visit, baseline: baseline).silence.contacts == 3)
  }

  @Test("is never inferred from silence without enough baseline contacts")
  func tooFew() throws {
    let history = history(
      [try act("A", -90, .held), try act("B", -80, .held)], baseline: Fixture.span(-99, 0))
    #expect(history.spells.map(\.state) == [.unknown, .open, .open, .unknown])
    #expect(history.spells.map(\.rows) == [[], ["A", "B"], ["B"], []])
    #expect(history.spells[2].span == Fixture.span(1, 10))
    #expect(history.gaps.map(\.probability) == [nil])
    #expect(self.history([]).spells.map(\.state) == [.unknown])
  }

  @Test("is strained or suspended only on days when it surely was")
  func uncertainDates() throws {
    let history = history([
      try act("A", 5, through: 9, .held), try act("B", 20, through: 25, .closed),
      try act("C", 40, through: 50, .held),
    ])
    #expect(history.spells.map(\.state) == [.unknown, .open, .suspended, .restored, .open])
    #expect(history.spells.map { $0.from - Fixture.day(0) } == [1, 5, 25, 40, 50])
    #expect(history.gaps.map(\.from) == [Fixture.day(10), Fixture.day(51)])
    #expect(history.gaps.map(\.days) == [30, 50])
  }

  @Test("leaves out rows that take no part, save a second report of an act at another level")
  func exclusions() throws {
    let history = history([
      try act("A", 5, .held, level: "embassy"), try act("B", 6, .held, sameAs: "A"),
      try act("C", 8, .closed, status: .alleged), try act("D", 9, .closed, status: .unverified),
      try act("E", 10, .held), try act("F", 12, .held, sameAs: "E"),
      try act("G", 14, .closed, sameAs: "C"),
    ])
    #expect(history.spells.map(\.state) == [.unknown, .open])
    #expect(history.spells[1].rows == ["B", "E"])
    #expect(history.excluded == ["alleged": 1, "unverified": 1, "duplicate": 2])
  }

  @Test("does not depend on the order of rows, on names, on sides or on the calendar")
  func symmetry() throws {
    let events = [
      try act("A", -50, .held), try act("B", -40, .held), try act("C", -30, .held),
      try act("D", 10, .cancelled), try act("E", 10, .held), try act("F", 60, .closed),
    ]
    let baseline = Fixture.span(-60, 0)
    let first = history(events, baseline: baseline)
    #expect(first == history(events.reversed(), baseline: baseline))
    let swapped = events.map { event in
      Fixture.copy(event, renaming: ["AAA": "BBB", "BBB": "AAA"])
    }
    #expect(first == history(swapped, baseline: baseline))
    let later = history(
      events.map { Fixture.copy($0, laterBy: 500) }, baseline: Fixture.span(440, 500),
      window: Fixture.span(501, 600))
    #expect(first.spells.map(\.state) == later.spells.map(\.state))
    #expect(first.spells.map { $0.from + 500 } == later.spells.map(\.from))
    #expect(first.spells.map(\.silence) == later.spells.map(\.silence))
    let written = try JSONEncoder().encode(pair)
    #expect(String(bytes: written, encoding: .utf8) == #"["AAA","BBB"]"#)
    try expectRoundTrip(first, keys: ["pair", "level", "spells", "state", "from", "to", "rows"])
  }

  @Test("is followed for every level that the case or its rows name")
  func levels() throws {
    let events = [
      try act("A", 5, .held, level: "embassy"), try act("B", 6, .held, level: "army"),
      try Fixture.act("C", 7, code: "041", toward: ["CCC"], level: "court", effect: .held),
    ]
    let listed = Fixture.subject(
      events, channels: [Channel(between: pair, levels: [level, ChannelLevel(rawValue: "army")])])
    #expect(
      ChannelHistory.histories(in: listed).map(\.level.rawValue) == ["top", "army", "embassy"])
    let bare = Fixture.subject(events)
    #expect(ChannelHistory.histories(in: bare).map(\.level.rawValue) == ["army", "embassy"])
  }
}
