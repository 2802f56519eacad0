import Diplomacy
import Estimation
import Foundation

/// Computes the evidence of explanations on one record.
struct EvidenceEngine: Sendable {
  let record: ConductRecord
  let candidates: [Candidate]
  let model: ConductModel
  /// The base rate of each stream by parity with the other side, where that can be told.
  private let parities: [Double?]
  /// The streams that hold an act.
  let streams: [ActStream]
  private let twins: [[Int]]
  private let waves: [[Double]]

  /// One draw of everything that is averaged over: the days, the dates, the speed of answers.
  struct Draw: Sendable {
    let days: [Int]
    let answerDays: Double
    let logWeight: Double
    let conditionSource: SeededGenerator
  }

  /// The fits of one candidate on one draw.
  struct DrawFit: Sendable {
    let draw: Int
    /// For each stream, the fits at each setting of the base rate and the wandering.
    let streams: [[StreamFit]]
    /// The log evidence with the weight of the draw.
    let logEvidence: Double
  }

  init(_ record: ConductRecord, _ candidates: [Candidate], model: ConductModel) {
    self.record = record
    self.candidates = candidates
    self.model = model
    let streams = ActStream.allCases.filter { $0 != .closure || record.count($0.role) > 0 }
    self.streams = streams
    twins = Self.twins(candidates, streams)
    waves = StreamDesign.waves(model.wanderingTerms, length: record.length)
    parities = streams.map { model.parity > 0 ? BaseRate.parity($0, record) : nil }
  }

  /// Draws of the days and of the speed of answers.
  ///
  /// Where every date is known, one draw for each speed is exact; else the speeds are shared out
  /// over the draws in proportion to their weights.
  func draws(_ count: Int, generator: SeededGenerator) -> [Draw] {
    let isExact = record.isExact && candidates.allSatisfy { $0.conditions.isExact }
    let number = isExact ? model.answerDays.count : max(count, model.answerDays.count)
    let dates = DateDraws(record, count: isExact ? 1 : number, generator: generator.stream(1))
    return (0..<number).map { index in
      var (answer, logWeight) = (model.answerDays[index % model.answerDays.count], 0.0)
      if isExact {
        logWeight = log(answer.weight)
      } else {
        var place = (Double(index) + 0.5) / Double(number)
        answer = model.answerDays[model.answerDays.count - 1]
        for candidate in model.answerDays {
          place -= candidate.weight
          if place < 0 {
            answer = candidate
            break
          }
        }
        logWeight = -log(Double(number))
      }
      return Draw(
        days: dates.days[isExact ? 0 : index], answerDays: answer.value, logWeight: logWeight,
        conditionSource: generator.stream(1000 + UInt64(index)))
    }
  }

  /// Fits every candidate on every draw.
  ///
  /// Every climb starts from the mode of the draw before it. The draws are shared out in blocks of
  /// a fixed number, each of which starts from the first draw, so that the result does not depend
  /// on the number of cores.
  ///
  /// - Parameters:
  ///   - draws: The draws.
  ///   - end: The day before which acts and exposure count.
  ///   - start: Fits of the same candidates on a record like this one, to start from.
  /// - Returns: For each candidate, its fits in the order of the draws.
  func fits(_ draws: [Draw], end: Int? = nil, start: [DrawFit]? = nil) -> [[DrawFit]] {
    guard !draws.isEmpty else { return candidates.map { _ in [] } }
    let first = fits(draws, 0..<1, end: end, start: start)
    let blocks = stride(from: 1, to: draws.count, by: Self.block).map {
      $0..<min(draws.count, $0 + Self.block)
    }
    let rest = concurrentMap(blocks.count) {
      fits(draws, blocks[$0], end: end, start: first.compactMap(\.last))
    }
    return candidates.indices.map { number in rest.reduce(first[number]) { $0 + $1[number] } }
  }

  /// The number of draws that are read one after another.
  private static let block = 10

