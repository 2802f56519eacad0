package import Diplomacy
import EventStore
package import Forecasting
import Foundation

/// Forecasts put on file, one JSON object a line, to be scored when their days are over.
///
/// Lines are added and never changed: what became of a forecast is worked out from a store each time.
package struct FiledForecasts: Sendable {
  /// One forecast on file.
  package struct Entry: Hashable, Sendable, Codable {
    /// The first day of the forecast.
    package let from: Day
    /// The last day.
    package let through: Day
    /// Who acts.
    package let source: ActorCode
    /// Toward whom.
    package let target: ActorCode
    /// The kind of act.
    package let kind: ActKind
    /// The chance of at least one.
    package let probability: Double
    /// The pair's usual rate when the forecast was made.
    package let usual: Double
    /// Whether acts of and toward leaders by name count as their states'.
    package let persons: Bool
    /// A digest of the acts and the weights behind it.
    package let inputs: String
  }

  /// A forecast with what became of it.
  package struct Outcome: Hashable, Sendable, Encodable {
    /// The forecast.
    package let entry: Entry
    /// Whether such an act came; nothing where the store does not reach far enough to say.
    package let happened: Bool?
  }

  /// How good resolved forecasts were.
  package struct Score: Hashable, Sendable, Encodable {
    /// The number resolved.
    package let resolved: Int
    /// The number open.
    package let open: Int
    /// The mean log loss in nats.
    package let loss: Double?
    /// The mean log loss of the usual rates.
    package let usualLoss: Double?
    /// The mean Brier score.
    package let brier: Double?
    /// 1 minus the ratio of the two losses.
    package let skill: Double?
  }

  /// The entries in the order of the file.
  package let entries: [Entry]

  /// The forecasts of a run.
  package init(_ run: OutlookRun) {
    entries = run.outlooks.flatMap { outlook in
      outlook.chances.map {
        Entry(
          from: outlook.origin, through: outlook.origin + ($0.days - 1),
          source: outlook.dyad.source, target: outlook.dyad.target, kind: $0.kind,
          probability: $0.probability, usual: $0.usual, persons: run.weights.persons,
          inputs: run.digest)
      }
    }
  }

  /// Reads a file.
  ///
  /// - Throws: ``CaseworkFailure`` with the line that is no forecast.
  package init(reading path: String) throws(CaseworkFailure) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .noInput("\(path): there is no such file; a forecast put on file writes it")
    }
    var entries: [Entry] = []
    let lines = data.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where !line.isEmpty {
      guard let entry = try? JSONDecoder().decode(Entry.self, from: Data(line)),
        (0...1).contains(entry.probability), entry.from <= entry.through
      else {
        throw .badInput("\(path):\(number + 1): the line is no forecast on file; take it out")
      }
      entries.append(entry)
    }
    self.entries = entries
  }

  /// Adds the entries to a file, all or none; those that are on file already are passed over.
  ///
  /// - Returns: How many were added.
  /// - Throws: ``CaseworkFailure`` where the file cannot be read or written.
  package func append(to path: String) throws(CaseworkFailure) -> Int {
    var held: [Entry] = []
    var text = ""
    if FileManager.default.fileExists(atPath: path) {
      held = try FiledForecasts(reading: path).entries
      text = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
      if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
    }
    let known = Set(held)
    let fresh = entries.filter { !known.contains($0) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for entry in fresh {
      guard let line = try? encoder.encode(entry) else { continue }
      text += String(decoding: line, as: UTF8.self) + "\n"
    }
    let address = URL(fileURLWithPath: path)
    try AtomicFiles.write(
      [(address.lastPathComponent, text)], into: address.deletingLastPathComponent().path)
    return fresh.count
  }

  /// What became of each entry, by the acts of a store.
  ///
  /// An act settles a forecast as soon as it is there; the absence of one settles it only when the
  /// store reaches beyond the last day and has reports of at least nine in ten of its days.
  ///
  /// - Throws: ``CaseworkFailure`` where the store cannot be read.
  package func outcomes(in store: OutlookStore) throws(CaseworkFailure) -> [Outcome] {
    let coverage = try store.coverage()
    var histories: [String: DyadHistory] = [:]
    var outcomes: [Outcome] = []
    for entry in entries {
      let dyad = Dyad(from: entry.source, toward: entry.target)
      let key = "\(dyad) \(entry.persons)"
      if histories[key] == nil {
        histories[key] = try store.read { () throws(EventDatabaseError) in
          try DyadHistory(
            of: dyad, from: store.days.first.ordinal, in: store.database,
            persons: entry.persons)
        }
      }
      let (first, end) = (entry.from.ordinal, entry.through.ordinal + 1)
      let came = histories[key]?.hasAct(entry.kind, from: first, before: end) ?? false
      let covered = Double(coverage.days(from: first, before: end)) >= 0.9 * Double(end - first)
      let isOver = store.days.last >= entry.through && covered
      outcomes.append(Outcome(entry: entry, happened: came ? true : isOver ? false : nil))
    }
    return outcomes
  }

  /// How good the resolved ones are.
  package static func score(_ outcomes: [Outcome]) -> Score {
    let done = outcomes.compactMap { outcome in outcome.happened.map { (outcome.entry, $0) } }
    func mean(_ value: (Entry, Bool) -> Double) -> Double? {
      done.isEmpty ? nil : done.reduce(0) { $0 + value($1.0, $1.1) } / Double(done.count)
    }
    func loss(_ chance: Double, _ came: Bool) -> Double {
      let p = min(max(chance, 1e-4), 1 - 1e-4)
      return -log(came ? p : 1 - p)
    }
    let own = mean { loss($0.probability, $1) }
    let usual = mean { loss($0.usual, $1) }
    return Score(
      resolved: done.count, open: outcomes.count - done.count, loss: own, usualLoss: usual,
      brier: mean { pow($0.probability - ($1 ? 1 : 0), 2) },
      skill: own.flatMap { own in usual.map { $0 > 0 ? 1 - own / $0 : 0 } })
  }
}
