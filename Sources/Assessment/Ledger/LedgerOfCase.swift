public import Diplomacy
import Relations

extension LedgerEntry {
  /// The ledger of a case alone, without the rest of an assessment.
  ///
  /// - Parameters:
  ///   - subject: The case.
  ///   - scale: The intensity scale.
  ///   - draws: The draws behind the courses that trend and low-point checks ask for.
  ///   - seed: The seed of those draws.
  ///   - readsCourses: Whether courses and turns are computed; the clauses that ask for them are
  ///     untested where they are not.
  public static func ledger(
    of subject: Case, on scale: IntensityScale = .goldsteinGDELT, draws: Int = 200,
    seed: UInt64 = 1, readsCourses: Bool = true
  ) -> [LedgerEntry] {
    let leaves = subject.assertions.flatMap(\.check.leaves)
    let asksForCourse = leaves.contains {
      if case .trend = $0 { return true }
      if case .turningPoint(let check) = $0 { return check.what == .lowPoint }
      return false
    }
    let asksForTurns = leaves.contains {
      if case .turningPoint(let check) = $0 { return check.what == .turningPoint }
      return false
    }
    let asksForChannels = leaves.contains {
      guard case .state(let check) = $0, case .channel = check.subject else { return false }
      return true
    }
    var courses: [Dyad: DirectionCourse] = [:]
    if asksForCourse, readsCourses {
      for dyad in [subject.focalDyad, subject.focalDyad.reversed] {
        courses[dyad] = DirectionCourse(
          of: dyad, in: subject, options: AssessmentOptions(scale: scale, seed: seed),
          draws: draws)
      }
    }
    var bare = subject
    if !asksForTurns || !readsCourses { bare.events = [] }
    let relation = RelationFindings(
      courses: courses, turningPoints: TurningPointAnalysis(of: bare, on: scale),
      channels: asksForChannels ? ChannelHistory.histories(in: subject) : [], in: subject, on: scale
    )
    let context = LedgerContext(subject: subject, scale: scale, relation: relation)
    return subject.assertions.map { LedgerEntry($0, context.tree(of: $0.check)) }
  }
}
