import Games
import Casework
import CaseFiles
import Diplomacy
import Foundation
import Strategy

/// Reads games for commands.
enum GameInput {
  /// Reads a tree, or a table as a tree, by what the file says it is.
  ///
  /// - Throws: ``CaseworkFailure`` with the file, the line and the reason.
  static func read(_ path: String) throws -> ExtensiveGame {
    let text = try text(of: path)
    do {
      let isTable = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.hasPrefix("NFG")
      guard isTable else { return try ExtensiveGameReader.game(from: text) }
      let table = try NormalFormReader.game(from: text)
      guard let tree = table.extensiveForm() else {
        throw CaseworkFailure.badInput(
          "\(path): the table has no cells; give each player a strategy")
      }
      return tree
    } catch let error as GameFileError {
      throw CaseworkFailure.badInput("\(path):\(error.line): \(error.what); \(error.fix)")
    }
  }

  /// The text of a file.
  static func text(of path: String) throws -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CaseworkFailure.noInput("\(path): there is no such file; give a game file")
    }
    guard !isFolder.boolValue else {
      throw CaseworkFailure.noInput("\(path): this is a folder; give a game file")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CaseworkFailure.inputOutput("\(path): cannot be read; check its permissions")
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// A crisis described in a file, with some parameters set to other values.
  ///
  /// - Throws: ``CaseworkFailure`` with every problem of the file, or of the settings.
  static func crisis(_ path: String, settings: [String]) throws -> CrisisTree {
    _ = try text(of: path)
    let reading = GameFile.read(at: path)
    guard var model = reading.model else { throw CaseworkFailure.badInput(reading.problems) }
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard parts.count == 2, let value = Rational(parts[1]) else {
        throw CaseworkFailure.usage("--set \(setting): write a name, = and a number, such as V=10")
      }
      guard let changed = model.setting([parts[0]: value]) else {
        let known = model.parameters.map(\.name).joined(separator: ", ")
        throw CaseworkFailure.usage(
          "--set \(setting): there is no parameter '\(parts[0])'; the parameters are \(known)")
      }
      model = changed
    }
    do {
      return try CrisisTree(model)
    } catch {
      throw CaseworkFailure.badInput("\(path): \(error)")
    }
  }
}
