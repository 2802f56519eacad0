import Diplomacy
import Estimation
import Foundation

/// Simulates records of a world that is not the reader's own, alike in size to a template.
struct WorldSimulator: Sendable {
  let world: SimulatedWorld
  /// The record whose length, dates and number of acts are taken.
  let template: ConductRecord
  let candidates: [Candidate]
  let model: ConductModel
  let counterpart: ConductParameters

  /// The share of acts that are recorded when attention is low, and the days for which it is high.
  private static let lowAttention = 0.4
  private static let attentionDays = 25

  /// One record under a story.
  func episode(_ candidate: Int, generator: SeededGenerator) -> ConductRecord {
    var source = generator.stream(99)
    var settings = model
    settings.priorScale = world.effects
    var pace = 1.0
    switch world {
    case .kernels:
      settings.answerDays = [.init(source.uniform() < 0.5 ? 2 : 45, weight: 1)]
      pace = source.uniform() < 0.5 ? 0.5 : 2
    case .overdispersion: settings.wandering = [.init(1, weight: 1)]
    default: break
    }
    let wanted =
      switch world {
      case .packages: 0.6
      case .selectiveRecording: 1.7
      default: 1.0
      }
    let simulator = EpisodeSimulator(
      template, candidates, model: settings, counterpart: counterpart, pace: pace, volume: wanted)
    let record = simulator.episode(candidate, generator: generator.stream(1))
    switch world {
    case .packages: return packaged(record, using: &source)
    case .selectiveRecording: return selected(record, candidate, using: &source)
    default: return record
    }
  }

  /// Every third decision is announced in several acts within four days.
  private func packaged(
    _ record: ConductRecord, using source: inout SeededGenerator
  ) -> ConductRecord {
    var acts: [ConductAct] = []
    for act in record.acts {
      acts.append(act)
      guard source.uniform() < 0.33 else { continue }
      var number = 1
      while number < 8 {
        let day = min(record.length - 1, act.first + source.index(below: 5))
        acts.append(
          ConductAct(
            id: "\(act.id) part \(number)", role: act.role, first: day,
            last: min(record.length - 1, day + act.last - act.first), mark: act.mark, publisher: "")
        )
        number += 1
        if source.uniform() < 0.45 { break }
      }
    }
    return ConductRecord(
      actor: record.actor, other: record.other, start: record.start, length: record.length,
      acts: acts)
  }

  /// Attention is high for some weeks after a shock, an onset, a round, or a strong act of either.
  private func selected(
    _ record: ConductRecord, _ candidate: Int, using source: inout SeededGenerator
  ) -> ConductRecord {
    let conditions = candidates[candidate].conditions.middle
    var attention = [Bool](repeating: false, count: record.length)
    var moments = conditions.shocks + conditions.rounds
    moments += [conditions.onset, conditions.goal].compactMap { $0 }
    for _ in 0..<2 { moments.append(source.index(below: max(1, record.length))) }
    for moment in moments {
      for day in max(
        0, moment)..<max(max(0, moment), min(record.length, moment + Self.attentionDays))
      {
        attention[day] = true
      }
    }
    return record.filtered { act in
      attention[min(record.length - 1, act.middle)] || source.uniform() < Self.lowAttention
    }
  }
}
