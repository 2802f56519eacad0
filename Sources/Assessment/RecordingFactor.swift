public import Diplomacy
import Estimation
public import EventData

/// How many machine-coded acts there are for each act of the record, by direction and tone.
///
/// A hand-made record of a quarrel holds more of the quarrel than of everyday contact. Where the
/// factor of other acts lies above that of hostile acts, the record under-records routine, and shares
/// of hostile acts are too large by about as much. The interval at 80 % takes acts as independent
/// (Wilson's interval of the record's share in both together, turned into a ratio).
public struct RecordingFactor: Hashable, Sendable, Codable {
  /// Who acted toward whom.
  public let dyad: Dyad
  /// Whether the acts are hostile by their quad class.
  public let isHostile: Bool
  /// Acts of the record.
  public let record: Int
  /// Acts that the machine coded.
  public let machine: Int
  /// Machine-coded acts for each act of the record; nothing where the record has none.
  public let factor: Double?
  /// The lower end of the interval; nothing where there are no acts at all.
  public let low: Double?
  /// The upper end; nothing where it is without bound.
  public let high: Double?

  init(_ dyad: Dyad, isHostile: Bool, record: Int, machine: Int) {
    self.dyad = dyad
    self.isHostile = isHostile
    self.record = record
    self.machine = machine
    factor = record > 0 ? Double(machine) / Double(record) : nil
    let share = ProportionInterval.ofLedger.share(record, of: record + machine)
    low = record + machine > 0 ? (1 - share.upperBound) / share.upperBound : nil
    high = share.lowerBound > 1e-9 ? (1 - share.lowerBound) / share.lowerBound : nil
  }

  /// The factors of a comparison, hostile acts before others.
  public static func factors(of comparison: BaselineComparison) -> [RecordingFactor] {
    Set(comparison.months.map(\.dyad)).sorted().flatMap { dyad -> [RecordingFactor] in
      let months = comparison.months.filter { $0.dyad == dyad }
      let hostile = (
        months.reduce(0) { $0 + $1.recordHostile }, months.reduce(0) { $0 + $1.machineHostile }
      )
      let all = (
        months.reduce(0) { $0 + $1.recordActs }, months.reduce(0) { $0 + $1.machineActs }
      )
      return [
        RecordingFactor(dyad, isHostile: true, record: hostile.0, machine: hostile.1),
        RecordingFactor(
          dyad, isHostile: false, record: all.0 - hostile.0, machine: all.1 - hostile.1),
      ]
    }
  }
}
