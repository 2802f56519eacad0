/// Tells letters, digits and marks apart, byte by byte: sentences and the names of the tables are cut
/// by the same rules.
enum Letters {
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
}
