/// What one check found: a verdict with the number and the rows it rests on.
public struct Finding: Hashable, Sendable, Codable {
  /// The verdict.
  public let verdict: Verdict
  /// The kind of check that was run.
  public let check: String
  /// The number that was computed, in the unit stated; nothing where there is none.
  public let computed: Double?
  /// The smallest and largest value that uncertain dates allow, where they differ.
  public let range: [Double]?
  /// The unit of the number: rows, days, share or level.
  public let unit: String
  /// The ids of the rows on which the verdict rests.
  public let rows: [String]
  /// The verdict's reason in one sentence.
  public let reason: String
  /// The findings of the parts, where the check has several.
  public let parts: [Finding]

  init(
    _ verdict: Verdict, check: String, computed: Double? = nil, range: [Double]? = nil,
    unit: String = "", rows: [String] = [], reason: String, parts: [Finding] = []
  ) {
    self.verdict = verdict
    self.check = check
    self.computed = computed
    self.range = range
    self.unit = unit
    self.rows = rows
    self.reason = reason
    self.parts = parts
  }

  static func untested(_ check: String, _ reason: String, rows: [String] = []) -> Finding {
    Finding(.untested, check: check, rows: rows, reason: reason)
  }
}
