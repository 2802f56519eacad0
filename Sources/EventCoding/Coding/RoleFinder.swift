import Diplomacy

/// Decides who acted and who was acted upon, by the order of the words.
struct RoleFinder {
  let sentence: SentenceCoder
  let choice: ActChooser.Choice
  let hits: [Hit]

  /// The parties found.
  struct Roles {
    var pairs: [(source: Mention, target: Mention)] = []
    var isPassive = false
    var rules: [String] = []
    var status: EventStatus?
  }

  private var hit: Hit { choice.hit }
  private var main: [Mention] { sentence.main }
  private var known: Known { sentence.lexicon.known }

  init(_ sentence: SentenceCoder, _ choice: ActChooser.Choice, _ hits: [Hit]) {
    self.sentence = sentence
    self.choice = choice
    self.hits = hits
  }

  func roles() -> Roles {
    var roles = Roles()
    if let told = toldByAnother() { return told }
    roles.isPassive = isPassive
    var before = main.filter { $0.end <= hit.at + 1 && $0.start >= sentence.scope.start }
    if before.isEmpty { before = main.filter { $0.end <= hit.at } }
    let after = main.filter { $0.start >= hit.at }
    var sources: [Mention]
    var targets: [Mention] = []
    if roles.isPassive {
      targets = list(from: first(before), in: before)
      sources = passiveSources(after, targets)
      roles.rules.append("passive")
    } else {
      sources = list(
        from: first(hit.kind.isNoun ? main : before), in: hit.kind.isNoun ? main : before)
      if sources.isEmpty {
        // "Gunmen killed two French tourists in Mali": where it was done tells whose people did it.
        let places = after.filter { $0.isPlace && isNear($0) }
        sources = Array(places.isEmpty ? first(after) : places.prefix(1))
        if !sources.isEmpty { roles.rules.append("place as source") }
      }
    }
    if !roles.isPassive, let source = sources.first, !AgentFilter(sentence).canAct(source, hit) {
      return Roles()
    }
    if !roles.isPassive { targets = activeTargets(sources, before, after, &roles.rules) }
    pair(sources, targets, &roles)
    return roles
  }

  /// "Ukraine said Russian planes had bombed a school": the subject of the clause acted.
  private func toldByAnother() -> Roles? {
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
    let verb = sentence.lexicon.patterns[said.pattern].text
    return [
      "say", "claim", "report", "state", "insist", "believe", "confirm", "argue", "assert",
      "declare", "conclude", "reveal",
    ].contains(verb)
  }

  /// Whether a mention stands before the next subordinate clause.
  private func isNear(_ mention: Mention) -> Bool {
    guard hit.end < mention.start else { return true }
    return !(hit.end..<mention.start).contains { sentence.classes($0).contains(.subord) }
  }

  /// A form of "be" shortly before a participle.
  private var isPassive: Bool {
    guard !hit.kind.isNoun, !hit.form.isDisjoint(with: [.past, .participle]) else { return false }
    var index = hit.at - 1
    while index >= 0, hit.at - index < 4 {
      if sentence.classes(index).contains(.be) { return true }
      let word = sentence.word(index)
      let passes =
        sentence.tokens[index].shape.contains(.adverb) || word == known.been || word == known.also
        || word == known.not
      if !passes { return false }
      index -= 1
    }
    return false
  }

  private func first(_ mentions: [Mention]) -> ArraySlice<Mention> {
    let acting = mentions.filter { !$0.isPlace }
    return (acting.isEmpty ? mentions : acting).prefix(1)
  }

  /// A mention with those listed after it: "X and Y", "X, Y and Z".
  private func list(from head: ArraySlice<Mention>, in mentions: [Mention]) -> [Mention] {
    guard let head = head.first else { return [] }
    var list = [head]
    for mention in mentions where mention.start >= list[list.count - 1].end {
      let between = list[list.count - 1].end..<mention.start
      guard between.count <= 6 else { break }
      let words = between.map { sentence.word($0) }
      let joins =
        words.contains(known.and) || words == [sentence.lexicon.comma]
        || words == [sentence.lexicon.comma, known.the]
      let acts = between.contains {
        sentence.classes($0).contains(.patternform) && sentence.word($0) != known.and
          && sentence.word($0) != sentence.lexicon.comma
      }
      guard joins, !acts else { break }
      list.append(mention)
    }
    return list
  }

