import Diplomacy
import EventData

/// The part of case.yaml that the record is read with: who, when, and what may be named.
struct HeadSection {
  let root: Section
  var actors: [Actor] = []
  var focal: ActorCode?
  var counterpart: ActorCode?
  var window: DateSpan?
  var baseline: DateSpan?
  var issues: [Issue] = []
  var channels: [Channel] = []
  var article: Source?
  var demands: DemandSection

  static let keys = [
    "id", "title", "claim", "article", "focal", "counterpart", "window", "baseline", "actors",
    "dates", "levers", "channels", "issues", "explanations", "event_data",
    "demands", "searched", "coders", "draft",
  ]
  static let required = ["id", "title", "claim", "focal", "counterpart", "window"]

  init?(_ node: YAMLNode, _ names: inout CaseNames, _ problems: FileProblems) {
    guard
      let root = Section(
        node, "case.yaml", known: Self.keys, required: Self.required, problems)
    else { return nil }
    self.root = root
    demands = DemandSection(root)
    for key in ["id", "title", "claim"] { _ = root.statedText(key) }
    readActors(&names)
    focal = actor("focal", names)
    counterpart = actor("counterpart", names)
    if let focal, focal == counterpart {
      problems.error(
        root.line(of: "counterpart"), "focal and counterpart are both \(focal)",
        "name the actor on the other side")
    }
    if let focal, let counterpart { names.vocabulary.pair = Pair(focal, counterpart) }
    window = root.date("window")
    baseline = root.date("baseline")
    checkSpans()
    names.vocabulary.spans = [window, baseline].compactMap(\.self)
    if let focal, let counterpart, let window {
      names.vocabulary.conduct = (Dyad(from: focal, toward: counterpart), window)
    }
    readIssues(&names)
    readChannels(&names)
    readArticle()
    demands.readSides(&names)
    if root.isDraft {
      problems.note(
        root.line(of: "draft"), "the case is a draft that nobody has confirmed",
        "read it through, then take out draft: true")
    }
  }

  /// The ids of the entries of a list, each reported where it is missing, odd or used twice.
  static func id(_ section: Section, _ taken: inout Set<String>) -> String? {
    guard let id = section.statedText("id") else { return nil }
    if !taken.insert(id).inserted {
      section.problems.error(
        section.line(of: "id"), "the id '\(id)' of \(section.name) is used twice",
        "give each an id of its own")
    }
    if id.utf8.contains(where: { $0 <= 0x20 || [0x2C, 0x2F, 0x3B, 0x3E].contains($0) }) {
      section.problems.error(
        section.line(of: "id"), "the id '\(id)' has a mark that an id may not have",
        "use letters, digits, '-', '.' and '_'")
    }
    return id
  }

  private func actor(_ key: String, _ names: CaseNames) -> ActorCode? {
    root.text(key).map { names.actor($0, key, root.line(of: key), root.problems) }
  }

  private mutating func readActors(_ names: inout CaseNames) {
    var taken: Set<String> = []
    var allies: [(text: String, line: Int, of: String)] = []
    for node in root.list("actors") {
      guard
        let section = Section(
          node, "an actor", known: ["id", "name", "allies"], required: ["id", "name"],
          root.problems),
        let id = Self.id(section, &taken)
      else { continue }
      judge(id, section)
      names.vocabulary.actors.insert(id)
      let friends = section.texts("allies")
      allies += friends.map { ($0.text, $0.line, id) }
      actors.append(
        Actor(
          id: ActorCode(id), name: section.text("name") ?? id,
          allies: friends.map { ActorCode($0.text) }))
    }
    for ally in allies {
      _ = names.actor(ally.text, "allies of \(ally.of)", ally.line, root.problems)
      if ally.text == ally.of {
        root.problems.error(ally.line, "\(ally.of) is its own ally", "leave it out")
      }
    }
  }

  /// Judges the code of a declared actor: one that the standard may give to a state is a flaw.
  private func judge(_ id: String, _ section: Section) {
    let code = ActorCode(id)
    if CountryCodes.contains(code) || CountryCodes.isUserAssigned(code) { return }
    let line = section.line(of: "id")
    if code.isPrefixed {
      if let fault = RecordVocabulary.fault(ofPrefixed: id) {
        root.problems.error(line, fault.what, fault.fix)
      }
      return
    }
    let near = Nearest.word(to: id, among: CountryCodes.names.keys.sorted())
    root.problems.flaw(
      line, "the declared actor '\(id)' is not an ISO 3166-1 alpha-3 code",
      (near.map { "perhaps \($0); " } ?? "")
        + "an invented state may have AAA to AAZ, QMA to QZZ, XAA to XXZ or ZZA to ZZZ")
  }

  private func checkSpans() {
    guard let window, let baseline else { return }
    if baseline.overlaps(window) {
      root.problems.flaw(
        root.line(of: "baseline"), "the baseline \(baseline) overlaps the window \(window)",
        "end the baseline before the window starts, so that what is usual is not the days in question"
      )
    }
  }

  private mutating func readIssues(_ names: inout CaseNames) {
    var taken: Set<String> = []
    for node in root.list("issues") {
      guard
        let section = Section(
          node, "an issue", known: ["id", "name"], required: ["id", "name"], root.problems),
        let id = Self.id(section, &taken)
      else { continue }
      issues.append(Issue(id: id, name: section.text("name") ?? id))
    }
    if !root.isMissing("issues") { names.vocabulary.issues = issues.map(\.id) }
  }

  private mutating func readChannels(_ names: inout CaseNames) {
    for node in root.list("channels") {
      guard
        let section = Section(
          node, "a channel", known: ["between", "levels"], required: ["between", "levels"],
          root.problems),
        let pair = names.pair("between", in: section)
      else { continue }
      var levels: [ChannelLevel] = []
      for (text, line) in section.texts("levels") {
        let level = ChannelLevel(rawValue: text)
        if levels.contains(level) || names.channels[pair, default: []].contains(level) {
          root.problems.error(
            line, "the level '\(text)' between \(pair.first) and \(pair.second) stands twice",
            "write it once")
        } else {
          levels.append(level)
        }
      }
      names.channels[pair, default: []] += levels
      channels.append(Channel(between: pair, levels: levels))
    }
    if !root.isMissing("channels") {
      var seen: Set<String> = []
      names.vocabulary.levels = channels.flatMap(\.levels).map(\.rawValue)
        .filter { seen.insert($0).inserted }
    }
  }

  private mutating func readArticle() {
    guard let node = root["article"],
      let section = Section(
        node, "article", known: ["publisher", "title", "url", "published"],
        required: ["publisher"], root.problems)
    else { return }
    article = Source(
      publisher: section.text("publisher") ?? "", title: section.text("title") ?? "",
      url: section.text("url") ?? "", published: section.text("published") ?? "")
  }
}

extension CaseNames {
  /// The two actors of a key that lists them.
  func pair(_ key: String, in section: Section) -> Pair? {
    let actors = section.texts(key)
    guard !actors.isEmpty else { return nil }
    let codes = actors.map {
      actor($0.text, "\(key) of \(section.name)", $0.line, section.problems)
    }
    guard codes.count == 2, codes[0] != codes[1] else {
      section.problems.error(
        section.line(of: key), "\(key) of \(section.name) does not name two actors",
        "write two codes, such as [AZE, RUS]")
      return nil
    }
    return Pair(codes[0], codes[1])
  }
}
