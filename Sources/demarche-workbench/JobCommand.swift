import ArgumentParser
import Casework
import Foundation

/// Runs one long computation for the workbench, which reads its progress and its files.
struct JobCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "job", abstract: "Runs one long computation for the workbench.",
    shouldDisplay: false)

  /// What can be computed.
  enum Kind: String, ExpressibleByArgument {
    case assess
  }

  @Argument var kind: Kind
  @Argument var folder: String
  @Option var output: String

  func run() throws {
    do {
      let reports = try CaseReports(of: folder, comparesExplanations: true) { stage, done, total in
        let plain = stage.replacing("\t", with: " ").replacing("\n", with: " ")
        FileHandle.standardOutput.write(Data("\(plain)\t\(done)\t\(total)\n".utf8))
      }
      try reports.write(into: output)
    } catch let failure as CaseworkFailure {
      FileHandle.standardError.write(Data("\(failure.message)\n".utf8))
      throw ExitCode(65)
    }
  }
}
