/// Cuts running text into sentences.
///
/// A sentence ends at a full stop, question or exclamation mark (and a closing quotation mark after
/// it) before a blank and a capital letter, digit or opening quotation mark; at a blank line; and
/// never after a title or an abbreviation such as "Gen." or "U.S.".
public enum SentenceSplitter {
  /// The sentences of a text in order, blanks at their ends and line breaks within them mended.
  ///
  /// - Complexity: O(*n*) in the bytes of the text.
  public static func sentences(of text: some StringProtocol) -> [String] {
    var text = String(text)
    return text.withUTF8 { bytes in
      var sentences: [String] = []
      var start = 0
      var index = 0
      while index < bytes.count {
        if let next = boundary(bytes, index, from: start) {
          append(bytes, start, next.end, to: &sentences)
          start = next.next
          index = next.next
        } else {
          index += 1
        }
      }
      append(bytes, start, bytes.count, to: &sentences)
      return sentences
    }
  }

  private static func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, to sentences: inout [String]
  ) {
    var plain: [UInt8] = []
    plain.reserveCapacity(end - start)
    var blank = false
    var index = start
    while index < end {
      let byte = bytes[index]
      let isNoBreak = byte == 0xC2 && index + 1 < end && bytes[index + 1] == 0xA0
      if byte <= 0x20 || byte == 0x7F || isNoBreak {
        blank = true
        index += isNoBreak ? 2 : 1
        continue
      }
      if blank, !plain.isEmpty { plain.append(0x20) }
      blank = false
      plain.append(byte)
      index += 1
    }
    if !plain.isEmpty { sentences.append(String(decoding: plain, as: UTF8.self)) }
  }

  private static func boundary(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, from start: Int
  ) -> (end: Int, next: Int)? {
    let byte = bytes[index]
    if byte == 0x0A {
      // A blank line, or a line break after which a list or a headline begins.
      var next = index + 1
      while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 || bytes[next] == 0x0D {
        next += 1
      }
      return next < bytes.count && bytes[next] == 0x0A ? (index, next) : nil
    }
    let isEllipsis =
      byte == 0xE2 && index + 2 < bytes.count && bytes[index + 1] == 0x80
      && bytes[index + 2] == 0xA6
    guard byte == 0x2E || byte == 0x21 || byte == 0x3F || isEllipsis else { return nil }
    var end = index + (isEllipsis ? 3 : 1)
    while end < bytes.count {
      if bytes[end] == 0x22 || bytes[end] == 0x27 || bytes[end] == 0x29 || bytes[end] == 0x5D {
        end += 1
      } else if isQuote(bytes, end, closing: true) {
        end += 3
      } else {
        break
      }
    }
    guard end < bytes.count, bytes[end] <= 0x20 else { return nil }
    var next = end
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
    guard next < bytes.count, startsSentence(bytes, next) else { return nil }
    if byte == 0x2E, isAbbreviation(bytes, index, from: start, next: next) { return nil }
    return (end, next)
  }

  private static func isQuote(
    _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, closing: Bool
  ) -> Bool {
    guard index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x80 else {
      return false
    }
    let last = bytes[index + 2]
    return closing ? last == 0x9D || last == 0x99 : last == 0x9C || last == 0x98
  }

  private static func startsSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let byte = bytes[index]
    return (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x22
      || byte == 0x27 || byte == 0x5B || byte == 0x28 || byte == 0xC3
      || isQuote(bytes, index, closing: false)
  }

  private static func isAbbreviation(
    _ bytes: UnsafeBufferPointer<UInt8>, _ stop: Int, from start: Int, next: Int
  ) -> Bool {
    var first = stop
    while first > start, Letters.isASCIILetter(bytes[first - 1]) || bytes[first - 1] == 0x2E {
      first -= 1
    }
    let word = String(decoding: bytes[first..<stop], as: UTF8.self)
    if word.utf8.count == 1, word.utf8.first.map({ (0x41...0x5A).contains($0) }) == true {
      return word != "I"
    }
    if word.utf8.contains(0x2E) {
      // "U.S." ends a sentence only before a word that usually begins one.
      var last = next
      while last < bytes.count, Letters.isASCIILetter(bytes[last]) { last += 1 }
      return !openers.contains(String(decoding: bytes[next..<last], as: UTF8.self))
    }
    return abbreviations.contains(word.lowercased())
  }

  private static let openers: Set<String> = [
    "The", "In", "It", "He", "She", "They", "But", "A", "On", "At", "This", "That", "These", "We",
    "As", "After", "However", "And", "An", "For", "If", "When", "Its", "Their", "His", "Her",
  ]

  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "st", "gen", "sen", "rep", "no", "vs", "jan", "feb", "mar", "apr",
    "aug", "sept", "sep", "oct", "nov", "dec", "lt", "col", "maj", "capt", "sgt", "gov", "prof",
    "rev", "hon", "adm", "brig", "messrs", "jr", "sr", "etc", "approx", "est", "ft", "mt", "pres",
    "art", "fig", "vol", "pp", "cf", "al", "inc", "ltd", "co", "corp", "dept", "min",
  ]
}
