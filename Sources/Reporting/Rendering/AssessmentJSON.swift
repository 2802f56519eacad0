public import Assessment

/// An assessment as JSON for machines and for later comparison.
public enum AssessmentJSON {
  /// The JSON: keys in alphabetical order, numbers in their shortest exact form, a final line break.
  ///
  /// The same assessment gives the same bytes. An array of plain values stays on one line. The brief
  /// stands beside the fields of the assessment, as text.
  ///
  /// - Throws: `EncodingError` where a number is not finite, which JSON cannot hold.
  public static func encode(
    _ assessment: CaseAssessment, likelihood: LikelihoodWords = .icd203
  ) throws -> String {
    try JSONText.text(Output(assessment: assessment, likelihood: likelihood))
  }

  private struct Output: Encodable {
    let assessment: CaseAssessment
    let likelihood: LikelihoodWords

    private enum CodingKeys: String, CodingKey {
      case brief
    }

    func encode(to encoder: any Encoder) throws {
      try assessment.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(Brief(of: assessment, likelihood: likelihood), forKey: .brief)
    }
  }
}
