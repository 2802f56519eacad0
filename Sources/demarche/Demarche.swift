import Casework
import ArgumentParser
import Foundation

/// The command-line program: checks a claim about why a state did what it did against the record.
@main
struct Demarche: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demarche",
    abstract: "Checks a claim about why a state did what it did against the dated public record.",
    discussion: """
      An analyst writes the claim, its rivals and the dated record as a case, a folder of plain \
      text; the program says what the record supports, and how far its own verdict can be trusted.

      Example: demarche assess cases/aze-rus-2025
      """,
    version: "0.1.0",
    subcommands: [
      AcceptCommand.self,
      AggregateCommand.self,
      AssessCommand.self,
      BriefCommand.self,
      CalibrateCommand.self,
      ChannelsCommand.self,
      CheckCommand.self,
      CodesCommand.self,
      ConflictCommand.self,
      CourseCommand.self,
      DiffCommand.self,
      DraftCommand.self,
      EditCommand.self,
      EventsCommand.self,
      ExplainCommand.self,
      ForecastCommand.self,
      ImportCommand.self,
      LedgerCommand.self,
      NewCommand.self,
      PlayCommand.self,
      ReactionsCommand.self,
      ReadCommand.self,
      RejectCommand.self,
      ReciprocityCommand.self,
      RecodeCommand.self,
      RelationCommand.self,
      ResolveCommand.self,
      ResponsesCommand.self,
      TurningPointsCommand.self,
      WatchCommand.self,
      WhatIfCommand.self,
    ])

  /// Runs the program; a failure is one line on standard error and an exit code of sysexits.
  static func main() async {
    // A file that may not grow is an error to report, not a reason to die with files half written.
    signal(SIGXFSZ, SIG_IGN)
    // A reader that has gone away is told by the write that fails, and never kills a half-done work.
    signal(SIGPIPE, SIG_IGN)
    StandardStreams.fill()
    var asked: (any ParsableCommand)?
    do {
      try refuseUnknownCommand(Array(ProcessInfo.processInfo.arguments.dropFirst()))
      var command = try parseAsRoot(nil)
      asked = command
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as CaseworkFailure {
      StandardError.write(failure.told(by: asked))
      exit(withError: ExitCode(failure.kind.exitCode))
    } catch {
      // The parser repeats what was written, which may hold what steers a terminal.
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      if !message.isEmpty {
        if code.isSuccess {
          try? StandardOutput.write(message + "\n")
        } else {
          StandardError.write(message)
        }
      }
      Foundation.exit(code.rawValue)
    }
  }

  /// Refuses a word that is no command, also where help is asked for beside it.
  private static func refuseUnknownCommand(_ words: [String]) throws {
    let asked = words.first == "help" ? words.dropFirst().first : words.first
    guard let word = asked, !word.hasPrefix("-"), word != "help" else { return }
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !names.contains(word) else { return }
    throw CaseworkFailure.usage(
      "there is no command '\(word)'; the commands are \(names.joined(separator: ", "))")
  }
}
