public import Diplomacy

/// An act as a course uses it: a row of the record with its weight on the course's scale.
public struct CourseAct: Hashable, Sendable, Codable {
  /// The id of the row.
  public let row: String
  /// The days on which the act may have happened.
  public let date: DateSpan
  /// The code of the act.
  public let code: EventCode
  /// The weight from -10 (most hostile) to 10: the row's own, else that of the course's scale.
  public let weight: Double
  /// Whether the act is hostile, conciliatory or neither.
  public let tone: Tone

  /// Whether the act is hostile.
  public var isHostile: Bool { tone == .hostile }

  /// Whether the act is routine: a statement or a meeting (CAMEO 01 and 04) that is not hostile.
  public var isRoutine: Bool { weight >= 0 && (code.root == 1 || code.root == 4) }

  /// The share of the possible days that lie in a span, from 0 to 1.
  func share(in span: DateSpan) -> Double {
    let first = max(date.first, span.first)
    let last = min(date.last, span.last)
    return first > last ? 0 : Double(last - first + 1) / Double(date.length)
  }
}

extension CourseAct {
  /// The acts of one direction that count, in an order that does not depend on the order of rows.
  ///
  /// A joint act counts once for the dyad. Draws belong to acts in this order; acts that share dates
  /// code and weight are alike, so that it is all one which of them comes first.
  static func acts(
    of dyad: Dyad, part: CoursePart, on scale: IntensityScale, in events: [Event]
  ) -> [CourseAct] {
    let acts = ActRule(scale: scale).acts(of: events).filter {
      $0.isOf(dyad) && part.holds($0.row.code)
    }.map {
      CourseAct(
        row: $0.row.id, date: $0.row.date, code: $0.row.code, weight: $0.weight, tone: $0.tone)
    }
    return acts.sorted {
      ($0.date.first, $0.date.last, $0.code, $0.weight, $0.row)
        < ($1.date.first, $1.date.last, $1.code, $1.weight, $1.row)
    }
  }
}

extension CoursePart {
  /// Whether the part holds acts of a code: words are quad classes 1 and 3, deeds 2 and 4.
  public func holds(_ code: EventCode) -> Bool {
    switch self {
    case .all: true
    case .words: code.quadClass.isVerbal
    case .deeds: !code.quadClass.isVerbal
    }
  }
}
