/// Cuts a sentence into words, numbers and marks, byte by byte.
///
/// Letters are ASCII letters and everything above ASCII except the general punctuation block, so
/// that names in any script stay whole. An apostrophe or hyphen between letters belongs to the word;
/// an abbreviation keeps its full stops. Ill-formed bytes count as letters and do no harm.
struct Tokenizer {
  let lexicon: Lexicon
  private(set) var tokens: [Token] = []

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    tokens.reserveCapacity(64)
  }

  /// Cuts the bytes; the tokens of an earlier sentence are dropped.
  mutating func cut(_ text: UnsafeBufferPointer<UInt8>) {
    tokens.removeAll(keepingCapacity: true)
    var index = 0
    var lastEnd = -1
    while index < text.count {
      let byte = text[index]
      if byte <= 0x20 || byte == 0x7B || byte == 0x7D || byte == 0x60 {
        index += 1
        continue
      }
      if Self.isLoosePossessive(text, index), !tokens.isEmpty {
        tokens[tokens.count - 1].shape.insert(.possessive)
        tokens[tokens.count - 1].word = 0
        index += 2
        continue
      }
      let start = index
      if Self.isDigit(byte) {
        index = Self.numberEnd(text, index)
        append(text, start, index, [.number])
      } else if let length = Self.markLength(text, index) {
        index += length
        mark(text, start, index)
      } else {
        index = word(text, start)
      }
      if start == lastEnd, !tokens.isEmpty { tokens[tokens.count - 1].shape.insert(.joined) }
      lastEnd = index
    }
  }

  private mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ shape: Token.Shape
  ) {
    tokens.append(
      Token(start: Int32(start), end: Int32(end), word: 0, base: 0, name: 0, shape: shape))
  }

  private mutating func mark(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    var shape: Token.Shape = []
    var word: WordID = 0
    switch text[start] {
    case 0x2C:
      shape = .comma
      word = lexicon.comma
    case 0x26: word = lexicon.known.and
    case 0x2E, 0x3B, 0x3A, 0x3F, 0x21: shape = .stop
    case 0x22, 0x27: shape = .quote
    case 0xE2 where end - start == 3 && (0x98...0x9F).contains(text[start + 2]): shape = .quote
    default: break
    }
    tokens.append(
      Token(start: Int32(start), end: Int32(end), word: word, base: word, name: 0, shape: shape))
  }

  private mutating func word(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let abbreviation = Self.abbreviationEnd(text, start)
    var end = abbreviation ?? Self.lettersEnd(text, start)
    var shape: Token.Shape = .letters
    if abbreviation == nil {
      while end < text.count {
        let joint = Self.jointLength(text, end)
        guard joint > 0, end + joint < text.count, Self.isLetter(text, end + joint) else { break }
        if text[end] == 0x2D { shape.insert(.hyphenated) }
        end = Self.lettersEnd(text, end + joint)
      }
    }
    let whole = end
    if let bare = Self.withoutPossessive(text, start, end) {
      end = bare
      shape.insert(.possessive)
    } else if let after = Self.pluralPossessive(text, start, end) {
      shape.insert(.possessive)
      append(text, start, end, shape)
      describe(text, tokens.count - 1)
      return after
    }
    append(text, start, end, shape)
    describe(text, tokens.count - 1)
    return whole
  }

  private mutating func describe(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) {
    let start = Int(tokens[index].start)
    let bytes = UnsafeBufferPointer(rebasing: text[start..<Int(tokens[index].end)])
    var shape = tokens[index].shape
    let first = bytes[0]
    if (0x41...0x5A).contains(first) || (first == 0xC3 && bytes.count > 1 && bytes[1] < 0xA0) {
      shape.insert(.capital)
    }
    if bytes.count > 1, bytes.allSatisfy({ !(0x61...0x7A).contains($0) }) {
      shape.insert(.allCapitals)
    }
    let count = bytes.count
    if count > 3, bytes[count - 1] | 0x20 == 0x79, bytes[count - 2] | 0x20 == 0x6C {
      shape.insert(.adverb)
    }
    if count > 3, bytes[count - 1] == 0x74, Self.endsInNot(bytes) { shape.insert(.negated) }
    let base = lexicon.words.small(bytes)
    tokens[index].base = base
    tokens[index].word = shape.contains(.possessive) ? 0 : base
    tokens[index].name = lexicon.words.exact(bytes)
    if tokens[index].name == 0, shape.contains(.allCapitals), count > 3 {
      tokens[index].name = lexicon.words.capitalised(bytes)
    }
    tokens[index].shape = shape
  }
}

