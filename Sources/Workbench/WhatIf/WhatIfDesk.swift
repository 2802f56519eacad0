import Casework
import Dispatch
import Synchronization

/// What would move were cases otherwise: the quick part at once, the simulated part when asked for.
final class WhatIfDesk: Sendable {
  let shelf: CaseShelf
  let jobs: Jobs
  private let bases = Mutex<[String: (stamp: FolderStamp, base: WhatIfBase)]>([:])
  private let answers = Mutex<[Question: WhatIfResult]>([:])
  private let queue = DispatchQueue(label: "demarche-workbench.whatif")

  /// A case as it was, with what is otherwise.
  private struct Question: Hashable {
    let name: String
    let stamp: FolderStamp
    let changes: [StatedChange]
  }

  /// The most cases and answers that are held at once.
  private static let limits = (bases: 8, answers: 64)

  init(shelf: CaseShelf, jobs: Jobs) {
    self.shelf = shelf
    self.jobs = jobs
  }

  /// The name of the computation of a case's what-if with its simulated part.
  static func job(_ name: String) -> String { "whatif/\(name)" }

  /// What would move, without what is found by simulation.
  ///
  /// - Throws: `CaseworkFailure` where the case cannot be used or a change cannot be made.
  func result(_ name: String, _ changes: [StatedChange]) async throws -> WhatIfResult {
    let stamp = FolderStamp(folder: try shelf.workspace.folder(of: name))
    let question = Question(name: name, stamp: stamp, changes: changes)
    if let known = answers.withLock({ $0[question] }) { return known }
    let wanted = try StatedChange.changes(changes)
    let held = bases.withLock { $0[name] }.flatMap { $0.stamp == stamp ? $0.base : nil }
    let folder = try shelf.workspace.confinedFolder(of: name)
    let (base, found) = try await withCheckedThrowingContinuation {
      (continuation: CheckedContinuation<(WhatIfBase, WhatIfResult), any Error>) in
      queue.async {
        continuation.resume(
          with: Result {
            let base = try held ?? WhatIfBase(try OpenedCase(at: folder))
            return (base, try base.result(wanted))
          })
      }
    }
    bases.withLock { bases in
      if bases.count >= Self.limits.bases, bases[name] == nil { bases.removeAll() }
      bases[name] = (stamp, base)
    }
    answers.withLock { answers in
      if answers.count >= Self.limits.answers { answers.removeAll() }
      answers[question] = found
    }
    return found
  }

  /// Starts the computation with the simulated part.
  func start(_ name: String, _ changes: [StatedChange]) throws {
    _ = try StatedChange.changes(changes)
    let folder = try shelf.workspace.confinedFolder(of: name)
    try jobs.start(
      Self.job(name), stamp: FolderStamp(folder: folder), label: Self.label(changes),
      arguments: ["whatif", folder]
        + changes.map { "\($0.kind.rawValue):\($0.text)" })
  }

  /// What tells the computation of these changes from that of others.
  static func label(_ changes: [StatedChange]) -> String {
    changes.map { "\($0.kind.rawValue):\($0.text)" }.joined(separator: "\n")
  }
}
