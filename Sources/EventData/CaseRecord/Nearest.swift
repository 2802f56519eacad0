/// Finds the known word that a misspelt one most likely stands for.
package enum Nearest {
  /// The nearest of some words, or nothing where none is near.
  ///
  /// Near is at most a third of the letters off, and at least one letter may be.
  ///
  /// - Complexity: O(*k* *n* *m*) for *k* words of length *m* and a word of length *n* of at most 64.
  package static func word(to text: String, among words: some Sequence<String>) -> String? {
    let bytes = Array(text.lowercased().utf8)
    guard bytes.count <= 64 else { return nil }
    var best: (distance: Int, word: String)?
    for word in words {
      let other = Array(word.lowercased().utf8)
      let allowed = max(1, max(bytes.count, other.count) / 3)
      guard abs(other.count - bytes.count) <= allowed else { continue }
      let distance = distance(bytes, other)
      guard distance <= allowed else { continue }
      guard let known = best else {
        best = (distance, word)
        continue
      }
      if (distance, word) < known { best = (distance, word) }
    }
    return best?.word
  }

  /// How many letters to insert, drop, replace, or swap with a neighbour.
  ///
  /// > Damerau, F. J. "A technique for computer detection and correction of spelling errors."
  /// > *Communications of the ACM* 7(3), 1964 (restricted form: no part is edited twice).
  package static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        let replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var best = min(replaced, last[j] + 1, row[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          best = min(best, before[j - 2] + 1)
        }
        row.append(best)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
