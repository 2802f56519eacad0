import Diplomacy

/// Tells whether the actor before a verb is someone who can act for a state or a group.
///
/// "Tunisian olive oil" and "in Kabul" name a state and no one who acts; "Tunisian police" and
/// "officials in Kabul" do.
struct AgentFilter {
  let sentence: SentenceCoder

  init(_ sentence: SentenceCoder) { self.sentence = sentence }

  func canAct(_ mention: Mention, _ hit: Hit) -> Bool {
    if mention.inferred != nil || mention.kind == .leader || mention.kind == .body { return true }
    if mention.isPlace || mention.start >= hit.at {
      return sentence.scope.start < hit.at
        && (sentence.scope.start..<hit.at).contains { isAgent($0) }
    }
    var words: [Int] = []
    var index = mention.end
    while index < min(sentence.tokens.count, mention.end + 7), !stops(index, hit) {
      if !sentence.tokens[index].shape.contains(.adverb) { words.append(index) }
      index += 1
    }
    guard let first = words.first else { return true }
    if words.contains(where: { isAgent($0) }) { return true }
    // A verb of the lexicon right after the name: the name itself is the subject.
    if sentence.classes(first).contains(.inflected) { return true }
    // A country's own name is a subject unless it owns or describes what follows.
    let describes =
      mention.kind == .demonym || sentence.tokens[mention.end - 1].shape.contains(.possessive)
    return !describes && !words.contains { sentence.classes($0).contains(.nonagent) }
  }

  private func isAgent(_ index: Int) -> Bool { sentence.classes(index).contains(.agent) }

  /// Whether a noun phrase ends before a token.
  private func stops(_ index: Int, _ hit: Hit) -> Bool {
    let token = sentence.tokens[index]
    let mark = sentence.classes(index)
    return index == hit.at || !token.shape.contains(.letters) || token.shape.contains(.capital)
      || mark.contains(.locprep) || mark.contains(.subord) || mark.contains(.be)
      || mark.contains(.runstop)
  }
}
