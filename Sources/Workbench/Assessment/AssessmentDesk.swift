import Casework
import Dispatch
import Foundation
import HTTPTypes
import Reporting
import Synchronization

/// The assessments of cases: the quick part at once, the comparison of explanations when asked for.
final class AssessmentDesk: Sendable {
  /// What there is to show of a case.
  struct Shown: Sendable {
    let reports: CaseReports
    let parts: HTMLReportParts
    /// Whether the explanations were compared.
    let isWhole: Bool
  }

  let shelf: CaseShelf
  let jobs: Jobs
  private let quick = Mutex<[String: (stamp: FolderStamp, shown: Shown)]>([:])
  private let queue = DispatchQueue(label: "demarche-workbench.assessment")

  init(shelf: CaseShelf, jobs: Jobs) {
    self.shelf = shelf
    self.jobs = jobs
  }

  /// The name of the computation of a case's whole assessment.
  static func job(_ name: String) -> String { "assess/\(name)" }

  /// The best assessment of the case as it is now: the whole one where it was made, else the quick part.
  ///
  /// - Throws: `CaseworkFailure` where the case cannot be used.
  func shown(_ name: String) async throws -> Shown {
    let folder = try shelf.workspace.folder(of: name)
    let stamp = FolderStamp(folder: folder)
    if let job = jobs.job(Self.job(name)), job.state.outcome == .finished, job.stamp == stamp {
      if let found = kept(name + "/whole", stamp) { return found }
      if let reports = CaseReports(writtenTo: job.output) {
        return try keep(name + "/whole", stamp, reports, isWhole: true)
      }
    }
    if let found = kept(name, stamp) { return found }
    let confined = try shelf.workspace.confinedFolder(of: name)
    let reports = try await withCheckedThrowingContinuation {
      (continuation: CheckedContinuation<CaseReports, any Error>) in
      queue.async {
        continuation.resume(
          with: Result { try CaseReports(of: confined, comparesExplanations: false) })
      }
    }
    return try keep(name, stamp, reports, isWhole: false)
  }

  /// Starts the whole assessment.
  func start(_ name: String) throws {
    let folder = try shelf.workspace.confinedFolder(of: name)
    try jobs.start(
      Self.job(name), stamp: FolderStamp(folder: folder), arguments: ["assess", folder])
  }

  /// The first sentence of the brief of a case, where it was written for the files as they are now.
  func answer(_ name: String, _ stamp: FolderStamp) -> String? {
    (kept(name + "/whole", stamp) ?? kept(name, stamp))?.reports.answer
  }

  private func kept(_ key: String, _ stamp: FolderStamp) -> Shown? {
    quick.withLock { $0[key] }.flatMap { $0.stamp == stamp ? $0.shown : nil }
  }

  private func keep(_ key: String, _ stamp: FolderStamp, _ reports: CaseReports, isWhole: Bool)
    throws -> Shown
  {
    guard let parts = HTMLReport.parts(of: reports.html) else {
      throw Fault(.internalServerError, "The report cannot be shown here")
    }
    let shown = Shown(reports: reports, parts: parts, isWhole: isWhole)
    quick.withLock { $0[key] = (stamp, shown) }
    return shown
  }
}
