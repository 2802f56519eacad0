import CaseFiles
import Diplomacy
import Foundation

/// A case in a folder of its own that goes away with the value.
final class CaseFixture {
  let folder: String
  var files: [String: [UInt8]] = [:]

  /// The skeleton that `demarche new` writes.
  init() throws {
    let root = FileManager.default.temporaryDirectory.path
    folder = "\(root)/demarche-\(UUID().uuidString)/strait"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, text) in CaseSkeleton.files(id: "strait") { files[name] = Array(text.utf8) }
  }

  deinit {
    let parent = URL(fileURLWithPath: folder).deletingLastPathComponent().path
    try? FileManager.default.removeItem(atPath: parent)
  }

  /// The text of a file.
  func text(_ name: String) -> String { String(decoding: files[name] ?? [], as: UTF8.self) }

  /// Puts a text in the place of another; gives the line on which the old one stood.
  func replace(_ old: String, by new: String, in name: String) throws -> Int {
    let text = text(name)
    guard let range = text.range(of: old) else { throw Absent(text: old) }
    files[name] = Array(text.replacingCharacters(in: range, with: new).utf8)
    return 1 + text[..<range.lowerBound].count(where: \.isNewline)
  }

  /// Writes the files; those left out are removed.
  func write() throws {
    for (name, bytes) in files {
      try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
  }

  /// Writes the files and reads the case.
  func read() throws -> CaseReading {
    try write()
    return CaseFolder.read(at: folder)
  }

  /// Writes the files and checks the case.
  func check() throws -> CaseReading {
    try write()
    return CaseFolder.check(at: folder)
  }

  struct Absent: Error { let text: String }
}

extension CaseReading {
  /// Errors and flaws.
  var grave: [Problem] { problems.filter { $0.severity != .note } }
}
