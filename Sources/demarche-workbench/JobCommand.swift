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
    case assess, whatif
  }

  @Argument var kind: Kind
  @Argument var folder: String
  /// For a what-if: what is otherwise, each as the kind, a colon and its text.
  @Argument var changes: [String] = []
  @Option var output: String

  func run() throws {
    let tell: @Sendable (String, Int, Int) -> Void = { stage, done, total in
      let plain = stage.replacing("\t", with: " ").replacing("\n", with: " ")
      FileHandle.standardOutput.write(Data("\(plain)\t\(done)\t\(total)\n".utf8))
    }
    do {
      switch kind {
      case .assess:
        try CaseReports(of: folder, comparesExplanations: true, progress: tell).write(into: output)
      case .whatif:
        let stated = try changes.map { text in
          guard let colon = text.firstIndex(of: ":"),
            let kind = StatedChange.Kind(rawValue: String(text[..<colon]))
          else { throw CaseworkFailure.usage("'\(text)': no change of a case") }
          return StatedChange(kind, String(text[text.index(after: colon)...]))
        }
        let base = try WhatIfBase(try OpenedCase(at: folder), simulates: true, progress: tell)
        try base.result(try StatedChange.changes(stated), progress: tell).write(into: output)
      }
    } catch let failure as CaseworkFailure {
      FileHandle.standardError.write(Data("\(failure.message)\n".utf8))
      throw ExitCode(65)
    }
  }
}
