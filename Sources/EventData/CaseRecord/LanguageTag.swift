/// Tags of languages.
///
/// > Phillips, A., Davis, M. "Tags for Identifying Languages." BCP 47, RFC 5646, 2009.
package enum LanguageTag {
  /// Whether a text has the form of a tag: a language of two or three letters, then further parts.
  package static func isWellFormed(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    func isPlain(_ part: Substring, _ count: ClosedRange<Int>) -> Bool {
      count.contains(part.utf8.count)
        && part.utf8.allSatisfy {
          (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        }
    }
    guard let first = parts.first, isPlain(first, 2...3), first.utf8.allSatisfy({ $0 >= 0x41 })
    else { return false }
    return parts.dropFirst().allSatisfy { isPlain($0, 1...8) }
  }
}
