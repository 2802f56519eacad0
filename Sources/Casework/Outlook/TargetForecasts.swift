import Diplomacy
import EventData
import EventStore
import Forecasting
import Foundation

/// Forecasts for every row of a file of targets, as scoring scripts take them.
///
/// The file of targets has the columns origin, source, target, class, horizon; states are written as
/// codes or names. The answer repeats those columns and adds probability.
package enum TargetForecasts {
  /// The answer as CSV.
  ///
  /// - Parameters:
  ///   - path: The file of targets.
  ///   - store: The path of the store.
  ///   - weights: The path of weights; those of the program where left out.
  ///   - progress: Told the share that is done.
  /// - Throws: ``CaseworkFailure`` with file and line.
  package static func csv(
    _ path: String, in store: String, weights: String?, progress: (Double) -> Void = { _ in }
  ) throws(CaseworkFailure) -> (text: String, count: Int) {
    let opened = try OutlookStore(store)
    let weights = try OutlookStore.weights(weights)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .noInput("\(path): there is no such file of targets")
    }
    let table = CSVTable(Array(data))
    let columns = ["origin", "source", "target", "class", "horizon"]
    guard let header = table.rows.first?.fields else {
      throw .badInput(
        "\(path):1: the file is empty; its columns are \(columns.joined(separator: ","))")
    }
    let places = columns.compactMap { header.firstIndex(of: $0) }
    guard places.count == columns.count else {
      throw .badInput("\(path):1: the columns are \(columns.joined(separator: ","))")
    }
    var targets: [Target] = []
    for row in table.rows.dropFirst() where row.fields != [""] {
      guard row.fields.count == header.count else {
        throw .badInput(
          "\(path):\(row.line): the row has \(row.fields.count) fields, the header \(header.count)")
      }
      targets.append(try Target(places.map { row.fields[$0] }, "\(path):\(row.line)", weights))
    }
    var chances = [Double](repeating: 0, count: targets.count)
    let groups = Dictionary(grouping: targets.indices) { targets[$0].dyad }
      .sorted { $0.key < $1.key }
    for (done, group) in groups.enumerated() {
      let history = try opened.read { () throws(EventDatabaseError) in
        try DyadHistory(
          of: group.key, from: opened.days.first.ordinal, in: opened.database,
          persons: weights.persons)
      }
      let wanted = group.value.map { targets[$0] }
      let answers = OutlookBatch.chances(
        history, wanted.map { ($0.origin.ordinal, $0.kind, $0.days) }, by: weights)
      for (place, answer) in zip(group.value, answers) { chances[place] = answer }
      progress(Double(done) / Double(groups.count))
    }
    var text = columns.joined(separator: ",") + ",probability\n"
    for (target, chance) in zip(targets, chances) {
      text += target.cells.map(CaseRecordWriter.quoted).joined(separator: ",") + ",\(chance)\n"
    }
    return (text, targets.count)
  }

  private struct Target {
    let cells: [String]
    let origin: Day
    let dyad: Dyad
    let kind: ActKind
    let days: Int

    init(
      _ cells: [String], _ place: String, _ weights: OutlookWeights
    ) throws(CaseworkFailure) {
      self.cells = cells
      guard let origin = Day(cells[0]) else {
        throw .badInput("\(place): '\(cells[0])' is no day; write it as 2014-01-01")
      }
      func state(_ text: String) throws(CaseworkFailure) -> ActorCode {
        let code = ActorCode(text)
        if CountryCodes.contains(code) { return code }
        guard let named = ActorResolver.actor(named: text) else {
          throw .badInput("\(place): '\(text)' is no state that is known by code or name")
        }
        return named
      }
      guard let kind = ActKind(rawValue: cells[3]) else {
        throw .badInput(
          "\(place): '\(cells[3])' is no kind of act; the kinds are "
            + ActKind.allCases.map(\.rawValue).joined(separator: ", "))
      }
      guard let days = Int(cells[4]), weights.horizons.contains(days) else {
        throw .badInput(
          "\(place): the weights know no horizon of '\(cells[4])' days, but "
            + weights.horizons.map(String.init).joined(separator: ", "))
      }
      self.origin = origin
      self.kind = kind
      self.days = days
      dyad = Dyad(from: try state(cells[1]), toward: try state(cells[2]))
    }
  }
}
