/// One word, number or mark of a sentence.
struct Token: Sendable {
  /// The first byte of the token in the sentence.
  var start: Int32
  /// The byte after its last one; a possessive ending is left out.
  var end: Int32
  /// The word in small letters, or zero where the lexicon does not know it or it is a possessive.
  var word: WordID
  /// The word in small letters without a possessive ending, or zero.
  var base: WordID
  /// The word as written, without a possessive ending, or zero where no actor is named with it.
  var name: WordID
  var shape: Shape

  struct Shape: OptionSet, Sendable {
    let rawValue: UInt16
    /// Begins with a capital letter.
    static let capital = Shape(rawValue: 1)
    /// Ends in 's.
    static let possessive = Shape(rawValue: 2)
    /// Is made of letters.
    static let letters = Shape(rawValue: 4)
    /// Begins with a digit.
    static let number = Shape(rawValue: 8)
    /// Holds a hyphen between letters.
    static let hyphenated = Shape(rawValue: 16)
    /// Ends in -ly.
    static let adverb = Shape(rawValue: 32)
    /// Is a full stop, semicolon, colon, question or exclamation mark.
    static let stop = Shape(rawValue: 64)
    static let comma = Shape(rawValue: 128)
    /// Ends in n't.
    static let negated = Shape(rawValue: 256)
    /// Is an opening or closing quotation mark.
    static let quote = Shape(rawValue: 512)
    /// Has no small letter and more than one capital.
    static let allCapitals = Shape(rawValue: 1024)
    /// Touches the token before it.
    static let joined = Shape(rawValue: 2048)
    /// Is a year from 1000 to 1939.
    static let longPast = Shape(rawValue: 4096)
  }
}
