public import Diplomacy

/// A stretch of a sentence: UTF-8 offsets, the end excluded.
public struct TextSpan: Hashable, Sendable {
  /// The first byte.
  public let start: Int
  /// The byte after the last one.
  public let end: Int

  /// Makes a span.
  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }
}

extension TextSpan: Codable {
  /// Reads the two offsets.
  public init(from decoder: any Decoder) throws {
    var list = try decoder.unkeyedContainer()
    start = try list.decode(Int.self)
    end = try list.decode(Int.self)
  }

  /// Writes the two offsets.
  public func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    try list.encode(start)
    try list.encode(end)
  }
}

/// An act read from a sentence, with what shows it.
public struct CodedAct: Hashable, Sendable {
  /// Where the parties and the act are in the sentence.
  public struct Spans: Hashable, Sendable, Codable {
    /// The words that name who acted; absent where it was inferred.
    public let source: TextSpan?
    /// The words that show the act.
    public let action: TextSpan
    /// The words that name who was acted upon; absent where it was inferred.
    public let target: TextSpan?
  }

  /// Who acted.
  public let source: ActorCode
  /// The organ that acted; empty where the sentence does not say.
  public let sourceOrgan: String
  /// Who was acted upon; the source itself where the act stays within a state.
  public let target: ActorCode
  /// The organ acted upon.
  public let targetOrgan: String
  /// What was done.
  public let code: EventCode
  /// The sentence.
  public let sentence: String
  /// The place of the sentence in its text, counted from one.
  public let sentenceNumber: Int
  /// The words that show it.
  public let spans: Spans
  /// The pattern and the rules that gave the code, such as "summon * ambassador".
  public let rule: String
  /// How well the sentence says the act is established.
  public let status: EventStatus
  /// What the sentence does not say and the coder took from its context.
  public let inferred: [String]
  /// The days on which the act may have happened, where text or date of publication tell.
  public let date: DateSpan?
  /// The level of contact touched.
  public let channel: ChannelLevel?
  /// What the act did to that contact.
  public let channelEffect: ChannelEffect?
  /// The issue, by the case's own words.
  public let issue: String
  /// Kinds of conciliation in the act.
  public let conciliation: [String]
}
