import Diplomacy
import Estimation
import Foundation

extension FlipNumbers {
  /// The shares of acts not recorded that are tried.
  private static let shares = [0.1, 0.25, 0.5, 1.0]

  /// Searches for what would turn the lead.
  ///
  /// - Parameters:
  ///   - ground: The comparison.
  ///   - robustness: What each row and publisher carries.
  ///   - leading: The place of the leading group.
  ///   - decibels: The lead of the first over the second.
  ///   - draws: The number of draws of dates.
  init(
    _ ground: ComparisonInput, robustness: RobustnessReport, leading: Int, decibels: Double,
    draws: Int, generator: SeededGenerator
  ) {
    let record = ground.record
    let order = robustness.withoutAct.sorted {
      ($1.lostLead, $0.name) < ($0.lostLead, $1.name)
    }
    let tried = min(8, order.count / 3)
    let turned = concurrentMap(tried) { index -> Bool in
      let out = Set(order.prefix(index + 1).map(\.name))
      let left = record.filtered { !out.contains($0.id) }
      return ground.leader(on: left, draws: draws, generator: generator) != leading
    }
    rows = turned.firstIndex(of: true).map { order.prefix($0 + 1).map(\.name) }
    rowsTried = tried
    self.decibels = decibels
    let sources = robustness.withoutSource.sorted {
      ($1.lostLead, $0.name) < ($0.lostLead, $1.name)
    }.prefix(8).map(\.name)
    let silent = concurrentMap(sources.count) { index -> Bool in
      let left = record.filtered { $0.publisher != sources[index] }
      return ground.leader(on: left, draws: draws, generator: generator) != leading
    }
    publishers = zip(sources, silent).filter { $0.1 }.map { $0.0 }
    let sides: [(ActorCode, ActRole)] = [
      (record.actor, .hostile), (record.other, .hostilityReceived),
    ]
    let cases = sides.flatMap { side in Self.shares.map { (side.1, $0) } }
    let leaders = concurrentMap(cases.count) { index in
      ground.leader(
        on: Self.fuller(record, role: cases[index].0, share: cases[index].1), draws: draws,
        generator: generator)
    }
    underRecording = sides.enumerated().map { number, side in
      let own = (0..<Self.shares.count).first {
        leaders[number * Self.shares.count + $0] != leading
      }
      return UnderRecording(
        actor: side.0, share: own.map { Self.shares[$0] },
        leader: own.flatMap { place in
          leaders[number * Self.shares.count + place].map { ground.candidates[$0].id }
        })
    }
    greatestShare = Self.shares.last ?? 0
  }

  /// The record with more acts of one part: copies half-way between neighbours, where attention to
  /// one act may have hidden the next.
  private static func fuller(_ record: ConductRecord, role: ActRole, share: Double)
    -> ConductRecord
  {
    let acts = record.acts.filter { $0.role == role }
    let wanted = Int((share * Double(acts.count)).rounded(.up))
    guard wanted > 0 else { return record }
    let copies = (0..<wanted).map { number -> ConductAct in
      let place = number * acts.count / wanted
      let act = acts[place]
      let next = place + 1 < acts.count ? acts[place + 1].middle : record.length - 1
      let day = min(record.length - 1, (act.middle + next) / 2)
      let spread = act.last - act.first
      let first = min(day, record.length - 1 - spread)
      return ConductAct(
        id: "\(act.id) missing", role: role, first: max(0, first), last: max(0, first) + spread,
        mark: act.mark, publisher: "")
    }
    return ConductRecord(
      actor: record.actor, other: record.other, start: record.start, length: record.length,
      acts: record.acts + copies)
  }
}
