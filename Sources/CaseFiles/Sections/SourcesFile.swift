import Diplomacy
import EventData

/// Reads sources.yaml: one entry a publisher.
struct SourcesFile {
  private(set) var sources: [SourceProfile] = []
  private(set) var drafts: [SourceProfile] = []

  private static let keys = [
    "id", "name", "reliability", "owner", "side", "language", "note", "draft",
  ]

  init(_ node: YAMLNode, _ names: inout CaseNames, _ problems: FileProblems) {
    guard
      let root = Section(
        node, "sources.yaml", known: ["sources"], required: ["sources"], problems)
    else { return }
    var taken: Set<String> = []
    var publishers: Set<String> = []
    for node in root.list("sources") {
      guard
        let section = Section(
          node, "a source", known: Self.keys, required: ["id", "name"], problems),
        let id = section.statedText("id")
      else { continue }
      if !taken.insert(id).inserted {
        problems.error(
          section.line(of: "id"), "the id '\(id)' of a source is used twice",
          "give each an id of its own")
      }
      let name = section.text("name") ?? id
      if name != id, publishers.contains(name) {
        problems.error(
          section.line(of: "name"), "the name '\(name)' stands for two sources",
          "give each a name of its own")
      }
      publishers.formUnion([id, name])
      let language = section.text("language") ?? ""
      if !language.isEmpty, !LanguageTag.isWellFormed(language) {
        problems.error(
          section.line(of: "language"), "language of a source is '\(language)'",
          "write a tag such as en, az or ru")
      }
      let profile = SourceProfile(
        id: id, name: name, reliability: section.word("reliability", Reliability.self),
        owner: section.text("owner") ?? "",
        side: section.text("side").map {
          names.actor($0, "side of a source", section.line(of: "side"), problems)
        }, language: language)
      if section.isDraft { drafts.append(profile) } else { sources.append(profile) }
    }
    names.vocabulary.publishers = publishers
  }
}
