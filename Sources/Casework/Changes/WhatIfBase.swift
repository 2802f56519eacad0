import Assessment
import Conduct
import Diplomacy
import Foundation
import Reporting

/// A case opened once, against which any number of changes are held.
///
/// The assessment of the case as it is is made once; each change costs one assessment more. Nothing of
/// the case folder is written.
public struct WhatIfBase: Sendable {
  /// The case.
  public let opened: OpenedCase
  private let comparison: ComparisonOptions
  private let before: AssessmentDigest

  /// Assesses a case as it is.
  ///
  /// - Parameters:
  ///   - opened: The case.
  ///   - simulates: Whether what is found by simulation is part of it, which takes a minute or more.
  ///   - progress: Told of each step: what is done, how many steps, of how many.
  /// - Throws: ``CaseworkFailure`` where the assessment holds a number that is not finite.
  public init(
    _ opened: OpenedCase, simulates: Bool = false,
    progress: (@Sendable (_ stage: String, _ done: Int, _ total: Int) -> Void)? = nil
  ) throws(CaseworkFailure) {
    self.opened = opened
    comparison = ComparisonOptions(includesTrust: simulates)
    before = try Self.digest(
      opened, opened.subject, AssessmentOptions(), comparison, usesCache: simulates
    ) { progress?("as it is: \($0.stage)", $0.done, $0.total) }
  }

  /// What moves with changes; nothing moves without any.
  ///
  /// - Parameters:
  ///   - changes: What is otherwise, in the order in which it is applied.
  ///   - progress: Told of each step of the comparison.
  /// - Throws: ``CaseworkFailure`` where a change names what the case does not have.
  public func result(
    _ changes: [CaseChange],
    progress: (@Sendable (_ stage: String, _ done: Int, _ total: Int) -> Void)? = nil
  ) throws(CaseworkFailure) -> WhatIfResult {
    let (subject, words) = try Self.changed(opened.subject, by: changes)
    let after =
      changes.isEmpty
      ? before
      : try Self.digest(opened, subject, AssessmentOptions(), comparison) {
        progress?("as it would be: \($0.stage)", $0.done, $0.total)
      }
    return WhatIfResult(AssessmentDifference(from: before, to: after, changes: words))
  }

  /// A case with changes, and the changes in words.
  static func changed(
    _ subject: Case, by changes: [CaseChange]
  ) throws(CaseworkFailure) -> (case: Case, words: [String]) {
    var subject = subject
    var words: [String] = []
    for change in changes {
      let next = try change.applied(to: subject)
      subject = next.case
      words.append(next.words)
    }
    return (subject, words)
  }

  /// What of the assessment of a case can move.
  static func digest(
    _ opened: OpenedCase, _ subject: Case, _ options: AssessmentOptions,
    _ comparison: ComparisonOptions, usesCache: Bool = false,
    progress: (@Sendable (ComparisonProgress) -> Void)? = nil
  ) throws(CaseworkFailure) -> AssessmentDigest {
    let conduct =
      comparison.includesTrust
      ? ComparisonRun.compare(
        subject, options: comparison, usesCache: usesCache, progress: progress)
      : ComparisonRun.verdict(subject, options: comparison)
    let assessment = CaseAssessment(
      of: subject, options: options, conduct: conduct, game: opened.game,
      machineCoded: opened.machineCoded)
    do {
      // By way of its JSON, so that a saved assessment and a fresh one read the same.
      return try JSONDecoder().decode(
        AssessmentDigest.self, from: Data(try AssessmentJSON.encode(assessment).utf8))
    } catch {
      throw .badInput("\(opened.folder): the assessment holds a number that is not finite")
    }
  }
}
