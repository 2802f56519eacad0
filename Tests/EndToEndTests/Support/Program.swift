import Foundation

/// The built program, run as a process the way a person runs it.
enum Program {
  /// What a run left behind.
  struct Run {
    let code: Int32
    let wasSignalled: Bool
    let output: Data
    let notes: String

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// The folder of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The program beside the test bundle, or the one that DEMARCHE_BINARY names.
  static let path: String = {
    if let named = ProcessInfo.processInfo.environment["DEMARCHE_BINARY"], !named.isEmpty {
      return named
    }
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    var folder = URL(filePath: own.isEmpty ? CommandLine.arguments[0] : own)
    for _ in 0..<4 {
      folder.deleteLastPathComponent()
      let candidate = folder.appending(path: "demarche").path
      if FileManager.default.isExecutableFile(atPath: candidate), !isFolder(candidate) {
        return candidate
      }
    }
    return root.appending(path: ".build/debug/demarche").path
  }()

  private static func isFolder(_ path: String) -> Bool {
    var folder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &folder) && folder.boolValue
  }

  /// Runs the program from the folder of the package.
  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Run {
    try launch(path, arguments, environment: environment)
  }

  /// Runs a line of shell in which `"$D"` is the program.
  static func shell(_ line: String, environment: [String: String] = [:]) throws -> Run {
    try launch(
      "/bin/sh", ["-c", line], environment: environment.merging(["D": path]) { old, _ in old })
  }

  private static func launch(
    _ executable: String, _ arguments: [String], environment: [String: String]
  ) throws -> Run {
    let scratch = try Scratch()
    let output = scratch.path("output")
    let notes = scratch.path("notes")
    for file in [output, notes] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = root
    process.environment = ProcessInfo.processInfo.environment
      .merging(["XDG_CACHE_HOME": Scratch.cache]) { _, new in new }
      .merging(environment) { _, new in new }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: notes))
    try process.run()
    process.waitUntilExit()
    return Run(
      code: process.terminationStatus, wasSignalled: process.terminationReason == .uncaughtSignal,
      output: try Data(contentsOf: URL(filePath: output)),
      notes: String(decoding: try Data(contentsOf: URL(filePath: notes)), as: UTF8.self))
  }
}
