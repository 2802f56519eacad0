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

  /// The verdict alone, as quickly as it can be had; nothing where the case has no explanations.
  static func verdict(
    _ subject: Case, options: ComparisonOptions
  ) -> Result<ConductAssessment, Problem>? {
    guard !subject.explanations.isEmpty else { return nil }
    return Result { () throws(Problem) in
      try ExplanationComparison.verdict(subject, options: options)
    }
  }

  /// The weight of every act and every silence for one explanation against another.
  ///
  /// - Throws: ``CaseworkFailure`` where the case has no explanation of that name, or the
  ///   explanations cannot be compared.
  package static func weights(
    _ subject: Case, options: ComparisonOptions, for favoured: String, against: String
  ) throws(CaseworkFailure) -> EvidenceWeights {
    let course: EvidenceCourse
    do {
      course = try ExplanationComparison.course(subject, options: options)
    } catch {
      throw .badInput([error])
    }
    let known = course.explanations
    if let missing = [favoured, against].first(where: { !known.contains($0) }) {
      throw .badInput(
        "\(subject.id) has no explanation '\(missing)'; it has \(known.joined(separator: ", "))",
        remedy: .explanations)
    }
    guard let weights = EvidenceWeights(course, for: favoured, against: against, of: subject)
    else { throw .badInput("\(subject.id): the explanations cannot be weighed") }
    return weights
  }
}
