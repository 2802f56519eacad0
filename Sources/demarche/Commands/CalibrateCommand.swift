import ArgumentParser
import Casework
import Conduct

/// Remakes the table that says what a probability of an explanation was worth in simulated worlds.
///
/// Not listed in the help: a reader of cases has no need of it.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate-explanations",
    abstract: "Remakes the calibration of the comparison of explanations, as source.",
    discussion: "Example: demarche calibrate-explanations --records 1200 > table.swift",
    shouldDisplay: false)

  @Option(help: "The number of simulated records in each world.")
  var records = 1200

  @Option(help: "The number of draws of dates in each reading.")
  var draws = 4

  @Option(help: "The seed of every random draw.")
  var seed: UInt64 = 2026

  func validate() throws {
    guard (20...1_000_000).contains(records) else {
      throw ValidationError("--records must be from 20 to 1000000")
    }
    guard (1...1000).contains(draws) else {
      throw ValidationError("--draws must be from 1 to 1000")
    }
  }

  func run() throws {
    let text = CalibrationRun.source(records: records, draws: draws, seed: seed) { done, total in
      StandardError.progress("reading simulated records", done, of: total)
    }
    try StandardOutput.write(text)
  }
}
