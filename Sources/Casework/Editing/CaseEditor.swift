import CaseFiles
import Diplomacy
import Foundation

/// Edits the files of a case: each edit whole or not at all, every line that it does not touch as it was.
///
/// The files stay the truth. An edit is worked out against the file as it is when it is saved, so that
/// what others changed in the meantime is kept; where both changed the same, the second is told. Edits
/// are written down in the case's history first and can be taken back.
public struct CaseEditor: Sendable {
  /// The case folder.
  public let folder: String

  /// Makes an editor of a case folder.
  public init(folder: String) { self.folder = folder }

  /// The record as it is now.
  ///
  /// - Throws: ``CaseworkFailure`` where it cannot be read.
  public func record() throws(CaseworkFailure) -> RecordText {
    RecordText(try FileState(path: path(of: "events.csv")).bytes)
  }

  /// What edits of the record would do.
  ///
  /// - Throws: ``EditFailure`` where a row is gone or somebody else changed the same columns.
  public func preview(_ edits: [RecordEdit]) throws(EditFailure) -> EditPreview {
    let file = try state(of: "events.csv")
    return preview(try EditPlan(edits, of: RecordText(file.bytes)))
  }

  /// Saves edits of the record.
  ///
  /// - Parameters:
  ///   - edits: The edits, saved all together or not at all.
  ///   - what: What is done, in words, for the history.
  /// - Returns: The entry of the history; nothing where nothing changes.
  /// - Throws: ``EditFailure``; then the file is as it was.
  @discardableResult
  public func save(_ edits: [RecordEdit], what: String) throws(EditFailure) -> CaseHistory.Entry? {
    let lock = try lock()
    defer { lock.release() }
    let file = try state(of: "events.csv")
    let plan = try EditPlan(edits, of: RecordText(file.bytes))
    guard !plan.changes.isEmpty else { return nil }
    let preview = preview(plan)
    guard preview.isAllowed else { throw .refused(preview) }
    return try write([(file, plan.bytes)], plan.changes, what: what)
  }

  /// Takes back an edit.
  ///
  /// - Parameter id: The number of the edit.
  /// - Returns: The entry that takes it back, which can itself be taken back.
  /// - Throws: ``EditFailure`` where there is no such edit, or what it wrote was changed since.
  @discardableResult
  public func undo(_ id: Int) throws(EditFailure) -> CaseHistory.Entry {
    let lock = try lock()
    defer { lock.release() }
    guard let entry = CaseHistory(folder: folder).entry(id) else {
      throw .gone("there is no edit \(id) in the history")
    }
    var states: [String: (state: FileState, bytes: [UInt8])] = [:]
    for change in entry.changes {
      var held = states[change.file]
      if held == nil {
        let state = try state(of: change.file)
        held = (state, state.bytes)
      }
      guard let (state, bytes) = held, let after = change.reversed.applied(to: bytes) else {
        throw .gone(
          "\(change.file): what edit \(id) wrote was changed since; take back the later edit first")
      }
      states[change.file] = (state, after)
    }
    let files = states.values.map { ($0.state, $0.bytes) }
    let problems = newProblems(with: states.mapValues(\.bytes))
    guard !problems.contains(where: { $0.severity == .error }) else {
      throw .refused(
        EditPreview(
          changes: entry.changes.map(\.reversed), problems: problems, newColumns: [], merged: []))
    }
    return try write(
      files, entry.changes.map(\.reversed), what: "taken back: \(entry.what)", undoes: id)
  }

  /// Replaces a file of the case, for editors of other files than the record.
  ///
  /// - Parameters:
  ///   - name: The file.
  ///   - change: Gives the new bytes and the changes from those on disk; nothing where nothing changes.
  ///   - what: What is done, in words.
  @discardableResult
  func save(
    file name: String, what: String,
    change: ([UInt8]) throws(EditFailure) -> (bytes: [UInt8], changes: [TextChange])?
  ) throws(EditFailure) -> CaseHistory.Entry? {
    let lock = try lock()
    defer { lock.release() }
    let file = try state(of: name)
    guard let (bytes, changes) = try change(file.bytes), !changes.isEmpty else { return nil }
    let problems = newProblems(with: [name: bytes])
    guard !problems.contains(where: { $0.severity == .error }) else {
      throw .refused(
        EditPreview(changes: changes, problems: problems, newColumns: [], merged: []))
    }
    return try write([(file, bytes)], changes, what: what)
  }

  // MARK: Steps

  private func path(of name: String) -> String { "\(folder)/\(name)" }

  private func lock() throws(EditFailure) -> CaseLock {
    do throws(CaseworkFailure) { return try CaseLock(folder: folder) } catch {
      throw .failure(error)
    }
  }

  private func state(of name: String) throws(EditFailure) -> FileState {
    do throws(CaseworkFailure) { return try FileState(path: path(of: name)) } catch {
      throw .failure(error)
    }
  }

  private func preview(_ plan: EditPlan) -> EditPreview {
    EditPreview(
      changes: plan.changes,
      problems: plan.changes.isEmpty ? [] : newProblems(with: ["events.csv": plan.bytes]),
      newColumns: plan.newColumns, merged: plan.merged)
  }

  /// The problems that the case would have with other bytes in some files, and does not have now.
  private func newProblems(with files: [String: [UInt8]]) -> [Problem] {
    func key(_ problem: Problem) -> [String] {
      [problem.severity.rawValue, problem.file, problem.what, problem.fix]
    }
    var now: [[String]: Int] = [:]
    for problem in CaseFolder.check(at: folder).problems { now[key(problem), default: 0] += 1 }
    return CaseFolder.check(at: folder, replacing: files).problems.filter { problem in
      guard let count = now[key(problem)], count > 0 else { return true }
      now[key(problem)] = count - 1
      return false
    }
  }

  /// Writes an edit: first into the history, then into the files.
  private func write(
    _ files: [(state: FileState, bytes: [UInt8])], _ changes: [TextChange], what: String,
    undoes: Int? = nil
  ) throws(EditFailure) -> CaseHistory.Entry {
    do throws(CaseworkFailure) {
      let entry = try CaseHistory(folder: folder).add(what: what, changes: changes, undoes: undoes)
      for file in files { try file.state.replace(with: file.bytes) }
      return entry
    } catch {
      throw .failure(error)
    }
  }
}
