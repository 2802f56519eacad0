public import Diplomacy
import EventData
import Foundation
public import Strategy

/// Reads a conflict for the graph model, from options in YAML or from a bare graph in YAML or JSON.
///
/// JSON is read as the YAML that it also is, so that both give line numbers.
public enum ConflictModelFile {
  /// A conflict as it was read, with everything that is wrong with it.
  public struct Reading: Sendable {
    /// The model, or nothing where a problem is an error.
    public let graph: ConflictGraph?
    /// The problems by line.
    public let problems: [Problem]
    /// The names of the models, where the file holds several and none was chosen.
    public let names: [String]
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - name: Which model to read, where the file holds several under `cases`.
  ///   - type: For a crisis game, the type of the focal player; the type of its story by default.
  public static func read(at path: String, named name: String? = nil, type: String? = nil)
    -> Reading
  {
    let all = CaseProblems(limit: 1_000)
    let problems = FileProblems(file: path, all: all)
    func finish(_ graph: ConflictGraph?, names: [String] = []) -> Reading {
      let listed = all.log.problems
      let isSound = !listed.contains { $0.severity == .error }
      return Reading(graph: isSound ? graph : nil, problems: listed, names: names)
    }
    guard ByteWindow.mayBeFile(path), let data = FileManager.default.contents(atPath: path) else {
      problems.error(0, "the file cannot be read", "see that it is there and may be read")
      return finish(nil)
    }
    let bytes = Array(data)
    guard let root = JSONNodes.read(bytes) ?? YAMLFile(problems: problems).read(bytes) else {
      return finish(nil)
    }
    guard case .mapping(let entries) = root.value else {
      problems.error(
        root.line, "the file is \(root.shape), not keys with values",
        "write options and preferences, a graph, or a crisis game")
      return finish(nil)
    }
    guard let cases = entries.first(where: { $0.key == "cases" }) else {
      return finish(graph(from: root, type, problems))
    }
    guard case .mapping(let models) = cases.node.value else {
      problems.error(
        cases.line, "cases is \(cases.node.shape), not named models", "write a name before each")
      return finish(nil)
    }
    let names = models.map(\.key)
    let chosen = name ?? (names.count == 1 ? names[0] : nil)
    guard let chosen else { return finish(nil, names: names) }
    guard let model = models.first(where: { $0.key == chosen }) else {
      problems.error(
        cases.line, "the file has no model '\(chosen)'", "it has \(names.joined(separator: ", "))")
      return finish(nil)
    }
    return finish(graph(from: model.node, type, problems))
  }

  private static func graph(
    from node: YAMLNode, _ type: String?, _ problems: FileProblems
  ) -> ConflictGraph? {
    guard case .mapping(let entries) = node.value else {
      problems.error(
        node.line, "the model is \(node.shape), not keys with values",
        "write options and preferences, a graph, or a crisis game")
      return nil
    }
    if entries.contains(where: { $0.key == "players" }) {
      return game(from: node, type, problems)
    }
    do throws(ConflictModelError) {
      if entries.contains(where: { $0.key == "moves" }) {
        return try GraphSection(node: node, problems: problems).graph()
      }
      return try OptionSection(node: node, problems: problems).model()?.graph()
    } catch {
      problems.error(error.line > 0 ? error.line : node.line, error.what, "fix the model")
      return nil
    }
  }

  /// The graph model of a crisis game.
  private static func game(from node: YAMLNode, _ type: String?, _ problems: FileProblems)
    -> ConflictGraph?
  {
    guard let crisis = GameSection(problems: problems).model(node) else { return nil }
    let tree: CrisisTree
    do {
      tree = try CrisisTree(crisis)
    } catch {
      problems.error(node.line, error.description, "fix the game")
      return nil
    }
    do {
      return try ConflictGraph(outcomesOf: tree, type: type)
    } catch {
      problems.error(node.line, error.what, "fix the game, or choose another type")
      return nil
    }
  }
}
