/// Two assessments held against each other: what moved.
public struct AssessmentDifference: Hashable, Sendable, Encodable {
  /// The version of this form.
  public static let schemaVersion = "1"

  /// The verdict on an assertion, or a part of one, before and after.
  public struct VerdictChange: Hashable, Sendable, Encodable {
    /// The id of the assertion; for a part, with its number behind a full stop.
    public let id: String
    /// The text of the assertion.
    public let text: String
    /// The verdict before; nothing where the assertion is new.
    public let before: String?
    /// The verdict after; nothing where the assertion is gone.
    public let after: String?
    /// The number found before.
    public let computedBefore: Double?
    /// The number found after.
    public let computedAfter: Double?

    /// Whether the verdict itself changed, and not only the number behind it.
    public var changesVerdict: Bool { before != after }
  }

  /// The probability of a story before and after.
  public struct StoryChange: Hashable, Sendable, Encodable {
    /// The id.
    public let id: String
    /// The probability before, with its band; nothing where the story is new or was not compared.
    public let before: AssessmentDigest.Story?
    /// The probability after.
    public let after: AssessmentDigest.Story?
  }

  /// The turns of one direction that are on one side only.
  public struct TurnChange: Hashable, Sendable, Encodable {
    /// Who acts toward whom.
    public let dyad: String
    /// Days that were turns before and are none now.
    public let gone: [String]
    /// Days that are turns only now.
    public let new: [String]
  }

  /// The state of a level of contact before and after.
  public struct ChannelChange: Hashable, Sendable, Encodable {
    /// The pair and the level.
    public let channel: String
    /// The spells before.
    public let before: [AssessmentDigest.Spell]
    /// The spells after.
    public let after: [AssessmentDigest.Spell]
  }

  /// What the stories came to.
  public struct Answer: Hashable, Sendable, Encodable {
    /// The leading story with those that cannot be told apart from it.
    public let leading: [String]
    /// The answer to the claim as the brief gives it, else the verdict on the stories.
    public let sentences: [String]
    /// What the brief's answer is called, such as `not-borne-out`; empty where there is no brief.
    public let name: String

    init(_ digest: AssessmentDigest) {
      leading = digest.leading
      name = digest.answer.first ?? ""
      sentences =
        digest.answer.count > 1
        ? Array(digest.answer.dropFirst()) : Array(digest.sentences.prefix(1))
    }
  }

  /// The ids of the cases.
  public let cases: [String]
  /// The title of the case after the change.
  public let title: String
  /// What was changed, in words; empty for two saved assessments.
  public let changes: [String]
  /// What a reader must know before comparing.
  public let notes: [String]
  /// What the stories came to before.
  public let before: Answer
  /// What the stories come to after.
  public let after: Answer
  /// How many whole assertions have each verdict: before, after.
  public let tallies: [String: [Int]]
  /// The assertions whose verdict or number moved.
  public let verdicts: [VerdictChange]
  /// Every story.
  public let stories: [StoryChange]
  /// The directions whose turns moved.
  public let turns: [TurnChange]
  /// The channels whose states moved.
  public let channels: [ChannelChange]
  /// Rows that counted before and do not now.
  public let rowsLost: [String]
  /// Rows that count now and did not before.
  public let rowsGained: [String]
  /// Rows that count in both with another date, code or weight.
  public let rowsChanged: [String]

  /// Whether nothing moved.
  public var isEmpty: Bool {
    verdicts.isEmpty && turns.isEmpty && channels.isEmpty && rowsLost.isEmpty
      && rowsGained.isEmpty && rowsChanged.isEmpty
      && stories.allSatisfy { $0.before == $0.after } && before == after
  }

