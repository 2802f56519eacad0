import Diplomacy
import Estimation
import Foundation

/// Splits the rate of each act into initiative, reaction and momentum over posterior draws.
struct ReactionSampler {
  let evidence: StreamEvidence
  let posterior: [Double]

  /// One draw of everything uncertain: an explanation, a draw of dates, settings, coefficients.
  struct Sample {
    let draw: EvidenceEngine.Draw
    let streams: [(fit: StreamFit, theta: [Double])]
  }

  /// Draws from the joint posterior.
  func samples(_ count: Int, generator: SeededGenerator) -> [Sample] {
    (0..<count).map { index in
      var source = generator.stream(UInt64(index))
      let candidate = source.index(weights: posterior)
      let fits = evidence.fits[candidate]
      let fit = fits[source.index(weights: SpecialFunctions.softmax(fits.map(\.logEvidence)))]
      let streams = fit.streams.map { settings -> (fit: StreamFit, theta: [Double]) in
        let setting = settings[
          source.index(weights: SpecialFunctions.softmax(settings.map(\.weighted)))]
        let point = setting.laplace.draw(using: &source)
        return (setting, setting.posterior.coefficients(at: point))
      }
      return Sample(draw: evidence.draws[fit.draw], streams: streams)
    }
  }

  /// The attribution of every act of the actor, in the order of the record.
  func attributions(samples count: Int, generator: SeededGenerator) -> [ReactionAttribution] {
    let record = evidence.engine.record
    var shares = [[Double]](repeating: [], count: record.acts.count)
    var momentum = [Double](repeating: 0, count: record.acts.count)
    var sources = [[Int: Double]](repeating: [:], count: record.acts.count)
    for sample in samples(count, generator: generator) {
      for (fit, theta) in sample.streams {
        let design = fit.posterior.design
        for (position, index) in design.rows.indices.enumerated() {
          let split = split(position, fit.posterior, theta)
          shares[index].append(split.reaction)
          momentum[index] += split.momentum
          guard split.reaction > 0 else { continue }
          spread(
            split.reaction, over: index, on: design.rows.days[position], sample.draw, record,
            into: &sources[index])
        }
      }
    }
    return record.acts.indices.filter { record.acts[$0].role.isOwn }.map { index in
      let act = record.acts[index]
      if let id = act.answers, record.acts.contains(where: { $0.id == id && !$0.role.isOwn }) {
        // A source says so: there is nothing to infer.
        return ReactionAttribution(
          id: act.id, date: record.span(of: act), role: act.role, probabilityReaction: 1,
          interval: 1...1, probabilityMomentum: 0,
          to: [ReactionAttribution.Answered(id: id, probability: 1)])
      }
      let total = Double(max(1, shares[index].count))
      let to = sources[index].map { source, sum in
        ReactionAttribution.Answered(id: record.acts[source].id, probability: sum / total)
      }
      .filter { $0.probability >= 0.01 }
      .sorted { ($1.probability, $0.id) < ($0.probability, $1.id) }
      let low = Summaries.quantile(shares[index], 0.05)
      let high = Summaries.quantile(shares[index], 0.95)
      return ReactionAttribution(
        id: act.id, date: record.span(of: act), role: act.role,
        probabilityReaction: Summaries.mean(shares[index]), interval: low...max(low, high),
        probabilityMomentum: momentum[index] / total, to: to)
    }
  }

  /// The shares of an act's rate, averaged over the days on which it may have happened.
  private func split(_ position: Int, _ posterior: StreamPosterior, _ theta: [Double]) -> (
    reaction: Double, momentum: Double
  ) {
    let (design, rows) = (posterior.design, posterior.design.rows)
    let (lane, slot) = (position / 4, position % 4)
    var (rate, reaction, momentum) = (0.0, 0.0, 0.0)
    for node in 0..<rows.nodeCount(lane) {
      let row = rows.row(node, lane)
      var eta = 0.0
      for k in 0..<posterior.columns {
        eta += design.actColumns[k * rows.rowLanes + row][slot] * theta[k]
      }
      rate += rows.weight(lane) * exp(eta)
      for (j, coefficient) in design.answers.enumerated() {
        let part =
          design.actAnswers[j * rows.rowLanes + row][slot] * theta[posterior.columns + j]
        rate += part
        if coefficient == .momentum { momentum += part } else { reaction += part }
      }
    }
    return rate > 0 ? (reaction / rate, momentum / rate) : (0, 0)
  }

  /// Shares a reaction out over the earlier acts that can have brought it forth.
  private func spread(
    _ reaction: Double, over index: Int, on days: [Int], _ draw: EvidenceEngine.Draw,
    _ record: ConductRecord, into sums: inout [Int: Double]
  ) {
    let wanted: ActRole =
      record.acts[index].role == .conciliatory ? .conciliationReceived : .hostilityReceived
    var weights: [(Int, Double)] = []
    for (source, act) in record.acts.enumerated() where act.role == wanted {
      let possible = act.days(around: draw.days[source], count: evidence.engine.model.dateNodes)
      var weight = 0.0
      for (day, earlier) in days.flatMap({ day in possible.map { (day, $0) } }) {
        weight += Excitation.weight(after: day - earlier, answerDays: draw.answerDays)
      }
      weight *= act.mark / Double(possible.count)
      if weight > 0 { weights.append((source, weight)) }
    }
    let total = weights.reduce(0) { $0 + $1.1 }
    for (source, weight) in weights { sums[source, default: 0] += reaction * weight / total }
  }
}
