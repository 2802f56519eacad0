public import Diplomacy

/// Reads acts from text by patterns, actors and the order of words.
///
/// Every act names the pattern and the rules that gave it, and the words that show it. The coder
/// needs no model and no network, and gives the same acts for the same text.
///
/// > Schrodt, P. A. *CAMEO: Conflict and Mediation Event Observations, Event and Actor Codebook*,
/// > version 1.1b3, 2012; Open Event Data Alliance, *PLOVER*, draft 0.8, 2021.
public struct EventCoder: Sendable {
  /// The words, patterns and actors.
  public let lexicon: Lexicon
  /// What may be taken for granted.
  public let options: CodingOptions

  /// Makes a coder.
  public init(lexicon: Lexicon = .standard, options: CodingOptions = CodingOptions()) {
    self.lexicon = lexicon
    self.options = options
  }

  /// Reads the acts of a text, sentence by sentence.
  ///
  /// - Parameters:
  ///   - text: Running text of any length.
  ///   - published: The day it was published, against which "on Tuesday" is read.
  /// - Complexity: O(*n*) in the length of the text for sentences of ordinary length.
  ///   - headline: Its headline, which tells of whom the text speaks.
  public func acts(in text: String, published: Day? = nil, headline: String = "") -> [CodedAct] {
    acts(
      inSentences: SentenceSplitter.sentences(of: text), published: published, headline: headline)
  }

  /// Reads the acts of sentences that follow one another.
  public func acts(
    inSentences sentences: [String], published: Day? = nil, headline: String = ""
  ) -> [CodedAct] {
    var reader = TextReader(lexicon, options, published: published)
    if !headline.isEmpty { reader.observe(headline) }
    return sentences.flatMap { reader.read($0) }
  }
}
