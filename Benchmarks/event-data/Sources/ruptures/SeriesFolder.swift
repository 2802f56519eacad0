import Diplomacy
import EventData
import Foundation
import Relations

/// The event series of the data folder, read once for the pairs that are asked for.
struct SeriesFolder {
  private var events: [String: [Pair: [CodedEvent]]] = [:]
  private var spans: [String: DateSpan] = [:]
  private var sums: [Pair: [DailySum]] = [:]
  private static let daily = "gdelt_daily"

  init(_ folder: String, episodes: [Episode]) throws {
    let pairs = Set(episodes.compactMap(\.pair))
    for name in Set(episodes.flatMap(\.series.keys)) where name != Self.daily {
      var found: [Pair: [CodedEvent]] = [:]
      var days = [Day(ordinal: .max), Day(ordinal: .min)]
      let rows = try RowStream(InputFile(path: "\(folder)/\(name).tsv.gz"))
      _ = try rows.events(
        keep: { event in
          days = [min(days[0], event.date.first), max(days[1], event.date.first)]
          guard let dyad = event.dyad else { return }
          let pair = Pair(dyad.source, dyad.target)
          if pairs.contains(pair) { found[pair, default: []].append(event) }
        }, reject: { throw InputError(.malformed, file: $0.file, what: $0.reason, mend: "") })
      events[name] = found
      spans[name] = DateSpan(from: days[0], through: days[1])
    }
    try readDaily(folder, pairs)
  }

  private mutating func readDaily(_ folder: String, _ pairs: Set<Pair>) throws {
    var byState: [ActorCode: [Pair]] = [:]
    for pair in pairs {
      byState[pair.first, default: []].append(pair)
      byState[pair.second, default: []].append(pair)
    }
    var days = [Day(ordinal: .max), Day(ordinal: .min)]
    for file in try InputFile.expand([folder + "/gdelt-daily"]) {
      _ = try RowStream(file).read(
        with: DailySumReader(),
        keep: { sum in
          days = [min(days[0], sum.day), max(days[1], sum.day)]
          for pair in Set((byState[sum.pair.first] ?? []) + (byState[sum.pair.second] ?? [])) {
            sums[pair, default: []].append(sum)
          }
        }, reject: { throw InputError(.malformed, file: $0.file, what: $0.reason, mend: "") })
    }
    spans[Self.daily] = DateSpan(from: days[0], through: days[1])
  }

  /// The year around the first documented onset, as far as the series reaches.
  private func window(_ episode: Episode, _ name: String) -> DateSpan? {
    guard let whole = spans[name], let onset = episode.days.first else { return nil }
    return DateSpan(
      from: max(whole.first, onset - 182), through: min(whole.last, onset + 182))
  }

  /// Looks for a rupture by one method.
  func find(_ episode: Episode, in name: String, by method: Method) throws -> Found? {
    guard let pair = episode.pair, let span = window(episode, name) else { return nil }
    let mondays = RelationWeeks.mondays(in: span)
    guard let first = mondays.first, mondays.count >= 8 else { return nil }
    var raw: [Double]
    var hostility: [Double]
    if name == Self.daily {
      let weeks = AttentionNormalised(sums[pair] ?? [], of: pair, in: span)
      raw = weeks.tenths.map { Double($0) / 10 }
      hostility = weeks.hostility
    } else {
      let weeks = RelationWeeks(events[name]?[pair] ?? [], of: pair, in: span).weeks
      raw = weeks.map { Double($0.tenths) / 10 }
      hostility = weeks.map(\.hostility)
    }
    func day(_ index: Int) -> Day { first + 7 * index }
    switch method {
    case .naive:
      guard let low = raw.indices.min(by: { raw[$0] < raw[$1] }), let change = bestChange(raw)
      else { return nil }
      return Found(onset: day(change), low: day(low))
    case .contrast:
      return RuptureFinder().rupture(in: hostility, from: first).map {
        Found(onset: $0.onset, low: $0.low)
      }
    case .segmentation:
      guard let low = hostility.indices.max(by: { hostility[$0] < hostility[$1] }) else {
        return nil
      }
      let points = try TurningPointFinder(model: .gaussian, minimumLength: 3)
        .turningPoints(in: hostility).turningPoints.map(\.index)
      let ends = [0] + points + [hostility.count]
      let means = zip(ends, ends.dropFirst()).map { range in
        hostility[range.0..<range.1].reduce(0, +) / Double(range.1 - range.0)
      }
      let rises = points.indices.map { (points[$0], means[$0 + 1] - means[$0]) }
      guard let steepest = rises.max(by: { $0.1 < $1.1 }), steepest.1 > 0 else {
        return Found(onset: Day(ordinal: 0), low: day(low))
      }
      return Found(onset: day(steepest.0), low: day(low))
    }
  }

  /// The split of a series into two levels with the least squared error, three weeks at least each.
  private func bestChange(_ values: [Double]) -> Int? {
    (3..<values.count - 2).max { gain(values, $0) < gain(values, $1) }
  }

  private func gain(_ values: [Double], _ split: Int) -> Double {
    let before = values[..<split].reduce(0, +) / Double(split)
    let after = values[split...].reduce(0, +) / Double(values.count - split)
    return Double(split * (values.count - split)) * (before - after) * (before - after)
  }

  /// Names who began, where one state is documented and the series has directions.
  func nameInitiator(_ episode: Episode, in name: String, into score: inout Score) {
    guard name != Self.daily, let pair = episode.pair, let onset = episode.days.first,
      let documented = ActorResolver.actor(named: episode.initiator),
      let span = spans[name], let around = DateSpan(from: onset - 7, through: onset + 14),
      span.overlaps(around), let found = events[name]?[pair]
    else { return }
    score.namedTries += 1
    if RuptureFinder().initiator(found, of: pair, onset: onset) == documented {
      score.initiators += 1
    }
  }
}
