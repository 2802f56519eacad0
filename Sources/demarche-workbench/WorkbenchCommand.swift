import ArgumentParser
import Casework
import Foundation
import Workbench

/// The program: the workbench, and the computations that it starts for itself.
@main
struct Program: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demarche-workbench",
    abstract: "Review, code and assess cases in a browser on this machine.",
    subcommands: [WorkbenchCommand.self, JobCommand.self],
    defaultSubcommand: WorkbenchCommand.self)
}

/// Runs the workbench.
struct WorkbenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Runs the workbench; done unless another is named.",
    discussion: """
      Opens a folder of case folders. Listens on this machine only unless --host says otherwise, \
      which needs a token that every request must carry. Stop it with control-C: saves under way are \
      finished.

      Example: demarche-workbench --workspace cases --port 8080
      """)

  @Option(help: "The folder that holds the case folders.", completion: .directory)
  var workspace = "cases"

  @Option(help: "The port to listen on; 0 for any that is free.")
  var port = 8080

  @Option(help: "The address to listen on; another than 127.0.0.1 needs --token.")
  var host = "127.0.0.1"

  @Option(help: "What every request must carry: at least 16 letters, digits, '-' and '_'.")
  var token: String?

  func validate() throws {
    guard (0...65535).contains(port) else {
      throw ValidationError("--port \(port): use a number from 0 to 65535")
    }
  }

  func run() async throws {
    var settings = Workbench.Configuration()
    settings.host = host
    settings.port = port
    settings.token = token
    settings.worker = [URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path, "job"]
    do {
      let workbench = try Workbench(try Workspace(at: workspace), settings)
      let entry = token.map { "?token=\($0)" } ?? ""
      try await workbench.run { address in
        FileHandle.standardError.write(Data("Workbench: \(address)\(entry)\n".utf8))
      }
    } catch let failure as CaseworkFailure {
      FileHandle.standardError.write(Data("\(failure.message)\n".utf8))
      throw Self.exitCode(of: failure)
    }
  }

  /// The exit code of a failure, as the command line has it.
  private static func exitCode(of failure: CaseworkFailure) -> ExitCode {
    switch failure.kind {
    case .checkFailed: ExitCode(1)
    case .usage: ExitCode(64)
    case .badInput: ExitCode(65)
    case .noInput: ExitCode(66)
    case .inputOutput: ExitCode(74)
    }
  }
}
