import CaseFiles
import Foundation
import Strategy

/// The crisis game of a case.
enum CaseGame {
  /// Analyses the game of a case folder, or nothing where the folder has no game.yaml.
  ///
  /// - Throws: ``CommandFailure`` with every problem of the file.
  static func analysis(in folder: String) throws -> CrisisGameAnalysis? {
    let path = folder + "/game.yaml"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let reading = GameFile.read(at: path)
    guard let model = reading.model else { throw CommandFailure.badInput(reading.problems) }
    do {
      return try CrisisGameAnalysis(model)
    } catch {
      throw CommandFailure.badInput("\(path): \(error)")
    }
  }
}
