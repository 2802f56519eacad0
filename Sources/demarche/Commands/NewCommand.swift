import ArgumentParser
import CaseFiles
import Foundation

/// Writes a commented skeleton of a case.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a small, commented case to start from.",
    discussion: """
      The case passes 'demarche check' as it is: change it row by row. A folder that holds \
      anything is left alone.

      Example: demarche new my-case
      """)

  @Argument(help: "The folder to write, which must not exist or be empty.")
  var folder: String

  func run() throws {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    if manager.fileExists(atPath: folder, isDirectory: &isFolder) {
      guard isFolder.boolValue else {
        throw CommandFailure.usage("\(folder): is a file; name a folder that does not exist yet")
      }
      let held = (try? manager.contentsOfDirectory(atPath: folder)) ?? []
      guard held.isEmpty else {
        throw CommandFailure.usage(
          "\(folder): holds \(held.count == 1 ? "a file" : "\(held.count) files") already; "
            + "name a folder that does not exist yet")
      }
    }
    let name = URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
    let files = CaseSkeleton.files(id: name)
    try AtomicFiles.write(files, into: folder)
    try StandardOutput.write(files.map { "\(folder)/\($0.name)\n" }.joined())
    StandardError.write("next: demarche check \(folder)")
  }
}
