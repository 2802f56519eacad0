public import Diplomacy

/// An assertion of an article as a machine drafted it, for a person to confirm.
public struct DraftedAssertion: Hashable, Sendable {
  /// The place of the sentence in the article, counted from one.
  public let sentenceNumber: Int
  /// The sentence.
  public let sentence: String
  /// What kind of thing it asserts.
  public let kind: AssertionKind
  /// The words that show it.
  public let cues: [String]
  /// How sure the article is: its own words, or "flat".
  public let certainty: String
  /// Whose conduct it speaks of; absent where the sentence names nobody.
  public let subject: ActorCode?
  /// The other actor it speaks of.
  public let object: ActorCode?
  /// The act it tells, where it tells one.
  public let act: CodedAct?
  /// Whether it was made from another assertion by rule and does not stand in the article.
  public let isImplied: Bool
  /// The purpose it names, for a motive.
  public let purpose: String
}

/// A reading of an article: of whom it speaks, what it asserts, which purposes it names.
public struct ArticleReading: Sendable {
  /// The article.
  public let document: NewsDocument
  /// Its sentences in their order.
  public let sentences: [String]
  /// The assertions, by sentence and kind.
  public let assertions: [DraftedAssertion]
  /// The actors named, most often named first.
  public let actors: [ActorCode]
  /// Whose purposes the article asserts.
  public let focal: ActorCode?
  /// The other side.
  public let counterpart: ActorCode?
  /// Days the article names, with the words around them.
  public let dates: [ArticleDate]
}

/// A day or span that an article names.
public struct ArticleDate: Hashable, Sendable {
  /// The sentence.
  public let sentenceNumber: Int
  /// The words.
  public let words: String
  /// The days, where they can be told.
  public let span: DateSpan?
}
