package import Assessment
package import CaseFiles
import Diplomacy

/// What a check of a case folder found: its problems, what rests on absence, and idle checks.
package struct CaseCheck: Sendable, Encodable {
  /// The problems.
  package let report: CaseReport
  /// The assertions that rest on rows not being there; nothing where the case has an error.
  package let absence: AbsenceReport?
  /// The clauses that no record, or every record, satisfies; nothing where it was not asked for.
  package let power: CheckPower?
  /// How many drafted rows wait in drafts.csv; they take no part.
  package let waitingDrafts: Int

  /// Checks a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - power: Whether to try every check on records made for it, which reads the record whole.
  /// - Throws: ``CaseworkFailure`` where nothing can be read at all.
  package init(_ folder: String, power: Bool) throws(CaseworkFailure) {
    report = try OpenedCase.check(folder)
    let reading = power ? CaseFolder.read(at: folder) : CaseFolder.check(at: folder)
    absence = reading.frame.map { AbsenceReport(of: $0) }
    self.power = power ? reading.case.map { CheckPower(of: $0) } : nil
    waitingDrafts = WaitingDrafts.count(at: folder)
  }

  private enum CodingKeys: String, CodingKey { case restsOnAbsence, power, waitingDrafts }

  /// Writes the fields of the report with the rest beside them.
  package func encode(to encoder: any Encoder) throws {
    try report.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(absence?.entries, forKey: .restsOnAbsence)
    try container.encodeIfPresent(power?.entries, forKey: .power)
    try container.encode(waitingDrafts, forKey: .waitingDrafts)
  }
}
