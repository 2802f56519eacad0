public import Diplomacy
import EventData
import Foundation

/// Reads the pairs of states to watch: a YAML file with a list under `pairs:`.
///
/// An entry is a list of two codes, `[AZE, RUS]`, or a text such as `AZE RUS` or `AZE-RUS`.
public enum PairsFile {
  /// Pairs as they were read, with everything that is wrong with the file.
  public struct Reading: Sendable {
    /// The pairs in the order of the file; nothing where a problem is an error.
    public let pairs: [Pair]?
    /// The problems by line.
    public let problems: [Problem]
  }

  /// Reads pairs from a file.
  public static func read(at path: String) -> Reading {
    let all = CaseProblems(limit: 1_000)
    let problems = FileProblems(file: path, all: all)
    var pairs: [Pair] = []
    if !ByteWindow.mayBeFile(path) {
      problems.error(0, "is no file, but a pipe or a device", "name a file")
    } else if let data = FileManager.default.contents(atPath: path) {
      if let root = YAMLFile(problems: problems).read(Array(data)) {
        pairs = self.pairs(root, problems)
      }
    } else {
      problems.error(0, "the file cannot be read", "see that it is there and may be read")
    }
    let listed = all.log.problems
    let isSound = !listed.contains { $0.severity == .error }
    return Reading(pairs: isSound ? pairs : nil, problems: listed)
  }

  private static func pairs(_ root: YAMLNode, _ problems: FileProblems) -> [Pair] {
    guard
      let section = Section(root, "the file", known: ["pairs"], required: ["pairs"], problems),
      let node = section["pairs"]
    else { return [] }
    guard case .list(let entries) = node.value, !entries.isEmpty else {
      problems.error(
        node.line, "pairs is \(node.shape), not a list of pairs", "write '- [AZE, RUS]' below it")
      return []
    }
    var seen: [Pair: Int] = [:]
    return entries.compactMap { entry in
      guard let codes = codes(entry), codes.count == 2 else {
        problems.error(entry.line, "the entry is not two states", "write '- [AZE, RUS]'")
        return nil
      }
      for code in codes where !CountryCodes.contains(code) {
        problems.error(
          entry.line, "'\(code)' is no state", "write its ISO 3166 code of three letters")
      }
      guard codes[0] != codes[1] else {
        problems.error(entry.line, "both states are \(codes[0])", "name two states")
        return nil
      }
      let pair = Pair(codes[0], codes[1])
      if let line = seen[pair] {
        problems.error(
          entry.line, "\(pair.first) and \(pair.second) stand on line \(line) already",
          "take one of the two out")
        return nil
      }
      seen[pair] = entry.line
      return pair
    }
  }

  private static func codes(_ entry: YAMLNode) -> [ActorCode]? {
    switch entry.value {
    case .list(let nodes):
      return nodes.compactMap { node in
        if case .scalar(let text) = node.value { return ActorCode(text) }
        return nil
      }
    case .scalar(let text):
      return text.split { " -,>".contains($0) }.map { ActorCode($0) }
    case .nothing, .mapping: return nil
    }
  }
}
