public import Diplomacy
public import Estimation
public import TimeSeries

extension MarkedPointProcess {
  /// Draws times for the acts among some actors: one type for each directed dyad that acts.
  ///
  /// Each act falls on a day drawn from its span, at a time drawn within the day.
  ///
  /// - Parameters:
  ///   - events: A record; rows that computations leave out are left out here.
  ///   - actors: The actors whose acts toward one another count.
  ///   - tone: The tone of the acts that count; all where left out.
  ///   - scale: The scale that gives the tone.
  ///   - random: The source of randomness.
  /// - Returns: The series in days since the first possible act, with the ids of its events;
  ///   nothing where there are fewer than two acts.
  public static func drawn(
    from events: [Event], among actors: [ActorCode], tone: Tone?, on scale: IntensityScale,
    using random: inout SeededGenerator
  ) throws -> (series: MarkedPointProcess, ids: [String])? {
    let dyads = actors.flatMap { source in
      actors.filter { $0 != source }.map { Dyad(from: source, toward: $0) }
    }.sorted()
    let acts = ActRule(scale: scale).acts(of: events).filter { act in
      tone.map { act.tone == $0 } ?? true
    }
    let kinds = dyads.filter { dyad in acts.contains { $0.isOf(dyad) } }
    var drawn: [(time: Double, type: Int, id: String)] = []
    guard
      let start = acts.filter({ act in kinds.contains(where: act.isOf) }).map(\.row.date.first)
        .min()
    else { return nil }
    var end = start
    for act in acts {
      for (type, dyad) in kinds.enumerated() where act.isOf(dyad) {
        let day = act.row.date.first + random.index(below: act.row.date.length)
        drawn.append((Double(day - start) + random.uniform(), type, act.row.id))
        end = max(end, act.row.date.last)
      }
    }
    guard drawn.count > 1 else { return nil }
    drawn.sort { ($0.time, $0.id, $0.type) < ($1.time, $1.id, $1.type) }
    let series = try MarkedPointProcess(
      types: kinds.map(\.description), times: drawn.map(\.time), type: drawn.map(\.type),
      horizon: Double(end - start + 1))
    return (series, drawn.map(\.id))
  }
}
