import Estimation
import Foundation

/// How near one another acts of one side and part must lie to count as one decision.
public enum MergingWindow: Hashable, Sendable, Codable {
  /// Every act is a decision of its own.
  case none
  /// Acts within so many days of the first of them are one decision; 0 for the same day.
  case days(Int)

  /// The number of days, or nothing where every act is a decision.
  public var days: Int? { if case .days(let count) = self { count } else { nil } }
}

/// A record in which acts that may have been decided together count once.
struct DecisionRecord: Sendable {
  /// The decisions, each with the dates of its first act and the mean weight of its acts.
  let record: ConductRecord
  /// The number of decisions of the actor.
  let decisions: Int
  /// The log probability of how the actor's acts are spread around its decisions, in nats.
  let logDensity: Double

  /// Groups the acts of a record.
  ///
  /// The first act of a group decides its day. The number of further acts of a decision is
  /// geometric with a chance on which every value is equally likely beforehand, and each falls on
  /// any day of the window alike; so that the evidence of records with different numbers of
  /// decisions can be compared. Acts whose dates are less certain than the window are left alone.
  init(_ original: ConductRecord, window: MergingWindow) {
    guard let reach = window.days else {
      record = original
      decisions = original.acts.reduce(0) { $0 + ($1.role.isOwn ? 1 : 0) }
      logDensity = -Self.ties(original.acts)
      return
    }
    var groups: [[ConductAct]] = []
    var open: [ActRole: Int] = [:]
    // The acts of a record are in the order of their first day.
    for act in original.acts {
      guard act.last - act.first <= reach else {
        groups.append([act])
        continue
      }
      if let place = open[act.role], act.middle - groups[place][0].middle <= reach {
        groups[place].append(act)
      } else {
        open[act.role] = groups.count
        groups.append([act])
      }
    }
    let own = groups.filter { $0[0].role.isOwn }
    let further = own.reduce(0) { $0 + $1.count - 1 }
    let starts = own.map { $0[0] }
    decisions = own.count
    // The Beta function: the chance of the sizes with the chance of a further act integrated out.
    var density = Self.logFactorial(further) + Self.logFactorial(own.count)
    density -= Self.logFactorial(further + own.count + 1)
    for group in own where group.count > 1 {
      var offsets: [Int: Int] = [:]
      for act in group.dropFirst() { offsets[act.middle - group[0].middle, default: 0] += 1 }
      let more = group.count - 1
      density += Self.logFactorial(more) - Double(more) * log(Double(reach + 1))
      for count in offsets.values { density -= Self.logFactorial(count) }
    }
    logDensity = density - Self.ties(starts)
    record = original.replacing(
      groups.map { group in
        guard group.count > 1 else { return group[0] }
        return ConductAct(
          id: group[0].id, role: group[0].role, first: group[0].first, last: group[0].last,
          mark: group.reduce(0) { $0 + $1.mark } / Double(group.count),
          publisher: group[0].publisher, answers: group.compactMap(\.answers).first)
      })
  }

  private static func logFactorial(_ n: Int) -> Double {
    SpecialFunctions.logGamma(Double(n) + 1)
  }

  /// The orders in which acts of the same part and dates could have been listed, as a logarithm.
  private static func ties(_ acts: [ConductAct]) -> Double {
    var counts: [[Int]: Int] = [:]
    for act in acts where act.role.isOwn {
      counts[[act.role.order, act.first, act.last], default: 0] += 1
    }
    return counts.values.reduce(0) { $0 + logFactorial($1) }
  }
}
