import Diplomacy
import EventData

/// The part of case.yaml that refers to the record: dates, levers, explanations, other event data.
struct ExplanationSection {
  var dates: [NamedDate] = []
  var levers: [Lever] = []
  var explanations: [Explanation] = []
  var machineCoded: MachineCodedSource?
  var drafts = CaseDrafts()

  private let root: Section
  private let kinds: [ExplanationKind]

  init(_ root: Section, kinds: [ExplanationKind]) {
    self.root = root
    self.kinds = kinds
  }

  /// Reads the named dates; the names come first because everything else may use them.
  mutating func readDates(_ names: inout CaseNames) {
    var taken: Set<String> = []
    for node in root.list("dates") {
      guard
        let section = Section(
          node, "a date", known: ["id", "day", "what", "source", "kind", "draft"],
          required: ["id", "day", "what"], root.problems),
        let id = HeadSection.id(section, &taken)
      else { continue }
      if (try? DateSpan(parsing: id)) != nil {
        root.problems.error(
          section.line(of: "id"), "the id '\(id)' of a date reads as a date itself",
          "give the date a name")
      }
      names.dateNames.append(id)
      guard let day = section.date("day") else { continue }
      names.dates[id] = names.dates[id] ?? day
      let date = NamedDate(
        id: id, day: day, what: section.text("what") ?? "", source: section.text("source") ?? "",
        kind: section.word("kind", NamedDateKind.self))
      if section.isDraft {
        names.draftDates.insert(id)
        drafts.dates.append(date)
      } else {
        dates.append(date)
      }
    }
  }

  /// Reads all that refers to dates and rows.
  mutating func readRest(_ names: inout CaseNames) {
    checkDates(names)
    readLevers(&names)
    readExplanations(&names)
    readEventData()
  }

  private func checkDates(_ names: CaseNames) {
    for node in root.list("dates") {
      guard case .mapping(let entries) = node.value else { continue }
      for entry in entries {
        guard case .scalar(let text) = entry.node.value else { continue }
        if entry.key == "source" { checkSource(text, "source of a date", entry.line, names) }
        if entry.key == "id", names.record?.index.row(text) != nil {
          root.problems.error(
            entry.line, "'\(text)' is the id of a date and of a row", "rename the date")
        }
      }
      if !entries.contains(where: { $0.key == "source" && !$0.node.isNothing }) {
        root.problems.note(
          node.line, "the date names no row as its source", "add source: with the id of a row")
      }
    }
  }

  /// Reports rows that a source names and the record does not have; several are joined by `;`.
  private func checkSource(_ text: String, _ what: String, _ line: Int, _ names: CaseNames) {
    for part in text.split(separator: ";") {
      let id = part.split(separator: " ").joined(separator: " ")
      names.checkRow(id, what, line, root.problems)
    }
  }

  private mutating func readLevers(_ names: inout CaseNames) {
    var taken: Set<String> = []
    for node in root.list("levers") {
      guard
        let section = Section(
          node, "a lever",
          known: [
            "id", "name", "holder", "over", "from", "until", "strength", "source", "note", "draft",
          ],
          required: ["id", "holder", "over", "strength"], root.problems),
        let id = HeadSection.id(section, &taken)
      else { continue }
      let isDraft = section.isDraft
      if !isDraft { names.levers.append(id) }
      let names = names.inside(section)
      let holder = section.text("holder").map {
        names.actor($0, "holder of a lever", section.line(of: "holder"), root.problems)
      }
      let over = section.texts("over").map {
        names.actor($0.text, "over of a lever", $0.line, root.problems)
      }
      if let holder, over.contains(holder) {
        root.problems.error(
          section.line(of: "over"), "\(holder) holds the lever '\(id)' over itself",
          "name the actor that can be pressed")
      }
      let from = names.reference("from", in: section)
      let until = names.reference("until", in: section)
      names.checkOrder(from, until, "until", in: section)
      let source = section.text("source") ?? ""
      if source.isEmpty {
        root.problems.note(
          section.line, "the lever '\(id)' names no row as its source",
          "add source: with the id of a row")
      } else {
        checkSource(source, "source of the lever '\(id)'", section.line(of: "source"), names)
      }
      guard let holder, let strength = section.number("strength", in: 0...1) else { continue }
      let lever = Lever(
        id: id, name: section.text("name") ?? id, holder: holder, over: over,
        from: from.flatMap(names.span(of:)), until: until.flatMap(names.span(of:)),
        strength: strength, source: source, note: section.text("note") ?? "")
      if isDraft { drafts.levers.append(lever) } else { levers.append(lever) }
    }
  }

  private static let explanationKeys = [
    "id", "kind", "statement", "prior", "from", "until", "shocks", "rounds", "goal_needs",
    "draft",
  ]

  private mutating func readExplanations(_ names: inout CaseNames) {
    var taken: Set<String> = []
    for node in root.list("explanations") {
      guard
        let section = Section(
          node, "an explanation", known: Self.explanationKeys, required: ["id", "kind"],
          root.problems),
        let id = HeadSection.id(section, &taken)
      else { continue }
      names.explanations.append(id)
      let names = names.inside(section)
      let kind = section.text("kind")
      if let kind { check(kind, of: id, section) }
      let from = names.reference("from", in: section)
      let until = names.reference("until", in: section)
      names.checkOrder(from, until, "until", in: section)
      let prior = section.isMissing("prior") ? 1 : section.number("prior", in: 0...(.infinity))
      let need = section.word("goal_needs", GoalNeed.self)
      let shocks = names.references("shocks", in: section)
      let rounds = names.references("rounds", in: section)
      guard let kind, let prior else { continue }
      let explanation = Explanation(
        id: id, kind: kind, statement: section.text("statement") ?? "", prior: prior, from: from,
        until: until, shocks: shocks, rounds: rounds, goalNeeds: need)
      if section.isDraft {
        drafts.explanations.append(explanation)
      } else {
        explanations.append(explanation)
      }
    }
    if !explanations.isEmpty, explanations.allSatisfy({ $0.prior == 0 }) {
      root.problems.error(
        root.line(of: "explanations"), "every explanation has the prior 0",
        "give at least one a prior above 0")
    }
  }

  private func check(_ name: String, of id: String, _ section: Section) {
    guard let kind = kinds.first(where: { $0.name == name }) else {
      let all = kinds.map(\.name)
      root.problems.error(
        section.line(of: "kind"), "'\(name)' is not a kind of explanation",
        Nearest.word(to: name, among: all).map { "write '\($0)'" }
          ?? "write one of: \(all.joined(separator: ", "))")
      return
    }
    for key in kind.needs where section.isMissing(key) {
      root.problems.flaw(
        section.line, "the explanation '\(id)' of the kind \(name) has no \(key)",
        "add '\(key):' with a date or a reference")
    }
  }

  private mutating func readEventData() {
    guard let node = root["event_data"],
      let section = Section(node, "event_data", known: ["files", "store"], root.problems)
    else { return }
    let files = section.texts("files").map(\.text)
    let store = section.text("store")
    if files.isEmpty, store == nil {
      root.problems.error(
        section.line, "event_data names neither files nor a store", "add one of the two")
    }
    machineCoded = MachineCodedSource(store: store, files: files)
  }
}
