import Foundation
import Testing

/// The help of the program and of every command, held against files that were read and approved.
///
/// With `DEMARCHE_RECORD=1` in the environment a run writes them anew.
@Suite("The help of the program")
struct HelpTests {
  private static let folder = Program.root.appending(path: "Tests/Golden/Help")

  private static func help(_ arguments: [String]) throws -> String {
    let run = try Program.run(arguments + ["--help"], environment: ["COLUMNS": "80"])
    #expect(run.code == 0, "\(run.notes)")
    return run.text
  }

  /// The commands that the program's own help lists.
  private static func commands() throws -> [String] {
    let lines = try help([]).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { !$0.hasPrefix("SUBCOMMANDS:") }.dropFirst()
      .prefix { !$0.isEmpty }
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
  }

  @Test("is what was approved, and every command has an example")
  func golden() throws {
    let commands = try Self.commands()
    #expect(commands.count > 20)
    let isRecording = ProcessInfo.processInfo.environment["DEMARCHE_RECORD"] == "1"
    for command in [""] + commands {
      let text = try Self.help(command.isEmpty ? [] : [command])
      if !command.isEmpty { #expect(text.contains("Example: demarche \(command)"), "\(command)") }
      let file = Self.folder.appending(path: (command.isEmpty ? "demarche" : command) + ".txt")
      if isRecording {
        try FileManager.default.createDirectory(
          at: Self.folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(command)")
    }
  }
}
