/// The bytes of a sentence, to be asked whether some words stand in them.
struct SentenceText {
  let bytes: UnsafeBufferPointer<UInt8>

  /// Whether some small letters and blanks stand in the sentence, in capitals or not.
  func holds(_ words: StaticString) -> Bool {
    let needle = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
    guard let first = needle.first, needle.count <= bytes.count else { return false }
    let last = bytes.count - needle.count
    var start = 0
    while start <= last {
      if bytes[start] | 0x20 == first {
        var offset = 1
        while offset < needle.count,
          bytes[start + offset] == needle[offset] || bytes[start + offset] | 0x20 == needle[offset]
        {
          offset += 1
        }
        if offset == needle.count { return true }
      }
      start += 1
    }
    return false
  }
}
