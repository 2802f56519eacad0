import Diplomacy
import EventData

/// Reads `demands:` of case.yaml: what each side asks of the other.
struct DemandSection {
  private let root: Section
  private var entries: [Entry] = []

  /// A demand as far as it can be read before the record is known.
  private struct Entry {
    let id: String
    let by: ActorCode
    let of: ActorCode
    let section: Section
  }

  private static let keys = ["id", "by", "of", "what", "since", "source", "draft"]

  init(_ root: Section) { self.root = root }

  /// Reads the ids and the sides, which the rows of the record name.
  mutating func readSides(_ names: inout CaseNames) {
    guard !root.isMissing("demands") else { return }
    var taken: Set<String> = []
    var sides: [String: DemandSides] = [:]
    for node in root.list("demands") {
      guard
        let section = Section(
          node, "a demand", known: Self.keys, required: ["id", "by", "of", "what"], root.problems),
        let id = HeadSection.id(section, &taken)
      else { continue }
      let (by, of) = (actor("by", section, names), actor("of", section, names))
      guard let by, let of else { continue }
      if by == of {
        root.problems.error(
          section.line(of: "of"), "\(by) makes the demand '\(id)' of itself",
          "name the side of which it is asked")
      }
      sides[id] = DemandSides(by: by, of: of)
      entries.append(Entry(id: id, by: by, of: of, section: section))
    }
    names.vocabulary.demands = sides
  }

  /// Reads what refers to dates and rows; gives the demands, and those that are drafts.
  func readRest(_ names: CaseNames) -> (demands: [Demand], drafts: [Demand]) {
    var (demands, drafts) = ([Demand](), [Demand]())
    for entry in entries {
      let section = entry.section
      let names = names.inside(section)
      let since = names.reference("since", in: section)
      let source = section.text("source") ?? ""
      if source.isEmpty {
        root.problems.note(
          section.line, "the demand '\(entry.id)' names no row as its source",
          "add source: with the id of a row")
      }
      for id in source.split(separator: ";") {
        names.checkRow(
          id.split(separator: " ").joined(separator: " "), "source of the demand '\(entry.id)'",
          section.line(of: "source"), root.problems)
      }
      let demand = Demand(
        id: entry.id, by: entry.by, of: entry.of, what: section.statedText("what") ?? "",
        since: since, source: source)
      if section.isDraft { drafts.append(demand) } else { demands.append(demand) }
    }
    return (demands, drafts)
  }

  private func actor(_ key: String, _ section: Section, _ names: CaseNames) -> ActorCode? {
    section.text(key).map {
      names.actor($0, "\(key) of a demand", section.line(of: key), root.problems)
    }
  }
}
