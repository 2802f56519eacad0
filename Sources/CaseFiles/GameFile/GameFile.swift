public import Diplomacy
import EventData
import Foundation
public import Strategy

/// Reads a crisis game written for an analyst: players, stakes, levers, channels, moves.
///
/// Every part is checked here for its shape, with a line; how the parts name each other is checked
/// when the tree is generated.
public enum GameFile {
  /// A game as it was read, with everything that is wrong with it.
  public struct Reading: Sendable {
    /// The game, or nothing where a problem is an error.
    public let model: CrisisModel?
    /// The problems by line.
    public let problems: [Problem]
  }

  /// Reads a game from a file.
  public static func read(at path: String) -> Reading {
    let all = CaseProblems(limit: 1_000)
    let problems = FileProblems(file: path, all: all)
    var model: CrisisModel?
    if !ByteWindow.mayBeFile(path) {
      problems.error(0, "is no file, but a pipe or a device", "name a file")
    } else if let data = FileManager.default.contents(atPath: path) {
      if let root = YAMLFile(problems: problems).read(Array(data)) {
        model = GameSection(problems: problems).model(root)
      }
    } else {
      problems.error(0, "the file cannot be read", "see that it is there and may be read")
    }
    let listed = all.log.problems
    let isSound = !listed.contains { $0.severity == .error }
    return Reading(model: isSound ? model : nil, problems: listed)
  }
}
