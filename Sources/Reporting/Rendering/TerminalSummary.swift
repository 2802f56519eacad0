public import Assessment

/// What an assessment found, on one screen of a terminal.
public enum TerminalSummary {
  /// The brief's answer and findings, in at most 22 lines of 80 columns.
  ///
  /// - Parameters:
  ///   - assessment: The assessment.
  ///   - likelihood: The yardstick whose words name a probability.
  ///   - width: The columns of the terminal; fewer than 20 are taken as 20.
  ///   - colour: Whether colours may be used; false where NO_COLOR is set or output is no terminal.
  public static func render(
    _ assessment: CaseAssessment, likelihood: LikelihoodWords = .icd203, width: Int = 80,
    colour: Bool
  ) -> String {
    BriefText.summary(
      Brief(of: assessment, likelihood: likelihood), width: width, colour: colour)
  }
}
