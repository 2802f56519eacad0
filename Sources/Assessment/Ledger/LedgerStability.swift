public import Diplomacy
import Estimation

/// How the clauses of a case fare when the record is a little other than it is.
///
/// Each variant changes one thing that a fair reader might have done otherwise: a day taken for its
/// month, a neighbouring code, another scale, a publisher left out, routine contacts added, the window a
/// month longer or shorter at either end, the rows in another order. A clause is fragile where a
/// variant takes it from holding to failing or back.
public struct LedgerStability: Hashable, Sendable, Codable {
  /// A clause that moved by more than one step, and under which variants.
  public struct Fragile: Hashable, Sendable, Codable {
    /// The assertion.
    public let assertion: String
    /// The clause, from 1.
    public let clause: Int
    /// The variants, in words.
    public let variants: [String]
  }

  /// The number of variants.
  public let variants: Int
  /// The number of clause verdicts compared: clauses times variants.
  public let compared: Int
  /// How many of them moved at all.
  public let moved: Int
  /// How many moved by more than one step.
  public let reversed: Int
  /// The clauses that moved by more than one step.
  public let fragile: [Fragile]

  /// Runs the variants of a case.
  ///
  /// - Parameters:
  ///   - subject: The case.
  ///   - scale: The intensity scale.
  ///   - count: The number of variants.
  ///   - seed: The seed of the choices among them.
  ///   - draws: The draws behind courses.
  ///   - readsCourses: Whether clauses on trends and turns are tried too, which takes long.
  /// - Complexity: O(variants × the cost of a ledger).
  public init(
    of subject: Case, on scale: IntensityScale = .goldsteinGDELT, count: Int = 100,
    seed: UInt64 = 1, draws: Int = 30, readsCourses: Bool = true
  ) {
    let plain = LedgerEntry.ledger(
      of: subject, on: scale, draws: draws, readsCourses: readsCourses)
    var (compared, moved, reversed) = (0, 0, 0)
    var found: [String: (assertion: String, clause: Int, variants: [String])] = [:]
    for number in 0..<count {
      let variant = LedgerVariant(number, of: subject, seed: seed)
      let other = LedgerEntry.ledger(
        of: variant.subject, on: variant.swapsScale ? Self.other(scale) : scale, draws: draws,
        readsCourses: readsCourses)
      for (one, two) in zip(plain, other) {
        for (a, b) in zip(one.clauses, two.clauses) {
          compared += 1
          if a.verdict != b.verdict { moved += 1 }
          guard abs(a.verdict.side - b.verdict.side) > 1 else { continue }
          reversed += 1
          let key = "\(one.id)#\(a.number)"
          found[key, default: (one.id, a.number, [])].variants.append(variant.name)
        }
      }
    }
    variants = count
    self.compared = compared
    self.moved = moved
    self.reversed = reversed
    fragile = found.values.sorted { ($0.assertion, $0.clause) < ($1.assertion, $1.clause) }
      .map { Fragile(assertion: $0.assertion, clause: $0.clause, variants: $0.variants) }
  }

  private static func other(_ scale: IntensityScale) -> IntensityScale {
    scale == .goldsteinGDELT ? .goldsteinICEWS : .goldsteinGDELT
  }
}

/// A case changed in one way.
struct LedgerVariant {
  let name: String
  let subject: Case
  let swapsScale: Bool

  /// Makes a variant by its number; ten kinds take turns.
  init(_ number: Int, of original: Case, seed: UInt64) {
    var generator = SeededGenerator(seed: seed).stream(UInt64(number))
    func pick(_ count: Int) -> Int { Int(generator.uniform() * Double(max(1, count))) }
    var subject = original
    var swaps = false
    let row = pick(original.events.count)
    switch number % 8 {
    case 0:
      name = "rows in another order"
      for index in stride(from: subject.events.count - 1, to: 0, by: -1) {
        subject.events.swapAt(index, pick(index + 1))
      }
    case 1 where row < original.events.count:
      let event = original.events[row]
      name = "\(event.id) dated by its month"
      let parts = event.date.first.parts
      if let first = Day(year: parts.year, month: parts.month, day: 1),
        let month = DateSpan(
          from: first,
          through: first + (Day.length(ofMonth: parts.month, inYear: parts.year) - 1))
      {
        subject.events[row] = event.with(date: month)
      }
    case 2:
      name = "the other scale"
      swaps = true
    case 3 where row < original.events.count:
      let event = original.events[row]
      let siblings = EventCode.all.filter {
        $0.root == event.code.root && $0 != event.code && $0.rawValue.count >= 3
      }
      let code = siblings.isEmpty ? event.code : siblings[pick(siblings.count)]
      name = "\(event.id) coded \(code)"
      subject.events[row] = event.with(code: code)
    case 4:
      let publishers = Set(original.events.map(\.source.publisher)).sorted()
      let publisher = publishers.isEmpty ? "" : publishers[pick(publishers.count)]
      name = "without \(publisher)"
      subject.events.removeAll { $0.source.publisher == publisher }
    case 5:
      name = "24 routine contacts added"
      let length = original.window.length
      for index in 0..<24 {
        let day = original.window.first + (length * index / 24 + pick(max(1, length / 24)))
        if let code = EventCode("040") {
          subject.events.append(
            Event(
              id: "routine-\(index)", date: DateSpan(day), sources: [original.focal],
              targets: [original.counterpart], code: code, summary: "A routine consultation.",
              channel: ChannelLevel(rawValue: "working_level"), channelEffect: .held))
        }
      }
    case 6:
      let shift = pick(2) == 0 ? 30 : -30
      name = "the window starts \(abs(shift)) days \(shift > 0 ? "later" : "earlier")"
      subject.window =
        DateSpan(from: original.window.first + shift, through: original.window.last)
        ?? original.window
    default:
      let shift = pick(2) == 0 ? 30 : -30
      name = "the window ends \(abs(shift)) days \(shift > 0 ? "later" : "earlier")"
      subject.window =
        DateSpan(from: original.window.first, through: original.window.last + shift)
        ?? original.window
    }
    self.subject = subject
    swapsScale = swaps
  }
}

extension Event {
  /// The same row with another date or another code.
  func with(date: DateSpan? = nil, code: EventCode? = nil) -> Event {
    Event(
      id: id, date: date ?? self.date, sources: sources, targets: targets,
      code: code ?? self.code, summary: summary, sourceOrgan: sourceOrgan,
      targetOrgan: targetOrgan, sameAs: sameAs, statedIntensity: statedIntensity,
      channel: channel, channelEffect: channelEffect, issue: issue, status: status,
      intent: intent, conciliation: conciliation, answers: answers, role: role, demands: demands,
      demandEffect: demandEffect, concerns: concerns, number: number, source: source,
      provenance: provenance, isDraft: isDraft, note: note, extra: extra, line: line)
  }
}
