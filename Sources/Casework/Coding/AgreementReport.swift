import Conduct
public import Diplomacy
import Estimation
import Reporting

/// How far the coders of a case agree, and what follows from each coding, to be shown.
public enum AgreementReport {
  /// The agreement by column with its interval, as a piece of a page; nothing where there is no second
  /// coding.
  ///
  /// - Parameters:
  ///   - subject: The case.
  ///   - includesVerdict: Whether the stories are weighed under each coding, which takes longer.
  /// - Throws: ``CaseworkFailure`` where the stories cannot be weighed.
  public static func fragment(
    of subject: Case, includesVerdict: Bool
  ) throws(CaseworkFailure) -> String {
    guard !subject.codings.isEmpty else { return "" }
    let found = try CodingComparison(
      subject, options: ComparisonOptions(includesTrust: false), draws: 0,
      includesVerdict: includesVerdict && !subject.explanations.isEmpty)
    return HTMLReport.fragment(CodingReport.report(CodingAgreement(found)))
  }
}

extension CodingAgreement {
  /// The numbers of a comparison of codings.
  init(_ found: CodingComparison) {
    self.init(
      columns: found.columns.map {
        Column(
          name: $0.name, coders: $0.coders, alpha: $0.agreement.alpha,
          interval: $0.agreement.interval, agreement: $0.agreement.agreement,
          rows: $0.agreement.units)
      },
      stories: found.explanations,
      readings: found.readings.map { Reading(coder: $0.name, probabilities: $0.all) })
  }
}
