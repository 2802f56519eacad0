import Foundation

/// What one stream of acts is regressed on, laid out for fast evaluation.
///
/// The exponential part of the rate is summed over every day of the window, as the acts are: a sum
/// over longer pieces at their mean exponent lies below the daily sum without bound (Jensen's
/// inequality), so that an act early in a piece could gain without limit. The answering part is
/// linear, so its integral is exact. Columns are stored one after another in lanes of four.
struct StreamDesign: Sendable {
  typealias Lane = SIMD4<Double>

  let stream: ActStream
  /// The coefficients of the exponent that have a condition in this record; the base comes first.
  let rate: [Coefficient]
  /// The terms of the wandering, stored after the columns of `rate`.
  let wanderingTerms: Int
  /// The coefficients of the answering part that have an earlier act in this record.
  let answers: [Coefficient]
  /// The rows of the acts.
  let rows: ActRows
  /// The exposure without the wandering: days on which nothing changes are taken together.
  let still: Exposure
  /// The exposure day by day, with the wandering.
  let wandering: Exposure
  /// The conditions at each row of the acts, one column after another.
  let actColumns: [Lane]
  /// What earlier acts contribute at each row, times the weight of the row.
  let actAnswers: [Lane]
  /// The integral of each answering contribution.
  let answerTotals: [Double]

  /// Lays out the design of a stream up to a day.
  ///
  /// - Parameters:
  ///   - stream: The stream.
  ///   - record: The record.
  ///   - days: The day of every act on this draw.
  ///   - course: The conditions.
  ///   - answers: The contributions of earlier acts.
  ///   - wanderingTerms: The number of terms of the wandering.
  ///   - waves: The terms of the wandering over the window, where they are already at hand.
  ///   - dateNodes: The number of days at which an act of uncertain date is evaluated.
  ///   - end: The day before which acts and exposure count; the length of the window for all.
  init(
    _ stream: ActStream, record: ConductRecord, days: [Int], course: ConditionCovariates,
    answers: Excitation, wanderingTerms: Int, waves: [[Double]]? = nil, dateNodes: Int, end: Int
  ) {
    self.stream = stream
    let rows = ActRows(stream, record: record, drawn: days, nodes: dateNodes, end: end)
    self.rows = rows
    var (names, columns, acts) = ([Coefficient](), [[Double]](), [Lane]())
    for coefficient in stream.rate {
      let values =
        coefficient == .appeasement
        ? answers.appeasement.map { -$0 } : course.column(coefficient) ?? []
      guard values.contains(where: { $0 != 0 }) else { continue }
      names.append(coefficient)
      columns.append(values)
      acts += rows.column { values[$1] }
    }
    rate = names
    self.wanderingTerms = wanderingTerms
    let exposed = max(0, min(end, course.length))
    still = Exposure(columns, days: exposed)
    let waves = waves ?? Self.waves(wanderingTerms, length: course.length)
    wandering = wanderingTerms > 0 ? Exposure(columns + waves, days: exposed) : still
    for wave in waves { acts += rows.column { wave[$1] } }
    let driven = stream.answers.filter { coefficient in
      answers.course(coefficient).contains { $0 > 0 }
    }
    self.answers = driven
    answerTotals = driven.map { answers.course($0).prefix(end).reduce(0, +) }
    actColumns = acts
    let answered = Self.answered(record)
    actAnswers = driven.flatMap { coefficient in
      let course = answers.course(coefficient)
      return rows.column { position, day in
        var value = course[day]
        if coefficient == .momentum {
          // An act does not bring itself forth on the later days of its own span.
          let index = rows.indices[position]
          value -= answers.own(record.acts[index], drawn: days[index], on: day)
        } else if let source = answered[rows.indices[position]], days[source] >= day {
          // A source says that the act answered one of the same day: it came after it.
          value +=
            record.acts[source].mark
            * Excitation.weight(after: 1, answerDays: answers.answerDays)
        }
        return value * rows.weight(position / 4)
      }
    }
  }

  /// The greatest log likelihood that any rate could give these acts, in nats.
  ///
  /// Of a day with *n* acts the most that *n* log *λ* − *λ* can be is *n* log *n* − *n*; an act of
  /// uncertain date counts at most as if it stood on the fullest of its days. No evidence exceeds it.
  var bound: Double {
    var counts: [Int: Int] = [:]
    for days in rows.days { for day in Set(days) { counts[day, default: 0] += 1 } }
    return rows.days.reduce(0) { sum, days in
      sum + log(Double(days.map { counts[$0, default: 1] }.max() ?? 1)) - 1
    }
  }

  /// For the acts whose source says what they answered, the place of the act answered.
  private static func answered(_ record: ConductRecord) -> [Int: Int] {
    var result: [Int: Int] = [:]
    for (index, act) in record.acts.enumerated() {
      guard let id = act.answers else { continue }
      result[index] = record.acts.firstIndex { $0.id == id && !$0.role.isOwn }
    }
    return result
  }

  /// The terms of the wandering in the middle of every day.
  static func waves(_ terms: Int, length: Int) -> [[Double]] {
    (0..<terms).map { term in
      (0..<length).map { wave(term, day: Double($0) + 0.5, length: length) }
    }
  }

  /// A term of the expansion of a random walk that has unit variance after 30 days.
  ///
  /// > Karhunen-Loève expansion of Brownian motion; Loève, M. *Probability Theory* II, 1978, §37.5.
  static func wave(_ term: Int, day: Double, length: Int) -> Double {
    let frequency = (Double(term) + 0.5) * Double.pi
    let size = (2 * Double(length) / 30).squareRoot() / frequency
    return size * sin(frequency * day / Double(length))
  }
}
