public import Conduct
public import Diplomacy
public import EventData
public import Relations
public import Strategy

/// What the record says of a claim: the value behind every report.
public struct CaseAssessment: Sendable {
  /// The version of the JSON form; it changes when a field is renamed or removed.
  public static let schemaVersion = "2"

  /// The case.
  public let subject: Case
  /// The choices behind the numbers.
  public let options: AssessmentOptions
  /// Every assertion of the article with its verdict.
  public let ledger: [LedgerEntry]
  /// How the clauses fare on variants of the record; nothing where none were asked for.
  public let stability: LedgerStability?
  /// The course of each direction between the focal actor and its counterpart, focal first.
  public let courses: [DirectionCourse]
  /// How unlike the conduct of the two sides was, focal side first.
  public let asymmetry: DirectionAsymmetry?
  /// When the conduct of each side turned, focal side first.
  public let turningPoints: TurningPointAnalysis
  /// The state of every level of contact on every day.
  public let channels: [ChannelHistory]
  /// The levers, when they were held, and the balance between each pair.
  public let levers: LeverLedger
  /// The rival explanations of the focal actor's conduct; nothing where they were not compared.
  public internal(set) var conduct: ConductAssessment?
  /// Why the explanations were not compared, where they were not.
  public let conductRefusal: String?
  /// Whether the conduct was rational in the game of the case; nothing where the case has none.
  public let game: CrisisGameAnalysis?
  /// For every act of the game the observer's beliefs beside those from the record; empty without one.
  public let beliefsByAct: [BeliefsByAct]
  /// The record held against machine-coded events; nothing where the case names none.
  public let machineCoded: BaselineComparison?
  /// The whole record.
  public let record: [RecordRow]
  /// How many rows take no part in computations, by reason.
  public let excluded: [Exclusion: Int]

  /// Assesses a case.
  ///
  /// - Parameters:
  ///   - subject: The case, already checked.
  ///   - options: Scale and seed.
  ///   - conduct: The comparison of explanations, which takes seconds and reports its progress, so
  ///     that the caller runs it; or why there is none.
  ///   - game: The analysis of the crisis game, where the case has one.
  ///   - machineCoded: Machine-coded events of the pair, where the case names a source of them.
  public init(
    of subject: Case, options: AssessmentOptions = AssessmentOptions(),
    conduct: Result<ConductAssessment, Problem>? = nil, game: CrisisGameAnalysis? = nil,
    machineCoded: [CodedEvent]? = nil
  ) {
    self.game = game
    let comparison = try? conduct?.get()
    beliefsByAct =
      game.map { BeliefsByAct.list($0, conduct: comparison, record: subject.events) } ?? []
    switch conduct {
    case .success(let comparison):
      self.conduct = comparison
      conductRefusal = nil
    case .failure(let problem):
      self.conduct = nil
      conductRefusal = problem.what
    case nil:
      self.conduct = nil
      conductRefusal = nil
    }
    self.subject = subject
    self.options = options
    courses = [subject.focalDyad, subject.focalDyad.reversed].map {
      DirectionCourse(of: $0, in: subject, options: options)
    }
    asymmetry = courses.count == 2 ? DirectionAsymmetry(courses[0].all, courses[1].all) : nil
    turningPoints = TurningPointAnalysis(of: subject, on: options.scale)
    channels = ChannelHistory.histories(in: subject)
    levers = LeverLedger(of: subject)
    self.machineCoded = machineCoded.map { events in
      BaselineComparison(
        record: subject.events, machine: events,
        pair: Pair(subject.focal, subject.counterpart), window: subject.window,
        scale: options.scale)
    }
    let byDyad = Dictionary(
      courses.map { ($0.all.dyad, $0) }, uniquingKeysWith: { first, _ in first })
    let context = LedgerContext(
      subject: subject, scale: options.scale,
      relation: RelationFindings(
        courses: byDyad, turningPoints: turningPoints, channels: channels,
        in: subject, on: options.scale))
    ledger = subject.assertions.map { LedgerEntry($0, context.tree(of: $0.check)) }
    stability =
      options.variants > 0
      ? LedgerStability(
        of: subject, on: options.scale, count: options.variants, seed: options.seed,
        readsCourses: false) : nil
    let readings = subject.readings(on: options.scale)
    record = readings.map(RecordRow.init)
    excluded = readings.compactMap(\.exclusion)
      .reduce(into: [:]) { counts, reason in counts[reason, default: 0] += 1 }
  }

  /// How many assertions have each verdict.
  public var verdicts: [Verdict: Int] {
    ledger.reduce(into: [:]) { counts, entry in counts[entry.verdict, default: 0] += 1 }
  }

  /// How many clauses have each verdict.
  public var clauseVerdicts: [Verdict: Int] {
    ledger.flatMap(\.clauses).reduce(into: [:]) { counts, clause in
      counts[clause.verdict, default: 0] += 1
    }
  }

  /// The course of a direction, where it is one of the two between the actors of the case.
  public func course(of dyad: Dyad) -> DirectionCourse? { courses.first { $0.all.dyad == dyad } }
}
