import Diplomacy
import EventData

extension CheckReader {
  /// The states of a channel that a check may ask for.
  static let channelStates = ["open", "strained", "suspended", "restored"]
  /// The states of a lever that a check may ask for.
  static let leverStates = ["held", "lost"]

  func state(_ entry: YAMLEntry) -> StateCheck? {
    let subjects = ["channel", "lever", "levers"]
    guard
      let section = section(
        entry, known: subjects + ["from", "through", "is", "share"], required: ["from", "is"])
    else { return nil }
    let given = subjects.filter { !section.isMissing($0) }
    if given.count != 1 {
      problems.error(
        section.line,
        "state asks for \(given.isEmpty ? "nothing" : given.joined(separator: " and "))",
        "write one of channel, lever, levers")
    }
    let subject = given.first.flatMap { self.subject($0, section) }
    let from = names.reference("from", in: section)
    let through = names.reference("through", in: section)
    names.checkOrder(from, through, "through", in: section)
    let allowed = given.first == "channel" ? Self.channelStates : Self.leverStates
    let states = section.texts("is")
    for state in states where given.count == 1 && !allowed.contains(state.text) {
      problems.error(
        state.line,
        "'\(state.text)' is not a state of a \(given[0] == "channel" ? "channel" : "lever")",
        Nearest.word(to: state.text, among: allowed).map { "write '\($0)'" }
          ?? "write one of: \(allowed.joined(separator: ", "))")
    }
    let share = section.isMissing("share") ? 1 : section.number("share", in: 0...1)
    guard let subject, let from, let share, given.count == 1 else { return nil }
    return StateCheck(
      subject: subject, from: from, through: through, states: states.map(\.text), share: share)
  }

  private func subject(_ key: String, _ section: Section) -> StateCheck.Subject? {
    switch key {
    case "channel": return channel(section)
    case "lever":
      guard let id = section.text("lever") else { return nil }
      if names.knowsHead, !names.levers.contains(id) {
        problems.error(
          section.line(of: "lever"), "'\(id)' is not a lever of case.yaml",
          Nearest.word(to: id, among: names.levers).map { "write '\($0)'" } ?? "add it to levers")
      }
      return .lever(id)
    default:
      guard let node = section["levers"],
        let levers = Section(
          node, "levers of state", known: ["holder", "over"], required: ["holder", "over"],
          problems),
        let holder = levers.text("holder"), let over = levers.text("over")
      else { return nil }
      return .levers(
        holder: names.actor(holder, "holder", levers.line(of: "holder"), problems),
        over: names.actor(over, "over", levers.line(of: "over"), problems))
    }
  }

  private func channel(_ section: Section) -> StateCheck.Subject? {
    guard let node = section["channel"],
      let channel = Section(
        node, "channel of state", known: ["between", "level"], required: ["between", "level"],
        problems),
      let pair = names.pair("between", in: channel), let text = channel.text("level")
    else { return nil }
    let level = ChannelLevel(rawValue: text)
    let levels = names.channels[pair, default: []]
    if names.knowsHead, !levels.contains(level) {
      problems.error(
        channel.line(of: "level"),
        "case.yaml follows no level '\(text)' between \(pair.first) and \(pair.second)",
        Nearest.word(to: text, among: levels.map(\.rawValue)).map { "write '\($0)'" }
          ?? "add it to channels")
    }
    return .channel(pair, level)
  }

  func share(_ entry: YAMLEntry) -> ShareCheck? {
    let bounds = ["at_least", "at_most"]
    guard
      let section = section(
        entry, known: ["rows", "among", "partly_within"] + bounds, required: ["rows", "among"])
    else { return nil }
    let rows = filters.filter("rows", in: section)
    let among = filters.filter("among", in: section)
    let atLeast = section.number("at_least", in: 0...1)
    let atMost = section.number("at_most", in: 0...1)
    let within = section.isMissing("partly_within") ? 0 : section.number("partly_within", in: 0...1)
    checkOrder(atLeast, "at_least", atMost, "at_most", section)
    guard needsBound(bounds, section), let rows, let among, let within else { return nil }
    return ShareCheck(
      rows: rows, among: among, atLeast: atLeast, atMost: atMost, partlyWithin: within)
  }

  func trend(_ entry: YAMLEntry) -> TrendCheck? {
    guard
      let section = section(
        entry, known: ["dyad", "part", "from", "to", "direction"],
        required: ["dyad", "from", "to", "direction"])
    else { return nil }
    let dyad = dyad(section)
    let part = section.isMissing("part") ? CoursePart.all : section.word("part", CoursePart.self)
    let from = span("from", section)
    let to = span("to", section)
    let direction = section.word("direction", TrendCheck.Direction.self)
    guard let dyad, let part, let from, let to, let direction else { return nil }
    return TrendCheck(dyad: dyad, part: part, from: from, to: to, direction: direction)
  }

  func turningPoint(_ entry: YAMLEntry) -> TurningPointCheck? {
    guard
      let section = section(
        entry, known: ["dyad", "near", "within", "what"], required: ["dyad", "near", "within"])
    else { return nil }
    let dyad = dyad(section)
    let near = names.reference("near", in: section)
    let within = section.whole("within", atLeast: 0)
    let what =
      section.isMissing("what")
      ? TurningPointCheck.What.turningPoint : section.word("what", TurningPointCheck.What.self)
    guard let dyad, let near, let within, let what else { return nil }
    return TurningPointCheck(dyad: dyad, near: near, within: within, what: what)
  }

  private func dyad(_ section: Section) -> Dyad? {
    guard let text = section.text("dyad") else { return nil }
    let line = section.line(of: "dyad")
    guard let dyad = Dyad(text), dyad.source != dyad.target else {
      problems.error(
        line, "dyad of \(section.name) is '\(text)'", "write one actor toward another: AZE>RUS")
      return nil
    }
    for code in [dyad.source, dyad.target] {
      _ = names.actor(code.rawValue, "dyad of \(section.name)", line, problems)
    }
    return dyad
  }

  /// A span whose ends are references, parted by a slash; a single reference is both ends.
  private func span(_ key: String, _ section: Section) -> DateReferenceSpan? {
    guard let text = section.text(key) else { return nil }
    let line = section.line(of: key)
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parts.count) else {
      problems.error(
        line, "\(key) of \(section.name) is '\(text)'",
        "write two references with one slash between")
      return nil
    }
    let ends = parts.map {
      names.reference($0, "\(key) of \(section.name)", line, problems)
    }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil else { return nil }
    names.checkOrder(first, last, key, in: section)
    return DateReferenceSpan(from: first, through: last)
  }
}
