import Foundation

/// The folder of games with the answers of other programs, beside the package.
package enum Conformance {
  package static let folder: String? = {
    let path = Shared.folder.path + "/conformance/games"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  package static var isThere: Bool { folder != nil }

  /// The files of the folder and its subfolder with one of the endings.
  package static func files(_ endings: String...) -> [String] {
    guard let folder else { return [] }
    return ["", "own/"].flatMap { part in
      ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(part)")) ?? [])
        .sorted().filter { name in endings.contains { name.hasSuffix($0) } }.map { part + $0 }
    }
  }

  package static func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder ?? "")/\(name)", encoding: .utf8)
  }
}
