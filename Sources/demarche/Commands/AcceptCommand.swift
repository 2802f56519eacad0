import ArgumentParser
import Casework

/// Accepts drafts of a case.
struct AcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Accept drafts of a case: they become rows of its record.",
    discussion: """
      Drafts wait in drafts.csv, or in events.csv with the mark draft. --undo takes the last accept, \
      reject, edit or read --into back.

      Example: demarche accept my-case D003 D007
      Example: demarche accept my-case --all-with rule=summon
      """)

  @OptionGroup var choice: DraftChoice

  func run() throws {
    try choice.change { desk in
      let outcome = try desk.accept(try desk.selection(choice.ids, allWith: choice.allWith))
      return zip(outcome.drafts, outcome.accepted).map { "\($0) -> \($1)\n" }.joined()
    }
  }
}

/// Rejects drafts of a case.
struct RejectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Reject drafts of a case: they are taken out.",
    discussion: "Example: demarche reject my-case D004 D009")

  @OptionGroup var choice: DraftChoice

  func run() throws {
    try choice.change { desk in
      let outcome = try desk.reject(try desk.selection(choice.ids, allWith: choice.allWith))
      return outcome.drafts.map { "\($0) rejected\n" }.joined()
    }
  }
}

/// Changes a draft of a case.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change columns of a draft before it is accepted.",
    discussion: "Example: demarche edit my-case D004 code=112 date=2025-06-27")

  @OptionGroup var choice: DraftChoice

  func run() throws {
    try choice.change { desk in
      guard let id = choice.ids.first else {
        throw CaseworkFailure.usage("no draft is named; write its id, then column=value")
      }
      _ = try desk.selection([id])
      let changes = try choice.ids.dropFirst().map { text -> (column: String, value: String) in
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
          throw CaseworkFailure.usage("'\(text)' is no change; write column=value, as code=112")
        }
        return (String(parts[0]), String(parts[1]))
      }
      guard !changes.isEmpty else {
        throw CaseworkFailure.usage("nothing is changed; write column=value, as code=112")
      }
      try desk.edit(id, changes)
      return "\(id) changed\n"
    }
  }
}

/// Which drafts of which case.
struct DraftChoice: ParsableArguments {
  @Argument(help: "The case folder.")
  var folder: String

  @Argument(help: "Ids of drafts; for edit an id and then column=value.")
  var ids: [String] = []

  @Option(help: ArgumentHelp("Every draft whose column holds a text.", valueName: "column=text"))
  var allWith: String?

  @Flag(help: "Take the last change of drafts back.")
  var undo = false

  /// Changes drafts and says what was changed and how many still wait, or takes the last change back
  /// where that is what is asked for.
  func change(_ change: (inout DraftDesk) throws -> String) throws {
    if undo {
      let what = try DraftDesk.undo(at: folder)
      return try StandardOutput.write("taken back: \(what)\n")
    }
    var desk = try DraftDesk(at: folder)
    try StandardOutput.write(try change(&desk))
    if let desk = try? DraftDesk(at: folder) {
      StandardError.write("\(desk.waiting.count) drafts wait")
    }
  }
}
