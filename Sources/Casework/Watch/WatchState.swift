import Diplomacy
import Forecasting
import Foundation

/// What a brief remembers for the next one; it lies beside the file of pairs.
struct WatchState: Codable {
  /// A chance over 30 days whose outcome is open.
  struct Chance: Codable, Hashable {
    let from: Day
    let dyad: Dyad
    let kind: ActKind
    let chance: Double
  }

  /// The day before which acts were known.
  var asOf: Day
  /// The day before that one, since which changes were told.
  var since: Day
  /// A digest of the acts of each pair, by its codes.
  var digests: [String: String]
  /// Chances whose days are not over.
  var chances: [Chance]

  /// Where the state of a file of pairs lies.
  static func path(beside pairs: String) -> String {
    let name = pairs.hasSuffix(".yaml") ? String(pairs.dropLast(5)) : pairs
    return name + ".watch.json"
  }

  /// Reads the state, or nothing where there is none yet.
  ///
  /// - Throws: ``CaseworkFailure`` where the file is no state: it is not overwritten.
  static func read(_ path: String) throws(CaseworkFailure) -> WatchState? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    do {
      return try JSONDecoder().decode(WatchState.self, from: data)
    } catch {
      throw .badInput(
        "\(path): is no state of an earlier brief; move it away to begin anew")
    }
  }
}