  /// Holds two assessments against each other.
  ///
  /// - Parameters:
  ///   - before: The one assessment.
  ///   - after: The other.
  ///   - changes: What was changed in between, in words.
  public init(
    from before: AssessmentDigest, to after: AssessmentDigest, changes: [String] = []
  ) {
    cases = [before.subject, after.subject]
    title = after.title
    self.changes = changes
    notes = Self.notes(before, after)
    self.before = Answer(before)
    self.after = Answer(after)
    tallies = Self.tallies(before, after)
    verdicts = Self.joined(before.clauses, after.clauses, by: \.id).compactMap { old, new in
      guard old?.verdict != new?.verdict || old?.computed != new?.computed else { return nil }
      return VerdictChange(
        id: (new ?? old)?.id ?? "", text: (new ?? old)?.text ?? "", before: old?.verdict,
        after: new?.verdict, computedBefore: old?.computed, computedAfter: new?.computed)
    }
    stories = Self.joined(before.stories, after.stories, by: \.id).map { old, new in
      StoryChange(id: (new ?? old)?.id ?? "", before: old, after: new)
    }
    turns = Set(before.turns.keys).union(after.turns.keys).sorted().compactMap { dyad in
      let (old, new) = (Set(before.turns[dyad] ?? []), Set(after.turns[dyad] ?? []))
      guard old != new else { return nil }
      return TurnChange(
        dyad: dyad, gone: old.subtracting(new).sorted(), new: new.subtracting(old).sorted())
    }
    channels = Set(before.channels.keys).union(after.channels.keys).sorted().compactMap { name in
      let (old, new) = (before.channels[name] ?? [], after.channels[name] ?? [])
      return old == new ? nil : ChannelChange(channel: name, before: old, after: new)
    }
    let rows = Self.joined(before.rows, after.rows, by: \.id)
    rowsLost = rows.compactMap { $0?.counts == true && $1?.counts != true ? $0?.id : nil }
    rowsGained = rows.compactMap { $1?.counts == true && $0?.counts != true ? $1?.id : nil }
    rowsChanged = rows.compactMap { old, new in
      guard let old, let new, old.counts, new.counts else { return nil }
      return old.reading == new.reading ? nil : new.id
    }
  }

  private static func notes(_ before: AssessmentDigest, _ after: AssessmentDigest) -> [String] {
    var notes: [String] = []
    if before.subject != after.subject {
      notes.append("These are two cases, \(before.subject) and \(after.subject).")
    }
    if before.schemaVersion != after.schemaVersion {
      notes.append(
        "The assessments are of two forms, \(before.schemaVersion) and \(after.schemaVersion): "
          + "what only one of them has shows as a change.")
    }
    if before.scale != after.scale {
      notes.append("The scales of weights differ: \(before.scale) and \(after.scale).")
    }
    if before.stories.isEmpty != after.stories.isEmpty {
      notes.append("Only one of the assessments compares explanations.")
    }
    return notes
  }

  private static func tallies(
    _ before: AssessmentDigest, _ after: AssessmentDigest
  ) -> [String: [Int]] {
    var tallies: [String: [Int]] = [:]
    for (place, digest) in [before, after].enumerated() {
      for clause in digest.clauses where !clause.id.contains(".") {
        tallies[clause.verdict, default: [0, 0]][place] += 1
      }
    }
    return tallies
  }

  /// The entries of two lists by id, in the order of the second, then those of the first alone.
  private static func joined<Entry>(
    _ before: [Entry], _ after: [Entry], by id: (Entry) -> String
  ) -> [(Entry?, Entry?)] {
    let old = Dictionary(before.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
    let known = Set(after.map(id))
    return after.map { (old[id($0)], $0) }
      + before.filter { !known.contains(id($0)) }.map { ($0, nil) }
  }
}

extension AssessmentDifference {
  private enum CodingKeys: String, CodingKey {
    case schemaVersion, cases, title, changes, notes, before, after, tallies, verdicts, stories
    case turns, channels, rowsLost, rowsGained, rowsChanged, isEmpty
  }

  /// Writes the difference with the version of its form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.schemaVersion, forKey: .schemaVersion)
    try container.encode(cases, forKey: .cases)
    try container.encode(title, forKey: .title)
    try container.encode(changes, forKey: .changes)
    try container.encode(notes, forKey: .notes)
    try container.encode(before, forKey: .before)
    try container.encode(after, forKey: .after)
    try container.encode(tallies, forKey: .tallies)
    try container.encode(verdicts, forKey: .verdicts)
    try container.encode(stories, forKey: .stories)
    try container.encode(turns, forKey: .turns)
    try container.encode(channels, forKey: .channels)
    try container.encode(rowsLost, forKey: .rowsLost)
    try container.encode(rowsGained, forKey: .rowsGained)
    try container.encode(rowsChanged, forKey: .rowsChanged)
    try container.encode(isEmpty, forKey: .isEmpty)
  }
}
