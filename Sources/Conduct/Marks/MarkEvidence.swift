import Diplomacy

/// What the kinds of the focal side's hostile acts say of each explanation, their times given.
///
/// Given that an act is hostile, its kind is drawn from a mix that the story shifts (``MarkTable``);
/// the mix is Dirichlet, one for the days on which the story's condition holds and one for the
/// rest. The evidence is the Dirichlet-multinomial probability of the kinds, which is the product,
/// act by act, of the share expected after the acts before it: so every act has a weight of its own
/// beside the weight of its time, and counts and times are not used twice.
///
/// > Minka, T. "Estimating a Dirichlet distribution." Technical report, MIT, 2000 (eq. 3 and 5).
public struct MarkEvidence: Hashable, Sendable {
  /// A hostile act with the kinds that its code may stand for.
  struct Mark: Hashable, Sendable {
    let id: String
    let kinds: [HostileKind]
    /// The middle of the days on which it may have happened, from the start of the window.
    let day: Double
  }

  /// The ids of the explanations in the order of the case.
  public let explanations: [String]
  /// The evidence, act by act.
  public let part: EvidencePart
  /// The number of hostile acts that have a kind.
  public var count: Int { part.acts.count }

  /// Weighs the kinds of the acts of a record.
  ///
  /// - Parameters:
  ///   - subject: The case, for the codes of its rows and its explanations.
  ///   - record: The acts that count.
  ///   - table: What each story expects.
  ///   - end: The day, from the start of the window, before which acts count; all where nothing.
  init(
    _ subject: Case, record: ConductRecord, candidates: [Candidate], table: MarkTable,
    end: Int? = nil
  ) {
    let marks = Self.marks(of: subject, record).filter { mark in
      end.map { mark.day < Double($0) } ?? true
    }
    self.init(marks, candidates: candidates, table: table)
  }

  init(_ marks: [Mark], candidates: [Candidate], table: MarkTable) {
    var courses = candidates.map { MarkCourse($0, table: table) }
    let gains = marks.map { mark in
      EvidencePart.Gain(id: mark.id, gains: courses.indices.map { courses[$0].add(mark) })
    }
    explanations = candidates.map(\.id)
    part = EvidencePart(
      aspect: .kinds,
      logEvidence: candidates.indices.map { index in
        gains.reduce(0) { $0 + $1.gains[index] }
      }, acts: gains)
  }

  /// The mix that an explanation expects once it has learned from acts.
  static func learned(
    from marks: [Mark], candidate: Candidate, table: MarkTable
  ) -> MarkCourse {
    var course = MarkCourse(candidate, table: table)
    for mark in marks { _ = course.add(mark) }
    return course
  }

  /// The hostile acts of the actor in order of time, closures of contact among them.
  static func marks(of subject: Case, _ record: ConductRecord) -> [Mark] {
    let codes = Dictionary(subject.events.map { ($0.id, $0.code) }) { first, _ in first }
    return record.acts.compactMap { act in
      guard act.role == .hostile || act.role == .closure, let code = codes[act.id] else {
        return nil
      }
      let kinds = HostileKind.all(of: code)
      guard !kinds.isEmpty else { return nil }
      return Mark(id: act.id, kinds: kinds, day: Double(act.first + act.last) / 2)
    }
    .sorted { ($0.day, $0.id) < ($1.day, $1.id) }
  }
}
