public import Diplomacy
public import Relations

/// The course of one direction: all acts, and words and deeds apart.
public struct DirectionCourse: Hashable, Sendable, Encodable {
  /// The course of all acts.
  public let all: RelationCourse
  /// The course of words: verbal cooperation and conflict.
  public let words: RelationCourse
  /// The course of deeds: material cooperation and conflict.
  public let deeds: RelationCourse

  /// Computes the three courses of a direction.
  ///
  /// - Parameters:
  ///   - dyad: The direction.
  ///   - subject: The case.
  ///   - options: Scale and seed.
  ///   - draws: The draws behind the bands.
  public init(of dyad: Dyad, in subject: Case, options: AssessmentOptions, draws: Int = 200) {
    let settings = CourseSettings(draws: draws, seed: options.seed)
    func course(_ part: CoursePart) -> RelationCourse {
      RelationCourse(of: dyad, part: part, on: options.scale, in: subject, settings: settings)
    }
    all = course(.all)
    words = course(.words)
    deeds = course(.deeds)
  }

  /// The course of one part.
  public func course(_ part: CoursePart) -> RelationCourse {
    switch part {
    case .all: all
    case .words: words
    case .deeds: deeds
    }
  }

  private enum CodingKeys: String, CodingKey {
    case words, deeds
  }

  /// Writes the fields of the whole course, with words and deeds beside them.
  public func encode(to encoder: any Encoder) throws {
    try all.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(words, forKey: .words)
    try container.encode(deeds, forKey: .deeds)
  }
}