  private func passiveSources(_ after: [Mention], _ targets: [Mention]) -> [Mention] {
    if hit.at < sentence.scope.end,
      let by = (hit.at..<sentence.scope.end).first(where: {
        sentence.word($0) == known.by && sentence.word($0 + 1) != known.a
      })
    {
      let agents = Array(first(after.filter { $0.start > by && $0.start - by < 10 }))
      if !agents.isEmpty { return agents }
    }
    if [8, 9, 16, 17].contains(hit.code.root),
      let place = after.first(where: { place in
        place.isPlace && !targets.contains { $0.code == place.code }
      })
    {
      return [place]
    }
    let parties = sentence.options.parties
    if parties.count == 2, targets.count == 1, parties.contains(targets[0].code),
      let other = parties.first(where: { $0 != targets[0].code }),
      !after.contains(where: { !$0.isPlace && $0.code != targets[0].code })
    {
      return [inferredParty(other, "source: the other party of the case")]
    }
    if [11, 17, 18, 19, 20].contains(hit.code.root) {
      let others = first(after.filter { mention in !targets.contains { $0.code == mention.code } })
      if !others.isEmpty { return Array(others) }
    }
    return hit.code.isDomesticByItself ? targets : []
  }

  private func activeTargets(
    _ sources: [Mention], _ before: [Mention], _ after: [Mention], _ rules: inout [String]
  ) -> [Mention] {
    let codes = sources.map(\.code)
    let stop =
      (hit.end..<max(hit.end, sentence.scope.end)).first {
        $0 > hit.end && sentence.classes($0).contains(.subord)
      } ?? sentence.scope.end
    let following =
      hit.kind.isNoun
      ? main.filter { mention in sources.last.map { mention.start >= $0.end } ?? true } : after
    let pool = following.filter { !codes.contains($0.code) }
    let near = pool.filter { $0.start < stop }
    // In a case a city is where something happened, save for visits and fighting.
    let isCase = !sentence.options.parties.isEmpty && ![4, 18, 19, 20].contains(choice.code.root)
    let choices = [
      near.filter { !$0.isPlace }, isCase ? [] : near, pool.filter { !$0.isPlace },
      isCase ? [] : pool,
    ]
    if let target = choices.first(where: { !$0.isEmpty })?.first {
      return list(from: [target], in: pool)
    }
    if sources.count == 1, let source = sources.first {
      let other = before.last { !codes.contains($0.code) }
      if let other, other.start > source.start {
        rules.append("second actor before the verb")
        return [other]
      }
    }
    return []
  }

  private func pair(_ sources: [Mention], _ targets: [Mention], _ roles: inout Roles) {
    let sources = unique(sources)
    var targets = unique(targets)
    if !roles.isPassive {
      targets = targets.filter { target in !sources.contains { $0.code == target.code } }
    }
    let parties = sentence.options.parties
    if targets.isEmpty, sources.count == 1, let source = sources.first, parties.count == 2,
      let other = parties.first(where: { $0 != source.code }), parties.contains(source.code)
    {
      targets = [inferredParty(other, "target: the other party of the case")]
    }
    if targets.isEmpty, sources.count == 1, let source = sources.first, parties.isEmpty,
      !choice.code.isDomesticByItself, choice.code.root > 1,
      let other = sentence.discourse.companion(of: source.code)
    {
      targets = [inferredParty(other, "target: \(other) from the sentences before")]
    }
    if !sources.isEmpty, !targets.isEmpty {
      for source in sources {
        for target in targets where source.code != target.code || roles.isPassive {
          roles.pairs.append((source, target))
        }
      }
    } else if sources.count > 1, choice.code.root > 1 || choice.code.rawValue >= "018" {
      for source in sources {
        for target in sources where source.code != target.code {
          roles.pairs.append((source, target))
        }
      }
      roles.rules.append("both together")
    } else if let source = sources.first, sentence.options.domesticActs, isDomestic {
      roles.pairs.append((source, source))
      roles.rules.append("within the state")
    }
  }

  private func inferredParty(_ code: ActorCode, _ why: String) -> Mention {
    Mention(
      start: hit.at, end: hit.at, code: code, kind: .state, organ: "", isPlace: false,
      inferred: why)
  }

  private var isDomestic: Bool {
    guard choice.code.isDomesticKind else { return false }
    if hit.code.isDomesticByItself { return true }
    return (0..<sentence.scope.end).contains { sentence.classes($0).contains(.domestic) }
  }

  private func unique(_ mentions: [Mention]) -> [Mention] {
    var unique: [Mention] = []
    for mention in mentions where !unique.contains(where: { $0.code == mention.code }) {
      unique.append(mention)
    }
    return unique
  }
}
