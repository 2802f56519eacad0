import Diplomacy
import EventData
import Foundation
import Relations

/// Scores how documented ruptures are found in real series.
///
/// usage: ruptures DATA_FOLDER, the folder with episodes/episodes.json, the ICEWS extracts and the
/// daily GDELT sums. Every episode is treated by one rule; nothing is set per episode.
@main
struct Ruptures {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      print("usage: ruptures DATA_FOLDER")
      exit(64)
    }
    let folder = CommandLine.arguments[1]
    let text = try Data(contentsOf: URL(fileURLWithPath: folder + "/episodes/episodes.json"))
    let episodes = try JSONDecoder().decode([Episode].self, from: text)
    let series = try SeriesFolder(folder, episodes: episodes)
    var scores: [String: Score] = [:]
    for episode in episodes {
      for name in episode.series.keys.sorted() {
        for method in Method.allCases {
          let found = try series.find(episode, in: name, by: method)
          scores[method.rawValue, default: Score()].add(found, episode)
          if method == .contrast {
            let offsets = found.map { [$0.onset - episode.days[0], $0.low - episode.days[0]] }
            print(episode.id, name, offsets.map { "\($0[0]) \($0[1])" } ?? "none")
          }
        }
        series.nameInitiator(episode, in: name, into: &scores["initiator", default: Score()])
      }
    }
    print()
    for (method, score) in scores.sorted(by: { $0.key < $1.key }) {
      print(method, score.description)
    }
  }
}

/// A documented rupture.
struct Episode: Decodable {
  struct Series: Decodable {}

  let id: String
  let a: String
  let b: String
  let initiator: String
  let onset: [String]
  let series: [String: Series]

  /// The documented onsets.
  var days: [Day] { onset.compactMap { Day($0) } }
  /// The pair, where both names are known states.
  var pair: Pair? {
    guard let first = ActorResolver.actor(named: a), let second = ActorResolver.actor(named: b)
    else { return nil }
    return Pair(first, second)
  }
}

/// How a rupture is looked for in the year around the documented onset.
enum Method: String, CaseIterable {
  /// The one best change point of raw weekly sums, and the week with the lowest sum.
  case naive = "raw sums, one change point:"
  /// The change of the segmentation with the largest rise of normalised hostility.
  case segmentation = "normalised, segmentation:"
  /// The month against the quarter before it, on normalised hostility.
  case contrast = "normalised, month against quarter:"
}

/// Hits and tries.
struct Score: CustomStringConvertible {
  var tries = 0
  var onsets = 0
  var lows = 0
  var initiators = 0
  var namedTries = 0

  mutating func add(_ found: Found?, _ episode: Episode) {
    tries += 1
    guard let found else { return }
    // An episode with several documented onsets counts the nearest one, for every method alike.
    if episode.days.contains(where: { abs(found.onset - $0) <= 14 }) { onsets += 1 }
    if episode.days.contains(where: { (-7...21).contains(found.low - $0) }) { lows += 1 }
  }

  var description: String {
    namedTries > 0
      ? "named in \(initiators) of \(namedTries) series"
      : "onset within 14 days \(onsets) of \(tries), low week within -7..+21 days \(lows) of \(tries)"
  }
}

/// The days a method gives.
struct Found {
  let onset: Day
  let low: Day
}