  private func fits(_ draws: [Draw], _ range: Range<Int>, end: Int?, start: [DrawFit]?)
    -> [[DrawFit]]
  {
    var result = [[DrawFit]](repeating: [], count: candidates.count)
    for index in range {
      let draw = draws[index]
      let answers = Excitation(
        record, days: draw.days, answerDays: draw.answerDays, nodes: max(1, model.dateNodes))
      var layouts: [DrawnConditions: Layout] = [:]
      var made: [[[StreamFit]]] = []
      for (number, candidate) in candidates.enumerated() {
        var source = draw.conditionSource
        let conditions = candidate.conditions.drawn(using: &source)
        let layout =
          layouts[conditions] ?? layout(conditions, days: draw.days, answers: answers, end: end)
        layouts[conditions] = layout
        let previous = result[number].last ?? start?[number]
        let fits = layout.designs.enumerated().map { stream, design in
          let twin = twins[number][stream]
          guard twin == number else { return made[twin][stream] }
          return fit(
            design, candidate: number,
            bases: bases(stream, candidate.kind, course: layout.course, answers: answers),
            previous: previous.flatMap { stream < $0.streams.count ? $0.streams[stream] : nil })
        }
        made.append(fits)
        let total = fits.reduce(draw.logWeight) {
          $0 + SpecialFunctions.logSumExp($1.map(\.weighted))
        }
        result[number].append(DrawFit(draw: index, streams: fits, logEvidence: total))
      }
    }
    return result
  }

  /// For each candidate and stream the first candidate that expects the same of that stream.
  private static func twins(_ candidates: [Candidate], _ streams: [ActStream]) -> [[Int]] {
    candidates.indices.map { number in
      streams.map { stream in
        candidates.indices.first { other in
          candidates[other].conditions == candidates[number].conditions
            && (stream.rate + stream.answers).allSatisfy {
              candidates[other].kind.prior(of: $0) == candidates[number].kind.prior(of: $0)
                && (candidates[other].kind.active[$0] == nil)
                  == (candidates[number].kind.active[$0] == nil)
            }
        } ?? number
      }
    }
  }

  /// The log evidence of each candidate, averaged over the draws.
  func logEvidence(_ draws: [Draw], end: Int? = nil, start: [DrawFit]? = nil) -> [Double] {
    fits(draws, end: end, start: start).map { SpecialFunctions.logSumExp($0.map(\.logEvidence)) }
  }

  /// What the candidates that share their dates on a draw are regressed on.
  private struct Layout {
    let course: ConditionCovariates
    let designs: [StreamDesign]
  }

  private func layout(
    _ conditions: DrawnConditions, days: [Int], answers: Excitation, end: Int?
  ) -> Layout {
    let course = ConditionCovariates(
      conditions, length: record.length)
    return Layout(
      course: course,
      designs: streams.map {
        StreamDesign(
          $0, record: record, days: days, course: course, answers: answers,
          wanderingTerms: model.wanderingTerms, waves: waves, dateNodes: max(1, model.dateNodes),
          end: end ?? record.length)
      })
  }

  /// The expectations of a base rate with their weights; those of the whole window for any prefix.
  private func bases(
    _ stream: Int, _ kind: ConductKind, course: ConditionCovariates, answers: Excitation
  ) -> [(rate: BaseRate, weight: Double)] {
    var bases: [(rate: BaseRate, weight: Double)] = []
    let parity = parities[stream]
    if let parity {
      bases.append((BaseRate(centre: parity, spread: model.paritySpread), model.parity))
    }
    if parity == nil || model.parity < 1 {
      let own = BaseRate.ownCount(
        streams[stream], record, kind: kind, model: model, course: course,
        answers: answers)
      bases.append(
        (BaseRate(centre: own, spread: model.baseSpread), parity == nil ? 1 : 1 - model.parity))
    }
    return bases
  }

  private func fit(
    _ design: StreamDesign, candidate: Int, bases: [(rate: BaseRate, weight: Double)],
    previous: [StreamFit]?
  ) -> [StreamFit] {
    var fits: [StreamFit] = []
    for base in bases {
      for wandering in model.wandering {
        let posterior = StreamPosterior(
          design, kind: candidates[candidate].kind, model: model, wandering: wandering.value,
          base: base.rate)
        fits.append(
          StreamFit(
            posterior, logWeight: log(base.weight * wandering.weight),
            start: previous.flatMap { fits.count < $0.count ? $0[fits.count].laplace.mode : nil }))
      }
    }
    return fits
  }
}
