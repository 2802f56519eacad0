import Diplomacy

/// How well a sentence says that its act is established.
struct StatusReader {
  let sentence: SentenceCoder

  /// The status of an act at a hit.
  func status(of hit: Hit) -> EventStatus {
    let tokens = sentence.tokens
    for index in tokens.indices {
      let mark = sentence.classes(index)
      if mark.contains(.denied), index > hit.end, hit.code.isHostile { return .denied }
      if mark.contains(.allegation), abs(index - hit.at) <= 4, hit.code.rawValue != "112",
        index != hit.at
      {
        return sentence.tokens[index].shape.contains(.adverb) ? .reported : .alleged
      }
    }
    return .confirmed
  }
}
