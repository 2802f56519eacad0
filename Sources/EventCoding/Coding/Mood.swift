import Diplomacy

/// What will, would, may and not make of an act.
struct Mood {
  let sentence: SentenceCoder
  /// The last modal word before the act and close to it.
  let modal: Int?
  let isNegated: Bool

  init(_ sentence: SentenceCoder, _ hit: Hit) {
    self.sentence = sentence
    var modal: Int?
    let from = max(sentence.scope.start, hit.at - 5)
    if from < hit.at {
      for index in from..<hit.at where sentence.classes(index).contains(.modal) { modal = index }
    }
    self.modal = modal
    let negationFrom = modal ?? max(0, hit.at - 3)
    isNegated =
      negationFrom < hit.at
      && (negationFrom..<hit.at).contains { index in
        sentence.classes(index).contains(.notword)
          || sentence.tokens[index].shape.contains(.negated)
          || (modal != nil && sentence.word(index) == sentence.lexicon.known.no)
      }
  }

  /// The code of an act in this mood, or nothing where it was not done.
  func code(of hit: Hit, _ hits: [Hit]) -> (code: EventCode, rule: String?)? {
    let code = hit.code
    if let threatened = threatened(by: hit, hits) { return threatened }
    if let modal {
      let word = sentence.word(modal)
      let known = sentence.lexicon.known
      let isIntent = word == known.will || word == known.would || word == known.shall
      let isPossible = isIntent || word == known.may || word == known.could || word == known.might
      if isNegated, code.root <= 8 {
        if code.root >= 3 { return (Self.refusal(code), "not: a refusal") }
        return (code, nil)
      }
      if isIntent, code.root >= 3, isConditional(after: hit) {
        return (.known("130"), "will … unless: a threat")
      }
      if isPossible, Self.isAnnounced(hit, sentence) {
        return (.known("130"), "will boycott: a threat")
      }
      if isIntent, code.isCooperative, code.root != 3 {
        return (Self.intent(code), "will: an intention")
      }
      if isPossible, code.isHostile, ![12, 13, 14].contains(code.root) {
        return (Self.threat(code), "will: a threat")
      }
      return (code, nil)
    }
    if isNegated {
      if code.isCooperative { return (Self.refusal(code), "not: a refusal") }
      return code.root <= 2 ? (code, nil) : nil
    }
    return (code, nil)
  }

  /// "is prepared to impose martial law": a readiness to do harm is a threat.
  private func threatened(by hit: Hit, _ hits: [Hit]) -> (code: EventCode, rule: String?)? {
    guard hit.code.rawValue == "030", !isNegated,
      sentence.word(hit.end - 1) == sentence.lexicon.known.to,
      let deed = hits.first(where: { next in
        next.kind == .verb && next.at >= hit.end && next.at <= hit.end + 1 && next.code.root >= 12
          && next.form.contains(.base)
      })
    else { return nil }
    return (Self.threat(deed.code), "to do harm: a threat")
  }

  private func isConditional(after hit: Hit) -> Bool {
    let end = sentence.scope.end
    guard hit.end < end else { return false }
    return (hit.end..<end).contains { sentence.word($0) == sentence.lexicon.known.unless }
  }

  /// A refusal announced for later, such as a boycott.
  private static func isAnnounced(_ hit: Hit, _ sentence: SentenceCoder) -> Bool {
    let word = sentence.lexicon.patterns[hit.pattern].text
    return hit.code.root == 12 && (word.hasPrefix("boycott") || word.hasPrefix("veto"))
  }

  /// The refusal of what a code says: of a meeting where one is meant.
  private static func refusal(_ code: EventCode) -> EventCode {
    .known(code.root == 4 || code.rawValue == "036" ? "125" : "120")
  }

  /// The intention to do what a code says.
  static func intent(_ code: EventCode) -> EventCode {
    switch code.root {
    case 4: .known("036")
    case 5: .known("032")
    case 6: .known("031")
    case 7: .known("033")
    case 8: .known("035")
    default: .known("030")
    }
  }

  /// The threat to do what a code says.
  static func threat(_ code: EventCode) -> EventCode {
    switch code.root {
    case 14: .known("133")
    case 15, 18, 19, 20: .known("138")
    case 16: .known("131")
    case 17: .known("132")
    default: .known("130")
    }
  }
}
