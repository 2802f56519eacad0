/// What of an assessment can change with the case: read from its JSON, of this program or an older one.
///
/// Fields that a form does not have are left empty, so that assessments of several versions can be
/// held against each other as far as both go.
public struct AssessmentDigest: Hashable, Sendable, Decodable {
  /// An assertion, or a part of one.
  public struct Clause: Hashable, Sendable {
    /// The id of the assertion; for a part, with its number behind a full stop.
    public let id: String
    /// The text of the assertion.
    public let text: String
    /// The verdict.
    public let verdict: String
    /// The number that the check found, where there is one.
    public let computed: Double?
  }

  /// The probability of a story.
  public struct Story: Hashable, Sendable, Codable {
    /// The id.
    public let id: String
    /// The probability, from 0 to 1.
    public let probability: Double
    /// The least value that the stated ranges of evidence allow.
    public let low: Double
    /// The greatest such value.
    public let high: Double
  }

  /// The state of a channel over some days.
  public struct Spell: Hashable, Sendable, Codable {
    /// The state.
    public let state: String
    /// The first day.
    public let from: String
    /// The last day.
    public let to: String
  }

  /// A row of the record as the assessment took it.
  public struct Row: Hashable, Sendable {
    /// The id.
    public let id: String
    /// Whether it counted.
    public let counts: Bool
    /// The days, the code and the weight, as they were read.
    public let reading: String
  }

  /// The version of the form.
  public private(set) var schemaVersion = ""
  /// The id of the case.
  public private(set) var subject = ""
  /// The title of the case.
  public private(set) var title = ""
  /// The scale of weights.
  public private(set) var scale = ""
  /// The assertions and their parts.
  public private(set) var clauses: [Clause] = []
  /// The stories in the order of the case.
  public private(set) var stories: [Story] = []
  /// The leading story with those that cannot be told apart from it.
  public private(set) var leading: [String] = []
  /// The verdict on the stories in words.
  public private(set) var sentences: [String] = []
  /// The answer of the brief, where the form has one: its name, then its sentences.
  public private(set) var answer: [String] = []
  /// The days on which conduct turned, by direction.
  public private(set) var turns: [String: [String]] = [:]
  /// The spells of each level of contact, by pair and level.
  public private(set) var channels: [String: [Spell]] = [:]
  /// The record.
  public private(set) var rows: [Row] = []

  private enum Key: String, CodingKey {
    case schemaVersion, subject = "case", title, scale, ledger, explanations, turningPoints
    case channels, record, brief
  }

  private struct Part: Decodable {
    let verdict: String
    let computed: Double?
    /// The clauses of an assertion, in form 2; the parts of a check, in form 1.
    let clauses: [Part]?
    let parts: [Part]?

    func listed(_ id: String, _ text: String) -> [Clause] {
      let own = clauses ?? parts ?? []
      // An assertion of one clause is that clause.
      let number = computed ?? (own.count == 1 ? own[0].computed : nil)
      let further = own.count > 1 ? own : []
      return [Clause(id: id, text: text, verdict: verdict, computed: number)]
        + further.enumerated().flatMap { $1.listed("\(id).\($0 + 1)", text) }
    }
  }

  private struct Entry: Decodable {
    let id: String
    let text: String?
    let part: Part

    private enum Key: String, CodingKey { case id, text }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      id = try container.decode(String.self, forKey: .id)
      text = try container.decodeIfPresent(String.self, forKey: .text)
      part = try Part(from: decoder)
    }
  }

  private struct Explanations: Decodable {
    struct One: Decodable {
      let id: String
      let posterior: Double
      let posteriorRange: [Double]?
    }
    struct Verdict: Decodable {
      let leading: [String]?
      let sentences: [String]?
    }
    let explanations: [One]
    let verdict: Verdict?
  }

  private struct BriefPart: Decodable {
    let answer: String?
    let sentences: [String]?
  }

  private struct Turns: Decodable {
    struct Direction: Decodable {
      struct Point: Decodable { let day: String }
      let dyad: String
      let points: [Point]
    }
    let directions: [Direction]
  }

  private struct Channel: Decodable {
    let pair: [String]
    let level: String
    let spells: [Spell]
  }

  private struct RecordEntry: Decodable {
    let id: String
    let date: String?
    let code: String?
    let weight: Double?
    let excluded: String?
  }

  /// Reads the digest of an assessment from its JSON.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    schemaVersion = try container.decode(String.self, forKey: .schemaVersion)
    subject = try container.decode(String.self, forKey: .subject)
    title = try container.decodeIfPresent(String.self, forKey: .title) ?? subject
    scale = try container.decodeIfPresent(String.self, forKey: .scale) ?? ""
    clauses = try container.decode([Entry].self, forKey: .ledger).flatMap {
      $0.part.listed($0.id, $0.text ?? "")
    }
    if let found = try container.decodeIfPresent(Explanations.self, forKey: .explanations) {
      stories = found.explanations.map { one in
        let range = one.posteriorRange ?? []
        return Story(
          id: one.id, probability: one.posterior, low: range.first ?? one.posterior,
          high: range.last ?? one.posterior)
      }
      leading = found.verdict?.leading ?? []
      sentences = found.verdict?.sentences ?? []
    }
    // The brief's form is its own; what cannot be read of it is left out.
    if let brief = try? container.decodeIfPresent(BriefPart.self, forKey: .brief) {
      answer = [brief.answer ?? ""] + (brief.sentences ?? [])
    }
    let directions = try container.decodeIfPresent(Turns.self, forKey: .turningPoints)
    turns = Dictionary(
      (directions?.directions ?? []).map { ($0.dyad, $0.points.map(\.day).sorted()) },
      uniquingKeysWith: { first, _ in first })
    channels = Dictionary(
      (try container.decodeIfPresent([Channel].self, forKey: .channels) ?? []).map {
        ("\($0.pair.joined(separator: "-")) \($0.level)", $0.spells)
      }, uniquingKeysWith: { first, _ in first })
    rows = (try container.decodeIfPresent([RecordEntry].self, forKey: .record) ?? []).map { row in
      let weight = row.weight.map { "\($0)" } ?? ""
      return Row(
        id: row.id, counts: row.excluded == nil,
        reading: [row.date ?? "", row.code ?? "", weight].joined(separator: " "))
    }
  }
}
