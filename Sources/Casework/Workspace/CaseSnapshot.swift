import CaseFiles
public import Diplomacy
import Foundation

/// A case folder as it is at one moment: what was read, what is wrong, and its record ready to leaf through.
///
/// Unlike an ``OpenedCase`` there is one of a case with errors too, so that they can be put right.
public struct CaseSnapshot: Sendable {
  /// The folder.
  public let folder: String
  /// Tells this state of the files from any other.
  public let stamp: FolderStamp
  /// The case; nothing where it has an error.
  public let subject: Case?
  /// Every problem by file and line.
  public let problems: [Problem]
  /// How many problems of each severity there are.
  public let counts: [Problem.Severity: Int]
  /// What the case holds, in words.
  public let tally: String
  /// The record; empty where the folder has none.
  public let record: RecordTable

  /// Reads a case folder.
  ///
  /// - Complexity: O(*n*), where *n* is the length of its files.
  public init(folder: String) {
    self.folder = folder
    stamp = FolderStamp(folder: folder)
    let reading = CaseFolder.read(at: folder)
    subject = reading.case
    problems = reading.problems
    counts = reading.counts
    tally = reading.tally.summary
    let bytes = FileManager.default.contents(atPath: folder + "/events.csv").map { Array($0) }
    record = RecordTable(RecordText(bytes ?? []))
  }

  /// Whether nothing is wrong: notes are let pass.
  public var passes: Bool {
    counts[.error, default: 0] == 0 && counts[.flaw, default: 0] == 0
  }

  /// The problems of a row, by the line on which it starts.
  public func problems(ofRow row: RecordText.Row) -> [Problem] {
    problems.filter { $0.line == row.line && $0.file.hasSuffix("/events.csv") }
  }
}

/// What tells two states of a case folder apart without reading its files.
public struct FolderStamp: Hashable, Sendable {
  private let files: [String: FileState.Stamp]

  /// The files of a case that a person writes.
  static let names = [
    "case.yaml", "events.csv", "assertions.yaml", "evidence.yaml", "game.yaml", "notes.md",
    "sources.yaml", "drafts.csv", "coders",
  ]

  /// Looks at a folder.
  public init(folder: String) {
    files = Self.names.reduce(into: [:]) { files, name in
      files[name] = FileState.Stamp(path: "\(folder)/\(name)")
    }
  }
}
