public import CaseFiles
public import Diplomacy
public import EventData
import Foundation
import Games
public import Strategy

/// A case folder opened whole: the case, its game and the machine-coded events it names.
///
/// What cannot be opened is refused here and nowhere else, so that every use case accepts and
/// refuses the same folders.
public struct OpenedCase: Sendable {
  /// The folder, as the user named it.
  public let folder: String
  /// The case.
  public let subject: Case
  /// The analysis of its crisis game; nothing where the folder has no `game.yaml`.
  public let game: CrisisGameAnalysis?
  /// The machine-coded events of its pair; nothing where the case names no source of them.
  public let machineCoded: [CodedEvent]?
  /// What a person should know and what stands in no result: flaws of the case, rows passed over.
  public let notices: [String]

  /// Opens a case folder.
  ///
  /// - Parameter folder: The folder.
  /// - Throws: ``CaseworkFailure`` with every problem that stands in the way: of kind `noInput` where
  ///   there is nothing to read, `badInput` where the case, its game or its machine-coded source has
  ///   an error.
  /// - Complexity: O(*n*), where *n* is the length of the files; the game may take seconds.
  public init(at folder: String) throws(CaseworkFailure) {
    let reading = CaseFolder.read(at: folder)
    if let failure = Self.obstacle(of: reading) { throw failure }
    let game = Self.game(in: folder)
    let machineCoded = reading.case.map { MachineCodedInput.reading(of: $0, folder: folder) }
    let further = game.problems + (machineCoded?.problems ?? [])
    guard let subject = reading.case, !further.contains(where: { $0.severity == .error }) else {
      let report = CaseReport(reading.adding(further), folder: folder)
      let lines = report.listed(limit: 1000).map(\.description)
      throw .badInput(
        (lines + ["\(folder): \(report.summary)"]).joined(separator: "\n"), remedy: .caseCheck)
    }
    self.folder = folder
    self.subject = subject
    self.game = game.analysis
    self.machineCoded = machineCoded?.events
    notices =
      reading.problems.filter { $0.severity == .flaw }.map(\.description)
      + further.map(\.description) + (machineCoded?.notices ?? [])
  }

  /// Checks a case folder whole without keeping its record, however long it is.
  ///
  /// - Parameter folder: The folder.
  /// - Returns: Every problem of the case, of its game and of its machine-coded source.
  /// - Throws: ``CaseworkFailure`` where nothing can be read at all.
  public static func check(_ folder: String) throws(CaseworkFailure) -> CaseReport {
    let reading = CaseFolder.check(at: folder)
    if let failure = obstacle(of: reading) { throw failure }
    var further = game(in: folder).problems
    if let frame = reading.frame {
      further += MachineCodedInput.reading(of: frame, folder: folder).problems
    }
    return CaseReport(reading.adding(further), folder: folder)
  }

  /// The failure where nothing could be read at all.
  private static func obstacle(of reading: CaseReading) -> CaseworkFailure? {
    guard let obstacle = reading.obstacle else { return nil }
    let message = reading.problems.first?.description ?? ""
    return switch obstacle {
    case .missing, .unreadable: .noInput(message, remedy: .newCase)
    case .notACase: .badInput(message, remedy: .newCase)
    }
  }

  /// The crisis game of a case folder with everything that is wrong with it.
  private static func game(in folder: String) -> (
    analysis: CrisisGameAnalysis?, problems: [Problem]
  ) {
    let path = folder + "/game.yaml"
    guard FileManager.default.fileExists(atPath: path) else { return (nil, []) }
    let reading = GameFile.read(at: path)
    guard let model = reading.model else { return (nil, reading.problems) }
    let budget = SearchBudget(seconds: gameSeconds)
    func problem(_ what: String) -> Problem {
      Problem(
        file: path, line: 1, what: what, fix: "fix the game, or take game.yaml out of the case")
    }
    do {
      let analysis = try CrisisGameAnalysis(model, budget: budget)
      // Half an analysis would differ from run to run, and would be read as a whole one.
      guard !budget.isSpent else {
        let what =
          "the game was not solved within \(Int(gameSeconds)) s; leave moves or options out"
        return (nil, reading.problems + [problem(what)])
      }
      return (analysis, reading.problems)
    } catch {
      return (nil, reading.problems + [problem("the game cannot be solved: \(error)")])
    }
  }

  /// How long the game of a case may take, in seconds: a hundred times what the shipped games need.
  private static let gameSeconds = 60.0
}