extension Tokenizer {
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func isASCIILetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether a letter starts at an index.
  static func isLetter(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let byte = text[index]
    return isASCIILetter(byte) || (byte >= 0x80 && markLength(text, index) == nil)
  }

  /// The length of a mark at an index: ASCII punctuation, Latin-1 signs, or general punctuation.
  static func markLength(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    let byte = text[index]
    if byte < 0x80 { return isASCIILetter(byte) || isDigit(byte) ? nil : 1 }
    if byte == 0xC2, index + 1 < text.count, (0x80...0xBF).contains(text[index + 1]) { return 2 }
    if byte == 0xE2, index + 2 < text.count, (0x80...0x81).contains(text[index + 1]) { return 3 }
    return nil
  }

  static func lettersEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = start
    while end < text.count {
      let byte = text[end]
      if isASCIILetter(byte) || isDigit(byte) && end > start {
        end += 1
      } else if byte >= 0x80, markLength(text, end) == nil {
        end += 1
      } else {
        break
      }
    }
    return max(end, start + 1)
  }

  static func numberEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = start
    while end < text.count {
      if isDigit(text[end]) {
        end += 1
      } else if text[end] == 0x2C || text[end] == 0x2E, end + 1 < text.count, isDigit(text[end + 1])
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// The end of an abbreviation such as U.S. or e.g., or nothing.
  static func abbreviationEnd(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    var end = start
    var letters = 0
    while end < text.count, isASCIILetter(text[end]) {
      guard end + 1 < text.count, text[end + 1] == 0x2E else {
        // A last letter without its full stop, as in "U.S".
        if letters > 0, end + 1 == text.count || !isLetter(text, end + 1) {
          return end + 1
        }
        break
      }
      letters += 1
      end += 2
    }
    return letters >= 2 ? end : nil
  }

  /// Whether an "'s" stands apart from its word, as tokenised texts write it.
  static func isLoosePossessive(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    text[index] == 0x27 && index > 0 && text[index - 1] == 0x20 && index + 1 < text.count
      && text[index + 1] == 0x73 && (index + 2 == text.count || text[index + 2] <= 0x20)
  }

  /// The length of an apostrophe or hyphen that may join two parts of a word; zero where none.
  static func jointLength(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    if text[index] == 0x2D || text[index] == 0x27 { return 1 }
    if text[index] == 0xE2, index + 2 < text.count, text[index + 1] == 0x80,
      text[index + 2] == 0x99
    {
      return 3
    }
    return 0
  }

  private static func withoutPossessive(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    guard end - start > 2, text[end - 1] == 0x73 else { return nil }
    if text[end - 2] == 0x27 { return end - 2 }
    if end - start > 4, text[end - 2] == 0x99, text[end - 3] == 0x80, text[end - 4] == 0xE2 {
      return end - 4
    }
    return nil
  }

  /// Where "Palestinians' offices" goes on after the apostrophe, or nothing.
  private static func pluralPossessive(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    guard end - start > 2, text[end - 1] == 0x73, end < text.count else { return nil }
    let joint = jointLength(text, end)
    guard joint > 0, text[end] != 0x2D, end + joint + 1 < text.count, text[end + joint] == 0x20,
      (0x61...0x7A).contains(text[end + joint + 1])
    else { return nil }
    return end + joint
  }

  private static func endsInNot(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = bytes.count
    if bytes[count - 2] == 0x27 { return bytes[count - 3] == 0x6E }
    return count > 5 && bytes[count - 2] == 0x99 && bytes[count - 5] == 0x6E
  }
}
