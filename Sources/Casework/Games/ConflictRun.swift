import CaseFiles
import Diplomacy
import Foundation
package import Strategy

/// The analysis of a conflict by the graph model.
package enum ConflictRun {
  /// Reads a model and finds its stable states.
  ///
  /// - Parameters:
  ///   - path: The model, or a crisis game.
  ///   - model: Which model of a file that holds several.
  ///   - type: For a crisis game: the type of the focal player; the story's type where left out.
  ///   - inverse: A state for which the inverse problem is solved.
  ///   - allCoalitions: Whether coalitions are worked through in a large model too.
  /// - Throws: ``CaseworkFailure`` with file and line.
  package static func analyse(
    _ path: String, model: String? = nil, type: String? = nil, inverse: String? = nil,
    allCoalitions: Bool = false
  ) throws(CaseworkFailure) -> ConflictAnalysis {
    guard FileManager.default.fileExists(atPath: path) else {
      throw .noInput("\(path): there is no such file")
    }
    let reading = ConflictModelFile.read(at: path, named: model, type: type)
    if !reading.names.isEmpty {
      throw .usage(
        "\(path) holds several models; choose one: \(reading.names.joined(separator: ", "))",
        remedy: .model)
    }
    guard let graph = reading.graph else { throw .badInput(reading.problems) }
    let wanted = inverse.map { graph.stateNames.firstIndex(of: $0) }
    if let inverse, wanted == .some(nil) {
      throw .usage("\(path): the model has no state '\(inverse)'")
    }
    return ConflictAnalysis(
      of: graph, inverseFor: wanted ?? nil,
      coalitionLimit: allCoalitions ? CoalitionStability.limit : CoalitionStability.quickLimit)
  }
}
