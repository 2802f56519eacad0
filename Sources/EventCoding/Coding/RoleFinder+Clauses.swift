import Diplomacy

// Acts told in a clause of its own: "Ukraine said Russian planes had bombed a school".
extension RoleFinder {
  /// "Egypt said the US must mediate between Israel and Syria": the subject of the clause is asked.
  func askedOfAnother() -> Roles? {
    guard choice.isDemandOfClause,
      let said = hits.last(where: { $0.kind == .statement && $0.end <= hit.at }),
      let outer = main.first(where: { $0.end <= said.at && !$0.isPlace }),
      let inner = main.first(where: {
        $0.start >= said.end && $0.end <= hit.at && $0.code != outer.code
      }), AgentFilter(sentence).canAct(outer, said)
    else { return nil }
    var roles = Roles()
    pair(
      list(from: [outer], in: main.filter { $0.end <= said.at }),
      list(from: [inner], in: main.filter { $0.end <= hit.at && $0.start >= said.end }), &roles)
    return roles
  }

  /// "Ukraine said Russian planes had bombed a school": the subject of the clause acted.
  func toldByAnother() -> Roles? {
    if let unknown = toldOfUnknown() { return unknown }
    guard !hit.kind.isNoun, choice.code.rawValue != "100", !isPassive,
      let said = hits.last(where: { $0.kind == .statement && $0.end <= hit.at && isTelling($0) }),
      let outer = main.first(where: { $0.end <= said.at && !$0.isPlace }),
      let inner = main.first(where: { $0.start >= said.end }), inner.end <= hit.at,
      inner.start - said.end <= 5, hit.at - inner.end <= 5, inner.code != outer.code,
      !inner.isPlace, AgentFilter(sentence).canAct(inner, hit)
    else { return nil }
    var roles = Roles()
    let sources = list(from: [inner], in: main.filter { $0.end <= hit.at })
    var rules: [String] = []
    var targets = activeTargets(sources, [], main.filter { $0.start >= hit.at }, &rules)
    if targets.isEmpty { targets = [outer] }
    pair(sources, targets, &roles)
    roles.rules.append("said that: the subject of the clause")
    if choice.code.root >= 9 { roles.status = .alleged }
    return roles
  }

  /// "Azerbaijan said an air strike had damaged its embassy": who did it is not said.
  private func toldOfUnknown() -> Roles? {
    guard !hit.kind.isNoun || hit.kind == .phrase, choice.code.root >= 17, !isPassive,
      let said = hits.last(where: { $0.kind == .statement && $0.end <= hit.at && isTelling($0) }),
      let outer = main.first(where: { $0.end <= said.at && !$0.isPlace }),
      !main.contains(where: { $0.start >= said.end && $0.end <= hit.at }),
      (said.end..<max(said.end, hit.at + (hit.kind == .phrase ? 1 : 0))).contains(where: {
        isPlainNoun($0)
      })
    else { return nil }
    var roles = Roles()
    roles.status = .alleged
    roles.rules.append("said that: who did it is not said")
    let parties = sentence.options.parties
    if parties.count == 2, parties.contains(outer.code),
      let other = parties.first(where: { $0 != outer.code })
    {
      roles.pairs = [(inferredParty(other, "source: the other party of the case"), outer)]
    }
    return roles
  }

  private func isPlainNoun(_ index: Int) -> Bool {
    let mark = sentence.classes(index)
    let token = sentence.tokens[index]
    return token.shape.contains(.letters) && !token.shape.contains(.adverb)
      && !mark.contains(.pronoun) && !mark.contains(.be) && !mark.contains(.modal)
      && !mark.contains(.weekday) && !mark.contains(.runstop) && token.base != known.had
      && token.base != known.the && token.base != known.a && token.base != known.an
  }

  /// Whether a statement is one whose object is a clause and not a hearer.
  private func isTelling(_ said: Hit) -> Bool {
    sentence.lexicon.patterns[said.pattern].tells
  }
}
