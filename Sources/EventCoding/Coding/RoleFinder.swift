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

  var hit: Hit { choice.hit }
  var main: [Mention] { sentence.main }
  var known: Known { sentence.lexicon.known }

  init(_ sentence: SentenceCoder, _ choice: ActChooser.Choice, _ hits: [Hit]) {
    self.sentence = sentence
    self.choice = choice
    self.hits = hits
  }

  func roles() -> Roles {
    var roles = Roles()
    if let asked = askedOfAnother() ?? toldByAnother() { return asked }
    roles.isPassive = isPassive
    var before = main.filter { $0.end <= hit.at + 1 && $0.start >= sentence.scope.start }
    if before.isEmpty { before = main.filter { $0.end <= hit.at } }
    let after = main.filter { $0.start >= hit.at }
    var sources: [Mention]
    var targets: [Mention] = []
    if roles.isPassive {
      targets = list(from: first(before), in: before)
      sources = passiveSources(after, targets)
      if agents(after).isEmpty, !targets.isEmpty, let heard = hearer(after, targets) {
        // "A Norwegian protest was delivered to Sweden".
        (sources, targets) = (targets, [heard])
      } else if targets.isEmpty {
        // "Sanctions were imposed on Iran by the EU".
        let others = after.filter { mention in !sources.contains { $0.code == mention.code } }
        targets = list(from: first(others), in: others)
      }
      roles.rules.append("passive")
    } else if hit.kind.isNoun, let named = namedByAnother(after) {
      (sources, targets) = named
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
    if !roles.isPassive, targets.isEmpty {
      targets = activeTargets(sources, before, after, &roles.rules)
    }
    pair(sources, targets, &roles)
    return roles
  }

  /// To whom something said or given went, where the passive names no one who did it.
  private func hearer(_ after: [Mention], _ before: [Mention]) -> Mention? {
    guard [2, 3, 7, 10, 11, 13].contains(hit.code.root) else { return nil }
    return after.first { mention in
      !before.contains { $0.code == mention.code }
        && (1...2).contains {
          let word = sentence.word(mention.start - $0)
          return word == known.to || word == known.with
        }
    }
  }

  /// "The expulsion of two Norwegian diplomats by Sweden".
  private func namedByAnother(_ after: [Mention]) -> ([Mention], [Mention])? {
    let agents = agents(after)
    guard let agent = agents.first,
      let target = after.first(where: { $0.end <= agent.start && $0.code != agent.code })
        ?? main.last(where: { $0.end <= hit.at && $0.code != agent.code })
    else { return nil }
    return (agents, [target])
  }

  /// Those behind "by" after the act.
  private func agents(_ after: [Mention]) -> [Mention] {
    guard hit.at < sentence.scope.end,
      let by = (hit.at..<sentence.scope.end).first(where: {
        sentence.word($0) == known.by && sentence.word($0 + 1) != known.a
      })
    else { return [] }
    let behind = after.filter { $0.start > by }
    guard let head = first(behind).first, head.start - by < 10 else { return [] }
    return list(from: [head], in: behind)
  }

  /// Whether a mention stands before the next subordinate clause.
  private func isNear(_ mention: Mention) -> Bool {
    guard hit.end < mention.start else { return true }
    return !(hit.end..<mention.start).contains { sentence.classes($0).contains(.subord) }
  }

  /// A form of "be" shortly before a participle.
  var isPassive: Bool {
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
  func list(from head: ArraySlice<Mention>, in mentions: [Mention]) -> [Mention] {
    guard let head = head.first else { return [] }
    var list = [head]
    for mention in mentions {
      let last = list[list.count - 1]
      // "Both sides" stands for two at one place.
      if mention.inferred != nil, mention.start == last.start, mention.code != last.code {
        list.append(mention)
        continue
      }
      guard mention.start >= last.end else { continue }
      let between = last.end..<mention.start
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
    let agents = agents(after)
    if !agents.isEmpty { return agents }
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

  func activeTargets(
    _ sources: [Mention], _ before: [Mention], _ after: [Mention], _ rules: inout [String]
  ) -> [Mention] {
    let codes = sources.map(\.code)
    let stop =
      (hit.end..<max(hit.end, sentence.scope.end)).first {
        $0 > hit.end
          && (sentence.classes($0).contains(.subord) || sentence.word($0) == known.who
            || sentence.word($0) == known.which)
      } ?? sentence.scope.end
    let following =
      hit.kind.isNoun
      ? main.filter { mention in sources.last.map { mention.start >= $0.end } ?? true } : after
    let pool = following.filter { !codes.contains($0.code) }
    let near = pool.filter { $0.start < stop }
    // In a case a city is where something happened, save for visits and fighting.
    let isCase = !sentence.options.parties.isEmpty && ![4, 18, 19, 20].contains(choice.code.root)
    // A complaint to a court or a demonstration is against whoever stands behind "against".
    if [11, 12, 13, 14, 16].contains(choice.code.root),
      let opponent = near.first(where: { mention in
        (1...2).contains { sentence.word(mention.start - $0) == known.against }
      })
    {
      return list(from: [opponent], in: pool)
    }
    // What is withdrawn or recalled from a capital is so from its state.
    let left =
      [8, 16].contains(choice.code.root)
      ? near.filter { sentence.word($0.start - 1) == known.from } : []
    let choices = [
      near.filter { !$0.isPlace }, left, isCase ? [] : near, pool.filter { !$0.isPlace },
      isCase ? [] : pool,
    ]
    if let target = choices.first(where: { !$0.isEmpty })?.first {
      if sources.count > 1, isJoint, !isReached(target) { return [] }
      // "Attended the summit of a body in Kazan": it is the host who is visited.
      if choice.code.rawValue.hasPrefix("042"), target.code.isPrefixed,
        let host = pool.first(where: { $0.isPlace && !$0.code.isPrefixed })
      {
        return [host]
      }
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

  /// Whether two who are named together do this with each other: meet, sign, agree, train.
  private var isJoint: Bool {
    ["030", "040", "041", "044", "046", "054", "057", "060", "062", "190", "193"].contains(
      choice.code.rawValue)
  }

  /// Whether "with", "against" or "on" stands before an actor: then it is a third to two who act together.
  private func isReached(_ mention: Mention) -> Bool {
    var index = mention.start - 1
    while index > hit.at, mention.start - index < 7 {
      let word = sentence.word(index)
      if word == known.with || word == known.against || word == known.on || word == known.to {
        return true
      }
      if sentence.classes(index).contains(.locprep) || sentence.tokens[index].shape.contains(.comma)
      {
        return false
      }
      index -= 1
    }
    return hit.at + 1 >= mention.start - 1 && mention.kind != .place && mention.kind != .capital
  }

  func pair(_ sources: [Mention], _ targets: [Mention], _ roles: inout Roles) {
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
    } else if sources.isEmpty, roles.isPassive, targets.count == 2, isBetween(targets[0]) {
      // "Talks between India and Pakistan were suspended".
      roles.pairs = [(targets[0], targets[1]), (targets[1], targets[0])]
      roles.rules.append("both together")
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

  private func isBetween(_ mention: Mention) -> Bool {
    (1...7).contains { sentence.word(mention.start - $0) == known.between }
  }

  func inferredParty(_ code: ActorCode, _ why: String) -> Mention {
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
