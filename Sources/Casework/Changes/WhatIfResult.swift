public import Assessment
import Reporting

/// What moves with changes of a case, to be shown.
public struct WhatIfResult: Sendable {
  /// What moves.
  public let difference: AssessmentDifference

  init(_ difference: AssessmentDifference) { self.difference = difference }

  /// What moves, as a piece of a page.
  public var fragment: String { HTMLReport.fragment(DifferenceReport.report(difference)) }

  /// What moves, as the command line writes it as JSON.
  ///
  /// - Throws: Where a number is not finite.
  public func json() throws -> String { try JSONText.text(difference) }

  /// What moves, as a page of its own.
  public var page: String { HTMLReport.render(DifferenceReport.report(difference)) }

  /// Several of one case side by side, as a piece of a page.
  public static func sideBySide(_ results: [(name: String, result: WhatIfResult)]) -> String {
    HTMLReport.fragment(
      DifferenceReport.sideBySide(results.map { ($0.name, $0.result.difference) }))
  }

  /// Writes the forms of the result into a folder, all or none.
  ///
  /// - Throws: ``CaseworkFailure`` where that fails.
  public func write(into folder: String) throws {
    try AtomicFiles.write(
      [
        ("difference.html", page), ("difference.json", try json()),
        (Self.fragmentName, fragment),
      ], into: folder)
  }

  /// The name of the file that holds the piece of a page.
  public static let fragmentName = "difference.fragment.html"
}
