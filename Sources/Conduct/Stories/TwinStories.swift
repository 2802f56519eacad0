import Estimation
import Foundation

/// How far two explanations differ in what they expect on one record.
///
/// The rates that the median coefficients at work under each expect day by day, at as many acts as the record
/// holds, are compared by their Kullback-Leibler divergence; half the sum of both directions is the
/// mean weight of evidence between the two, in nats. With *D* nats the chance to tell them right is
/// about Φ(√*D*), the area under the curve.
enum TwinStories {
  /// The divergence below which two explanations are read as one: an area under the curve of 0.6.
  static let leastDivergence = 0.065

  /// The expected rates of every stream, day by day, scaled to the number of acts of the record.
  private static func profile(
    _ candidate: Candidate, _ record: ConductRecord, _ model: ConductModel
  ) -> [[Double]] {
    // The middle of each range of dates stands for it.
    let course = ConditionCovariates(candidate.conditions.middle, length: record.length)
    let days = record.acts.map(\.middle)
    let answers = Excitation(record, days: days, answerDays: model.medianAnswerDays, nodes: 1)
    return ActStream.allCases.compactMap { stream in
      let count = Double(record.count(stream.role))
      guard count > 0 else { return nil }
      var rate = [Double](repeating: 0, count: record.length)
      for coefficient in stream.rate where !coefficient.isBase {
        let size = candidate.kind.active[coefficient]?.median ?? 0
        let column =
          coefficient == .appeasement ? answers.appeasement : course.column(coefficient) ?? []
        guard size != 0, !column.isEmpty else { continue }
        let signed = coefficient == .appeasement ? -size : size
        for day in rate.indices { rate[day] += signed * column[day] }
      }
      let total = rate.reduce(0.0) { $0 + exp($1) }
      var reaction = [Double](repeating: 0, count: record.length)
      for coefficient in stream.answers where coefficient != .momentum {
        let size = candidate.kind.active[coefficient]?.median ?? 0
        let course = answers.course(coefficient)
        for day in reaction.indices { reaction[day] += size * course[day] }
      }
      let scale = max(count - reaction.reduce(0, +), 0.25 * count) / total
      for day in rate.indices { rate[day] = scale * exp(rate[day]) + reaction[day] }
      let sum = rate.reduce(0, +)
      return rate.map { $0 * count / sum }
    }
  }

  /// The divergence of every two candidates, in nats; zero where they are the same.
  static func divergences(
    _ candidates: [Candidate], record: ConductRecord, model: ConductModel
  ) -> [[Double]] {
    let profiles = candidates.map { profile($0, record, model) }
    return candidates.indices.map { a in
      candidates.indices.map { b in
        if candidates[a].isIdentical(to: candidates[b]) { return 0 }
        // A wide kind expects no one course, so it is nobody's twin.
        if candidates[a].kind.isWide || candidates[b].kind.isWide { return .infinity }
        return divergence(profiles[a], profiles[b])
      }
    }
  }

  /// Half the sum of the divergences of two lists of daily rates in both directions, in nats.
  private static func divergence(_ a: [[Double]], _ b: [[Double]]) -> Double {
    var sum = 0.0
    for (first, second) in zip(a, b) {
      for (one, other) in zip(first, second) { sum += 0.5 * (one - other) * log(one / other) }
    }
    return sum
  }

  /// The group of each candidate: the first candidate that it cannot be told from.
  static func groups(_ divergences: [[Double]]) -> [Int] {
    var groups: [Int] = []
    for index in divergences.indices {
      // Nearness to the first of a group alone, so that a chain of neighbours is not one story.
      groups.append(
        (0..<index).first { groups[$0] == $0 && divergences[index][$0] < leastDivergence } ?? index)
    }
    return groups
  }
}
