public import Conduct
public import Diplomacy

/// The comparison of a case's explanations, from the cache where it was made before.
public enum ComparisonRun {
  /// Compares the explanations of a case, or takes the comparison from the cache.
  ///
  /// - Parameters:
  ///   - subject: The case.
  ///   - options: The choices behind the comparison.
  ///   - usesCache: Whether a comparison made before may be taken, and this one kept.
  ///   - progress: Told of each step.
  /// - Returns: The comparison, the reason why there is none, or nothing where the case has no
  ///   explanations.
  public static func compare(
    _ subject: Case, options: ComparisonOptions, usesCache: Bool = true,
    progress: (@Sendable (ComparisonProgress) -> Void)? = nil
  ) -> Result<ConductAssessment, Problem>? {
    guard !subject.explanations.isEmpty else { return nil }
    let cache = usesCache ? ComparisonCache(subject, options) : nil
    if let found = cache?.load() { return .success(found) }
    do {
      let comparison = try ExplanationComparison.compare(
        subject, options: options, progress: progress)
      cache?.store(comparison)
      return .success(comparison)
    } catch {
      return .failure(error)
    }
  }
}
