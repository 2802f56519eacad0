public import Assessment
public import Conduct

/// The assessment of an opened case.
public enum AssessmentRun {
  /// Assesses a case that was opened whole.
  ///
  /// - Parameters:
  ///   - opened: The case with its game and machine-coded events.
  ///   - options: Scale and seed.
  ///   - comparison: The choices behind the comparison of explanations; nothing leaves it out.
  ///   - usesCache: Whether a comparison made before may be taken, and this one kept.
  ///   - progress: Told of each step of the comparison.
  public static func assess(
    _ opened: OpenedCase, options: AssessmentOptions = AssessmentOptions(),
    comparison: ComparisonOptions?, usesCache: Bool = true,
    progress: (@Sendable (ComparisonProgress) -> Void)? = nil
  ) -> CaseAssessment {
    let conduct = comparison.flatMap { choices in
      ComparisonRun.compare(
        opened.subject, options: choices, usesCache: usesCache, progress: progress)
    }
    return CaseAssessment(
      of: opened.subject, options: options, conduct: conduct, game: opened.game,
      machineCoded: opened.machineCoded)
  }
}
