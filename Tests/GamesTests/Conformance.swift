import Foundation

@testable import Games

/// The folder of games with the answers of other programs, beside the package.
enum Conformance {
  static let folder: String? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let path = root.deletingLastPathComponent().path + "/shared/conformance/games"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  static var isThere: Bool { folder != nil }

  /// The files of the folder and its subfolder with one of the endings.
  static func files(_ endings: String...) -> [String] {
    guard let folder else { return [] }
    return ["", "own/"].flatMap { part in
      ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(part)")) ?? [])
        .sorted().filter { name in endings.contains { name.hasSuffix($0) } }.map { part + $0 }
    }
  }

  static func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder ?? "")/\(name)", encoding: .utf8)
  }

  static func tree(_ name: String) throws -> ExtensiveGame {
    try ExtensiveGameReader.game(from: text(name))
  }
}
