import Conduct
import Foundation

@testable import Assessment

/// The tutorial with its explanations compared in full, made once for all tests.
enum ExplainedSample {
  static let tutorial: CaseAssessment? = {
    guard let subject = ReportingSamples.stored("tutorial") else { return nil }
    var options = ComparisonOptions()
    options.draws = 20
    guard let conduct = try? ExplanationComparison.compare(subject, options: options) else {
      return nil
    }
    return CaseAssessment(of: subject, conduct: .success(conduct))
  }()
}
