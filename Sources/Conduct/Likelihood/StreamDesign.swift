import Foundation

/// What one stream of acts is regressed on, laid out for fast evaluation.
///
/// The exponential part of the rate is integrated over pieces of a few days within which the
/// conditions hardly change; the answering part is linear, so its integral is exact. Columns are
/// stored one after another in lanes of four.
struct StreamDesign: Sendable {
  typealias Lane = SIMD4<Double>

  let stream: ActStream
  /// The coefficients of the exponent that have a condition in this record; the base comes first.
  let rate: [Coefficient]
  /// The terms of the wandering, stored after the columns of ``rate``.
  let wanderingTerms: Int
  /// The coefficients of the answering part that have an earlier act in this record.
  let answers: [Coefficient]
  /// The rows of the acts.
  let rows: ActRows

  let pieceLanes: Int
  let pieceDays: [Lane]
  let pieceColumns: [Lane]
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
  ///   - dateNodes: The number of days at which an act of uncertain date is evaluated.
  ///   - end: The day before which acts and exposure count; the length of the window for all.
  init(
    _ stream: ActStream, record: ConductRecord, days: [Int], course: ConditionCovariates,
    answers: Excitation, wanderingTerms: Int, dateNodes: Int, end: Int
  ) {
    self.stream = stream
    let rows = ActRows(stream, record: record, drawn: days, nodes: dateNodes, end: end)
    self.rows = rows
    let cuts = course.pieces.prefix { $0 < end } + [min(end, course.length)]
    var pieceCount = max(0, cuts.count - 1)
    var lengths = (0..<pieceCount).map { Double(cuts[$0 + 1] - cuts[$0]) }

    var (names, pieces, acts) = ([Coefficient](), [[Double]](), [Lane]())
    for coefficient in stream.rate {
      if coefficient == .appeasement {
        let values = answers.appeasement.map { -$0 }
        guard values.contains(where: { $0 != 0 }) else { continue }
        names.append(coefficient)
        pieces.append(course.means(of: values))
        acts += rows.column { values[$1] }
      } else if let means = course.means(coefficient), let column = course.column(coefficient) {
        names.append(coefficient)
        pieces.append(means)
        acts += rows.column { column[$1] }
      }
    }
    rate = names
    self.wanderingTerms = wanderingTerms
    if stream != .hostile {
      (lengths, pieces) = Self.merged(lengths, pieces)
      pieceCount = lengths.count
    }
    var (start, middles) = (0.0, [Double]())
    for length in lengths {
      middles.append(start + 0.5 * length)
      start += length
    }
    for term in 0..<wanderingTerms {
      pieces.append(middles.map { Self.wave(term, day: $0, length: course.length) })
      acts += rows.column { Self.wave(term, day: Double($1) + 0.5, length: course.length) }
    }
    let driven = stream.answers.filter { coefficient in
      answers.course(coefficient).contains { $0 > 0 }
    }
    self.answers = driven
    answerTotals = driven.map { answers.course($0).prefix(end).reduce(0, +) }

    pieceLanes = (pieceCount + 3) / 4
    pieceDays = Self.packed([lengths], count: pieceCount)
    pieceColumns = Self.packed(pieces, count: pieceCount)
    actColumns = acts
    actAnswers = driven.flatMap { coefficient in
      let course = answers.course(coefficient)
      return rows.column { position, day in
        var value = course[day]
        if coefficient == .momentum {
          // An act does not bring itself forth on the later days of its own span.
          let index = rows.indices[position]
          value -= answers.own(record.acts[index], drawn: days[index], on: day)
        }
        return value * rows.weight(position / 4)
      }
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

  /// The days within which the wandering is taken to stand still where nothing else changes.
  private static let stillDays = 20.0

  /// Joins neighbouring pieces on which every condition is the same.
  private static func merged(_ lengths: [Double], _ columns: [[Double]]) -> (
    [Double], [[Double]]
  ) {
    var (joined, kept) = ([Double](), [Int]())
    for piece in lengths.indices {
      if let last = kept.last, columns.allSatisfy({ $0[last] == $0[piece] }),
        joined[joined.count - 1] + lengths[piece] <= stillDays
      {
        joined[joined.count - 1] += lengths[piece]
      } else {
        joined.append(lengths[piece])
        kept.append(piece)
      }
    }
    return (joined, columns.map { column in kept.map { column[$0] } })
  }

  private static func packed(_ columns: [[Double]], count: Int) -> [Lane] {
    let lanes = (count + 3) / 4
    var result = [Lane](repeating: .zero, count: lanes * columns.count)
    for (column, values) in columns.enumerated() {
      for index in 0..<count { result[column * lanes + index / 4][index % 4] = values[index] }
    }
    return result
  }
}
