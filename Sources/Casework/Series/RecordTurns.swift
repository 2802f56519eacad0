import CaseFiles
package import Diplomacy
import Foundation
package import Relations

/// The turns of one direction of a case's record, by the one analysis that reports show too.
///
/// Where the record lies beside a `case.yaml`, its window and baseline are those of the case, so that
/// the answer is that of `assess`; elsewhere the window is that of the record.
package struct RecordTurns: Sendable {
  /// The turns of the direction.
  package let direction: DirectionTurningPoints
  /// The days that were analysed.
  package let window: DateSpan

  /// Analyses a record.
  ///
  /// - Parameters:
  ///   - path: A case's `events.csv`.
  ///   - dyad: Who acts toward whom.
  ///   - scale: The weights of acts whose rows state none.
  /// - Throws: ``CaseworkFailure`` with file and line, or where no act of the direction counts.
  package init(record path: String, of dyad: Dyad, on scale: IntensityScale)
    throws(CaseworkFailure)
  {
    let events = try RecordInput.read(path)
    let acts = events.filter { $0.isOf(dyad) && $0.exclusion == nil }
    guard let first = acts.map(\.date.first).min(), let last = acts.map(\.date.last).max(),
      let span = DateSpan(from: first, through: last)
    else {
      throw .badInput(
        "\(path): no act of \(dyad) counts (\(events.count { $0.isOf(dyad) }) rows, all left out); choose another direction",
        remedy: .dyad)
    }
    let folder = (path as NSString).deletingLastPathComponent
    let place = folder.isEmpty ? "." : folder
    let frame =
      FileManager.default.fileExists(atPath: place + "/case.yaml")
      ? CaseFolder.check(at: place).frame : nil
    window = frame?.window ?? span
    var subject = Case(
      id: "record", title: "", claim: "", focal: dyad.source, counterpart: dyad.target,
      window: window, baseline: frame?.baseline)
    subject.events = events
    let analysis = TurningPointAnalysis(of: subject, dyad: dyad, on: scale)
    guard let direction = analysis.directions.first else {
      throw .badInput("\(path): the turns of \(dyad) could not be analysed")
    }
    self.direction = direction
  }

  /// Whether a record is one of a case, whose acts have codes.
  package static func applies(to path: String) throws(CaseworkFailure) -> Bool {
    try DyadActs.isCaseRecord(path)
  }
}
