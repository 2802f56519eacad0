package import Diplomacy

/// A check in plain words: what the record was asked.
package struct CheckWords: Sendable {
  let words: CaseWords

  /// Makes the words for the checks of a case.
  package init(_ words: CaseWords) { self.words = words }

  /// What a check asks, as a full sentence.
  package func question(_ check: Check) -> String {
    switch check {
    case .count(let check): count(check)
    case .exists(let check): exists(check)
    case .order(let check):
      "Did \(words.event(check.first)) come before \(words.event(check.then))?"
    case .interval(let check):
      "Do \(NumberWords.bounds(check.atLeast, check.atMost, "day")) lie between "
        + "\(words.event(check.from)) and \(words.event(check.to))?"
    case .state(let check): state(check)
    case .share(let check): share(check)
    case .trend(let check): trend(check)
    case .turningPoint(let check): turn(check)
    case .compare(let check): compare(check)
    case .media(let check): media(check)
    case .all(let checks): "All of these \(NumberWords.cardinal(checks.count)) must hold."
    case .any(let checks): "One of these \(NumberWords.cardinal(checks.count)) is enough."
    case .readings: "The sentence can be read loosely or strictly."
    case .clause(_, let check): question(check)
    case .untestable: "No check of the public record can tell."
    }
  }

  private func count(_ check: CountCheck) -> String {
    let acts = ActPhrase(check.rows, in: words)
    return "Does the record hold \(NumberWords.bounds(check.atLeast, check.atMost, acts.one))"
      + "\(acts.rest.isEmpty ? "" : " " + acts.rest)?"
  }

  private func exists(_ check: ExistsCheck) -> String {
    let acts = ActPhrase(check.rows, in: words)
    switch check.claimed {
    case .some: return "Does the record hold at least one \(acts.singular)?"
    case .none where check.tolerated > 0:
      return "Is the record without \(acts.plural), "
        + "\(NumberWords.cardinal(check.tolerated)) aside?"
    case .none: return "Is the record without \(acts.plural)?"
    }
  }

  private func state(_ check: StateCheck) -> String {
    let states = NumberWords.list(check.states, "or")
    let days = words.stretch(check.from, check.through)
    let share =
      check.share >= 1 ? "throughout" : "for at least \(NumberFormat.percent(check.share)) of"
    let isOneDay = check.through == nil
    let when = isOneDay ? "on \(days)" : "\(share) \(days)"
    switch check.subject {
    case .lever: return "Was \(words.levers(check.subject)), \(states) \(when)?"
    case .channel: return "Was \(words.levers(check.subject)) \(states) \(when)?"
    case .levers:
      return "Were \(words.levers(check.subject)) \(states) \(when), by their strength?"
    }
  }

  private func share(_ check: ShareCheck) -> String {
    let all = ActPhrase(check.among, in: words)
    let part = ActPhrase(check.rows, in: words)
    return "Are \(NumberWords.bounds(share: check.atLeast, check.atMost)) of the \(all.plural) "
      + "\(part.plural)?"
  }

  private func trend(_ check: TrendCheck) -> String {
    let way = check.direction == .falls ? "more hostile" : "more friendly"
    return "Was the conduct of \(words.name(check.dyad.source)) toward "
      + "\(words.name(check.dyad.target))\(Self.part(check.part)) \(way) over "
      + "\(words.stretch(check.to.from, check.to.through)) than over "
      + "\(words.stretch(check.from.from, check.from.through))?"
  }

  private func turn(_ check: TurningPointCheck) -> String {
    let what = check.what == .lowPoint ? "at its most hostile" : "turning"
    let days = NumberWords.count(check.within, "day")
    return "Was the conduct of \(words.name(check.dyad.source)) toward "
      + "\(words.name(check.dyad.target)) \(what) within \(days) of \(words.date(check.near))?"
  }

  private func media(_ check: MediaCheck) -> String {
    let whose =
      check.outlets.isEmpty
      ? check.side.map { "of the outlets of \(words.name($0))" } ?? "of the sample of media"
      : "of " + NumberWords.list(check.outlets)
    let stance = check.shows == .silent ? "silent about" : "\(check.shows.rawValue) toward"
    return "Are \(NumberWords.bounds(share: check.atLeast, check.atMost)) of the texts \(whose) "
      + "\(stance) \(words.name(check.toward))?"
  }

  private func compare(_ check: CompareCheck) -> String {
    func side(_ side: CompareCheck.Side) -> String {
      guard let among = side.among else { return ActPhrase(side.rows, in: words).plural }
      let part = ActPhrase(side.rows, in: words).plural
      return "share of \(part) among the \(ActPhrase(among, in: words).plural)"
    }
    let isOfShares = check.first.among != nil
    let least =
      check.by > 0
      ? isOfShares
        ? ", by at least \(NumberFormat.percent(check.by))"
        : ", by at least \(NumberWords.cardinal(Int(check.by)))" : ""
    if isOfShares {
      let more = check.relation == .more ? "larger" : "smaller"
      return "Is the \(side(check.first)) \(more) than the \(side(check.second))\(least)?"
    }
    let more = check.relation == .more ? "more" : "fewer"
    return "Does the record hold \(more) \(side(check.first)) than \(side(check.second))\(least)?"
  }

  /// Words, deeds or both, as an addition to conduct.
  static func part(_ part: CoursePart) -> String {
    switch part {
    case .all: ""
    case .words: " in words"
    case .deeds: " in deeds"
    }
  }
}
