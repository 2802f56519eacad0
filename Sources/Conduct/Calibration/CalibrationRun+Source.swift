import Foundation

extension CalibrationRun {
  /// Simulates every world and writes the table as the source of `CalibrationTable+Shipped.swift`.
  ///
  /// - Parameters:
  ///   - records: The number of records in each world.
  ///   - draws: The number of draws of dates in each reading.
  ///   - seed: The seed.
  ///   - progress: Called with the number of records done and their total.
  public static func source(
    records: Int, draws: Int, seed: UInt64, progress: (@Sendable (Int, Int) -> Void)? = nil
  ) -> String {
    let worlds = SimulatedWorld.allCases
    let total = worlds.count * records
    var completed: (@Sendable (Int) -> Void)?
    if let progress { completed = { done in progress(done, total) } }
    let found = readings(
      worlds, records: records, draws: draws, seed: seed, model: ConductModel(),
      completed: completed)
    let origin =
      "simulated: \(records) records in each of \(worlds.count) worlds, seed \(seed), \(draws) draws of dates"
    return source(of: table(found, origin: origin))
  }

  /// A table as source.
  static func source(of table: CalibrationTable) -> String {
    func number(_ value: Double) -> String { String(format: "%.4f", value) }
    let curves = table.curves.map { curve in
      let shares = curve.shares.map(number)
      let lines = stride(from: 0, to: shares.count, by: 8).map {
        "          " + shares[$0..<min(shares.count, $0 + 8)].joined(separator: ", ") + ",\n"
      }
      return """
              Curve(
                world: .\(curve.world), fewestActs: \(curve.fewestActs),
                shares: [
        \(lines.joined())        ], readings: \(curve.readings), heldBackError: \(number(curve.heldBackError))),

        """
    }
    return """
      // Written by Benchmarks/conduct/calibration.sh. Simulated data; do not edit by hand.

      extension CalibrationTable {
        /// The table that the program uses.
        public static let shipped = CalibrationTable(
          origin:
            "\(table.origin)",
          curves: [
      \(curves.joined())    ])
      }

      """
  }
}
