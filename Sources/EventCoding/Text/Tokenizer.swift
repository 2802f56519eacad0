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
      if Letters.isDigit(byte) {
        index = Letters.numberEnd(text, index)
        let isPast = Self.isLongPast(text, start, index)
        append(text, start, index, isPast ? [.number, .longPast] : [.number])
      } else if let length = Letters.markLength(text, index) {
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
    let abbreviation = Letters.abbreviationEnd(text, start)
    var end = abbreviation ?? Letters.lettersEnd(text, start)
    var shape: Token.Shape = .letters
    if abbreviation == nil {
      while end < text.count {
        let joint = Letters.jointLength(text, end)
        guard joint > 0, end + joint < text.count, Letters.isLetter(text, end + joint) else {
          break
        }
        if text[end] == 0x2D { shape.insert(.hyphenated) }
        end = Letters.lettersEnd(text, end + joint)
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
  /// Whether digits are a year from 1000 to 1939.
  private static func isLongPast(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    guard end - start == 4, text[start] == 0x31, !text[start..<end].contains(0x2C) else {
      return false
    }
    return text[start + 1] < 0x39 || (text[start + 1] == 0x39 && text[start + 2] < 0x34)
  }

  /// Whether an "'s" stands apart from its word, as tokenised texts write it.
  static func isLoosePossessive(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    text[index] == 0x27 && index > 0 && text[index - 1] == 0x20 && index + 1 < text.count
      && text[index + 1] == 0x73 && (index + 2 == text.count || text[index + 2] <= 0x20)
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
    let joint = Letters.jointLength(text, end)
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
