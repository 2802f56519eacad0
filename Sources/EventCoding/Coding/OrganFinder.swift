import Diplomacy

/// Finds which organ of a state a mention speaks of, from the words around it.
struct OrganFinder {
  let lexicon: Lexicon
  let tokens: [Token]

  /// The organ of a mention; empty where the words do not tell.
  ///
  /// - Parameter limit: The token at which the act begins or the next party is named.
  func organ(of mention: Mention, until limit: Int) -> String {
    let isPossessive = tokens[mention.end - 1].shape.contains(.possessive)
    let after = phrase(from: mention.end, until: limit)
    if mention.kind == .leader || (mention.kind == .body && !mention.organ.isEmpty) {
      // "Aliyev's representative" is not the president.
      return isPossessive ? organ(in: after) ?? mention.organ : mention.organ
    }
    if let organ = organ(in: after) { return organ }
    // "the president of Georgia", "the foreign minister of Chile", "officials in Kabul".
    var start = mention.start
    while start > 0, mention.start - start < 7, continuesBefore(start - 1) { start -= 1 }
    return organ(in: start..<mention.start) ?? mention.organ
  }

  private func phrase(from start: Int, until limit: Int) -> Range<Int> {
    var end = start
    while end < min(tokens.count, start + 7, max(limit, start)) {
      let mark = lexicon.classes(of: tokens[end].base)
      let isWord =
        tokens[end].shape.contains(.letters) && tokens[end].base != lexicon.known.of
        && tokens[end].base != lexicon.known.and
      if !isWord || mark.contains(.be) || mark.contains(.subord) || mark.contains(.locprep) {
        break
      }
      end += 1
    }
    return start..<end
  }

  private func continuesBefore(_ index: Int) -> Bool {
    let token = tokens[index]
    let mark = lexicon.classes(of: token.base)
    let known = lexicon.known
    return token.base == known.of || token.base == known.the || mark.contains(.organword)
      || mark.contains(.locprep) || mark.contains(.qualifier)
  }

  /// The organ that the words of a range name, the last one where they name several.
  func organ(in range: Range<Int>) -> String? {
    var found: String?
    for index in range {
      guard let organ = lexicon.organs[tokens[index].base] else { continue }
      let before = index > range.lowerBound ? qualifiers(range.lowerBound..<index) : []
      found = Self.refined(organ, noun: noun(tokens[index].base), before)
    }
    return found
  }

  private func qualifiers(_ range: Range<Int>) -> Set<String> {
    Set(range.compactMap { lexicon.qualifiers[tokens[$0].base] })
  }

  private func noun(_ word: WordID) -> String { lexicon.organNouns[word] ?? "" }

  private static func refined(_ organ: String, noun: String, _ before: Set<String>) -> String {
    let isDeputy = before.contains("deputy")
    switch noun {
    case "minister", "premier", "secretary":
      if before.contains("prime") { return isDeputy ? "deputy_prime_minister" : "prime_minister" }
      if before.contains("foreign") { return isDeputy ? "MFA" : "foreign_minister" }
      if before.contains("state") { return "foreign_minister" }
      if noun == "premier" { return isDeputy ? "deputy_prime_minister" : "prime_minister" }
      return noun == "secretary" && before.isEmpty ? "government" : "ministry"
    case "ministry", "official", "spokeswoman", "spokesman":
      if before.contains("foreign") { return "MFA" }
      return noun == "ministry" ? "ministry" : organ
    case "president":
      return before.contains("vice") || isDeputy ? "vice_president" : organ
    default: return organ
    }
  }
}
