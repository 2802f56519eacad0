public import Assessment
import Diplomacy

/// The report of an assessment: the brief, then its sections in the order of a reader's questions.
public enum AssessmentReport {
  /// The questions, each with the functions that write the sections under it; a new engine adds its
  /// own to this list.
  ///
  /// A section whose engine found nothing to say returns nothing and is left out.
  private static let parts: [(question: String, sections: [Writer])] = [
    ("What was claimed?", [SummarySection.section(for:)]),
    (
      "What happened?",
      [
        CourseSection.section(for:), TurningPointsSection.section(for:),
        ChannelsSection.section(for:), LeversSection.section(for:),
        DemandsSection.section(for:),
      ]
    ),
    ("What speaks for and against each sentence?", [LedgerSection.section(for:)]),
    (
      "Which explanation, and how sure?",
      [
        ExplanationsSection.section(for:), ContentSection.section(for:),
        TrustSection.section(for:),
        ReactionsSection.section(for:),
      ]
    ),
    ("Was it rational?", [RationalitySection.section(for:)]),
    ("What next?", [ProspectsSection.section(for:), OutlookSection.section(for:)]),
    (
      "On what does it rest?",
      [
        RecordSection.section(for:), SourcesSection.section(for:),
        MachineCodedSection.section(for:), MethodSection.section(for:),
      ]
    ),
  ]

  private typealias Writer = @Sendable (CaseAssessment) -> Section?

  /// The report.
  ///
  /// - Parameters:
  ///   - assessment: The assessment.
  ///   - likelihood: The yardstick whose words name a probability.
  public static func report(
    for assessment: CaseAssessment, likelihood: LikelihoodWords = .icd203
  ) -> Report {
    let brief = Brief(of: assessment, likelihood: likelihood, hasRecord: true)
    let sections = parts.flatMap { part in
      part.sections.compactMap { write in
        var section = write(assessment)
        section?.question = part.question
        return section
      }
    }
    return Report(
      title: assessment.subject.title, lead: BriefDocument.blocks(of: brief), sections: sections)
  }

  /// The ledger alone.
  public static func ledger(for assessment: CaseAssessment) -> Report {
    var entries = LedgerSection.section(for: assessment)
    entries?.question = ""
    return Report(title: assessment.subject.title, sections: entries.map { [$0] } ?? [])
  }
}
