public import Assessment

/// An assessment as JSON for machines and for later comparison.
public enum AssessmentJSON {
  /// The JSON: keys in alphabetical order, numbers in their shortest exact form, a final line break.
  ///
  /// The same assessment gives the same bytes. An array of plain values stays on one line.
  ///
  /// - Throws: `EncodingError` where a number is not finite, which JSON cannot hold.
  public static func encode(_ assessment: CaseAssessment) throws -> String {
    try JSONText.text(assessment)
  }
}
