import CaseFiles
import Diplomacy
import EventData
import Foundation
package import Games
package import Strategy

/// Reads games.
package enum GameInput {
  /// Reads a tree, or a table as a tree, by what the file says it is.
  ///
  /// - Throws: ``CaseworkFailure`` with the file, the line and the reason.
  package static func read(_ path: String) throws(CaseworkFailure) -> ExtensiveGame {
    let text = try text(of: path)
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    let isTable = start.hasPrefix("NFG")
    guard isTable || start.hasPrefix("EFG") else { throw foreign(start, path) }
    do {
      guard isTable else { return try ExtensiveGameReader.game(from: text) }
      if let tree = try NormalFormReader.game(from: text).extensiveForm() { return tree }
    } catch {
      throw .badInput("\(path):\(error.line): \(error.what); \(error.fix)")
    }
    throw .badInput("\(path): the table has no cells; give each player a strategy")
  }

  /// What a file is that begins neither like a tree nor like a table.
  private static func foreign(_ start: Substring, _ path: String) -> CaseworkFailure {
    let head = start.prefix(400)
    let kind: String
    if head.isEmpty {
      kind = "the file is empty"
    } else if head.hasPrefix("<") {
      kind =
        head.contains("<gte") || head.contains("strategicForm") || head.contains("extensiveForm")
        ? "this is XML of Game Theory Explorer; export it from there as EFG or NFG" : "this is XML"
    } else if head.hasPrefix("#AGG") || head.hasPrefix("#BAGG") {
      kind = "this is an action graph game (AGG), which is not read"
    } else if head.hasPrefix("{") || head.hasPrefix("[") {
      kind = "this is JSON"
    } else if head.hasPrefix("players:") || head.contains("\nplayers:") {
      kind = "this looks like a crisis described in YAML; give its name the ending .yaml"
    } else if head.first.map({ $0.isNumber || "-+.".contains($0) }) ?? false {
      kind = "this is a table of numbers without the header that names players and strategies"
    } else {
      kind = "this is no game file"
    }
    return .badInput(
      "\(path):1: \(kind); trees begin with EFG 2 R \"title\" { \"A\" \"B\" }, tables with "
        + "NFG 1 R \"title\" { \"A\" \"B\" } { 2 2 }, and crises in YAML end in .yaml")
  }

  /// The text of a file.
  package static func text(of path: String) throws(CaseworkFailure) -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CaseworkFailure.noInput("\(path): there is no such file; give a game file")
    }
    guard !isFolder.boolValue else {
      throw CaseworkFailure.noInput("\(path): this is a folder; give a game file")
    }
    guard ByteWindow.mayBeFile(path) else {
      throw CaseworkFailure.noInput("\(path): no file, but a pipe or a device; give a game file")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CaseworkFailure.inputOutput("\(path): cannot be read; check its permissions")
    }
    if let foreign = ForeignContent(data, unpacks: false) {
      throw CaseworkFailure(foreign.failure(path))
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// A crisis described in a file, with some parameters set to other values.
  ///
  /// - Throws: ``CaseworkFailure`` with every problem of the file, or of the settings, or that the
  ///   time was up.
  package static func crisis(
    _ path: String, settings: [String], budget: SearchBudget
  ) throws(CaseworkFailure) -> CrisisTree {
    _ = try text(of: path)
    let reading = GameFile.read(at: path)
    guard var model = reading.model else { throw CaseworkFailure.badInput(reading.problems) }
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard parts.count == 2, let value = Rational(parts[1]) else {
        throw CaseworkFailure.usage(
          "'\(setting)' sets no parameter; write a name, = and a number, such as V=10",
          remedy: .parameter)
      }
      guard let changed = model.setting([parts[0]: value]) else {
        let known = model.parameters.map(\.name).joined(separator: ", ")
        throw CaseworkFailure.usage(
          "'\(setting)': there is no parameter '\(parts[0])'; the parameters are \(known)",
          remedy: .parameter)
      }
      model = changed
    }
    do {
      return try CrisisTree(model, budget: budget)
    } catch {
      guard !error.isOutOfTime else {
        throw CaseworkFailure.checkFailed("\(path): \(error)", remedy: .seconds)
      }
      throw CaseworkFailure.badInput("\(path): \(error)")
    }
  }
}
