public import Conduct

extension CaseAssessment {
  /// What each side asked of the other, and what became of it.
  public var demands: DemandLedger { DemandLedger(subject, scale: options.scale) }
}
