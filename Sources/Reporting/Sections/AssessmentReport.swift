public import Assessment
import Diplomacy

/// The report of an assessment: its sections in the order in which a reader needs them.
public enum AssessmentReport {
  /// The functions that write the sections; a new engine adds its own to this list.
  ///
  /// A section whose engine found nothing to say returns nothing and is left out.
  private static let sections: [@Sendable (CaseAssessment) -> Section?] = [
    SummarySection.section(for:),
    LedgerSection.section(for:),
    CourseSection.section(for:),
    TurningPointsSection.section(for:),
    ChannelsSection.section(for:),
    LeversSection.section(for:),
    DemandsSection.section(for:),
    ReactionsSection.section(for:),
    ExplanationsSection.section(for:),
    ContentSection.section(for:),
    TrustSection.section(for:),
    RationalitySection.section(for:),
    MachineCodedSection.section(for:),
    RecordSection.section(for:),
    MethodSection.section(for:),
  ]

  /// The report.
  public static func report(for assessment: CaseAssessment) -> Report {
    Report(
      title: assessment.subject.title, sections: sections.compactMap { $0(assessment) })
  }

  /// The ledger alone.
  public static func ledger(for assessment: CaseAssessment) -> Report {
    let entries = LedgerSection.section(for: assessment)
    return Report(title: assessment.subject.title, sections: entries.map { [$0] } ?? [])
  }
}
