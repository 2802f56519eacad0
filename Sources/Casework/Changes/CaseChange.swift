public import Diplomacy

/// One thing about a case that could be otherwise.
public enum CaseChange: Hashable, Sendable {
  /// A row, an assertion or an item of evidence is left out.
  case withoutEntry(String)
  /// Every row and every item of evidence of a publisher is left out.
  case withoutPublisher(String)
  /// Rows whose publisher has one of these grades are left out.
  case withoutGrades(ClosedRange<Reliability>)
  /// A named date lies elsewhere.
  case date(String, DateSpan)
  /// A row has another code.
  case code(String, EventCode)
  /// A story has another prior weight.
  case prior(String, Double)
  /// The codes of a second coder take the place of the first's.
  case secondCoder(String)

  /// Reads what is left out: an id, `publisher:NAME`, or `source-grade:D-F`.
  ///
  /// - Throws: ``CaseworkFailure`` where the grades cannot be read.
  public init(without text: String) throws(CaseworkFailure) {
    if text.hasPrefix("publisher:") {
      self = .withoutPublisher(String(text.dropFirst("publisher:".count)))
      return
    }
    guard text.hasPrefix("source-grade:") else {
      self = .withoutEntry(text)
      return
    }
    let ends = text.dropFirst("source-grade:".count).split(
      separator: "-", omittingEmptySubsequences: false
    ).map { Reliability(rawValue: $0.uppercased()) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
      first <= last
    else {
      throw .usage("'\(text)': write grades from A to F, such as source-grade:D-F")
    }
    self = .withoutGrades(first...last)
  }

  /// Reads a setting as `NAME=VALUE`.
  ///
  /// - Throws: ``CaseworkFailure`` where the value cannot be read.
  public init(date text: String) throws(CaseworkFailure) {
    let (name, value) = try Self.parts(of: text, "a date", "goal=2025-07-10")
    do {
      self = .date(name, try DateSpan(parsing: value))
    } catch {
      throw .usage("'\(text)': \(error)")
    }
  }

  /// Reads a code as `ROW=CODE`.
  ///
  /// - Throws: ``CaseworkFailure`` where the value is no CAMEO code.
  public init(code text: String) throws(CaseworkFailure) {
    let (row, value) = try Self.parts(of: text, "a row", "E01=112")
    guard let code = EventCode(value) else {
      throw .usage("'\(text)': '\(value)' is no CAMEO code")
    }
    self = .code(row, code)
  }

  /// Reads a prior weight as `STORY=NUMBER`.
  ///
  /// - Throws: ``CaseworkFailure`` where the value is no number from 0.
  public init(prior text: String) throws(CaseworkFailure) {
    let (story, value) = try Self.parts(of: text, "a story", "rally=0.5")
    guard let prior = Double(value), prior >= 0, prior.isFinite else {
      throw .usage("'\(text)': '\(value)' is no weight; write a number from 0")
    }
    self = .prior(story, prior)
  }

  private static func parts(
    of text: String, _ what: String, _ example: String
  ) throws(CaseworkFailure) -> (String, String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw .usage("'\(text)': name \(what), = and a value, such as \(example)")
    }
    return (String(parts[0]), String(parts[1]))
  }
}
