public import Diplomacy

/// A case as it was read, with everything that is wrong with it.
public struct CaseReading: Sendable {
  /// Why nothing could be read at all.
  public enum Obstacle: String, Hashable, Sendable {
    /// There is nothing at the path.
    case missing
    /// There is something, but it is not a case folder.
    case notACase
    /// It cannot be read.
    case unreadable
  }

  /// The case, or nothing where a problem is an error.
  public var `case`: Case?
  /// The case as far as it does not need its record, which is empty here where it was not kept;
  /// nothing where a problem is an error.
  public var frame: Case?
  /// The problems by file and line; of each severity at most some thousands.
  public var problems: [Problem]
  /// How many problems of each severity there are, kept or not.
  public var counts: [Problem.Severity: Int]
  /// What was read.
  public var tally: CaseTally
  /// Why nothing could be read at all.
  public var obstacle: Obstacle?

  /// Makes a reading.
  public init(
    case found: Case?, problems: [Problem], counts: [Problem.Severity: Int], tally: CaseTally,
    obstacle: Obstacle? = nil
  ) {
    self.case = found
    self.problems = problems
    self.counts = counts
    self.tally = tally
    self.obstacle = obstacle
  }

  /// Whether nothing is wrong: notes are let pass.
  public var isClean: Bool {
    counts[.error, default: 0] == 0 && counts[.flaw, default: 0] == 0
  }

  /// The reading with further problems, behind those it has.
  public func adding(_ further: [Problem]) -> CaseReading {
    guard !further.isEmpty else { return self }
    var sum = self
    sum.problems += further
    for problem in further { sum.counts[problem.severity, default: 0] += 1 }
    return sum
  }

  /// The problems that are errors.
  public var errors: [Problem] { problems.filter { $0.severity == .error } }
}

/// How much a case holds.
public struct CaseTally: Hashable, Sendable, Codable {
  /// Rows of the record.
  public var rows = 0
  /// Named dates.
  public var dates = 0
  /// Levers.
  public var levers = 0
  /// Explanations.
  public var explanations = 0
  /// Assertions.
  public var assertions = 0
  /// Items of evidence.
  public var evidence = 0
  /// Possible next acts, documents and silences.
  public var prospects = 0
  /// Rows and entries that are drafts and take no part.
  public var drafts = 0

  /// Makes an empty tally.
  public init() {}
}
