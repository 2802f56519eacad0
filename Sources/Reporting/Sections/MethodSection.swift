import Assessment
import Diplomacy
import Relations

/// The choices behind the numbers, so that anyone can make them again.
enum MethodSection {
  static func section(for assessment: CaseAssessment) -> Section? {
    let subject = assessment.subject
    var items: [Prose] = [
      "Weights of acts: \(strong: Glossary.name(assessment.options.scale)), \(code: assessment.options.scale.rawValue).",
      "Codes, labels and types: table \(code: EventCode.tableVersion).",
      "Seed of every random draw: \(code: String(assessment.options.seed)); the same case and seed give the same bytes.",
      "Window \(subject.window.description); baseline \(subject.baseline?.description ?? "none").",
      "Form of the JSON file: schemaVersion \(code: CaseAssessment.schemaVersion).",
    ]
    if let reasons = Glossary.exclusions(assessment.excluded) {
      items.append("Rows left out of computations: \(reasons).")
    }
    if let course = assessment.courses.first?.all {
      let settings = course.settings
      items.append(
        """
        Course: a level that wanders with a variance of \
        \(NumberFormat.short(settings.changePerDay)) a day, seen through acts with a standard \
        deviation of \(NumberFormat.short(settings.noise)); bands hold \
        \(NumberFormat.percent(settings.coverage)); \(settings.draws) draws of dates and paths.
        """)
    }
    if let channel = assessment.channels.first {
      let settings = channel.settings
      items.append(
        """
        Channels: a silence less likely than \(NumberFormat.percent(settings.strainedBelow)) strains, \
        one less likely than \(NumberFormat.percent(settings.suspendedBelow)) suspends; judged from \
        \(NumberFormat.count(settings.minimumContacts, "baseline contact")) on. A contact or restriction \
        tells the state for \(settings.contactDays) days, an ending for \(settings.closureDays); then it \
        is unknown.
        """)
    }
    items.append(
      """
      Not covered by any band: acts that the record lacks, errors of coding, and the choice of \
      scale and of the settings above. Strengths of levers are one coder's judgement.
      """)
    return Section(
      id: "method", title: "Method and provenance",
      headline: "How the numbers were made, and with which settings.",
      blocks: [.list(items)] + ExplanationMethod.blocks(for: assessment))
  }
}
