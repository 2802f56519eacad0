import Diplomacy
import EventData

/// Reads descriptions of rows.
struct FilterReader {
  let names: CaseNames

  static let keys = [
    "ids", "source", "target", "organ", "target_organ", "code", "root", "quad", "tone", "issue",
    "status", "intent", "conciliation", "channel", "channel_effect", "from", "until",
    "include_excluded",
  ]

  /// The filter of a key of a check, or nothing where it is missing or wrong as a whole.
  func filter(_ key: String, in check: Section) -> RowFilter? {
    guard let node = check[key],
      let section = Section(
        node, "\(key) of \(check.name)", known: Self.keys, check.problems)
    else { return nil }
    var filter = RowFilter()
    filter.ids = list("ids", section) { text, line in
      names.checkRow(text, "ids of \(section.name)", line, section.problems)
      return text
    }
    filter.sources = list("source", section) { actor($0, "source", $1, section) }
    filter.targets = list("target", section) { actor($0, "target", $1, section) }
    filter.organs = list("organ", section) { used($0, .sourceOrgan, "organ", $1, section) }
    filter.targetOrgans = list("target_organ", section) {
      used($0, .targetOrgan, "target_organ", $1, section)
    }
    filter.codes = list("code", section) { code($0, $1, section) }
    filter.roots = list("root", section) { roots($0, $1, section) }
    filter.quads = list("quad", section) { quad($0, $1, section) }
    filter.tones = list("tone", section) { section.word($0, "tone", $1, Tone.self) }
    filter.issues = list("issue", section) { issue($0, $1, section) }
    filter.statuses = list("status", section) {
      section.word($0, "status", $1, EventStatus.self)
    }
    filter.intents = list("intent", section) {
      section.word($0, "intent", $1, EventIntent.self)
    }
    filter.conciliation = list("conciliation", section) {
      used($0, .conciliation, "conciliation", $1, section)
    }
    filter.channels = list("channel", section) { level($0, $1, section) }
    filter.channelEffects = list("channel_effect", section) {
      section.word($0, "channel_effect", $1, ChannelEffect.self)
    }
    filter.from = names.reference("from", in: section)
    filter.until = names.reference("until", in: section)
    names.checkOrder(filter.from, filter.until, "until", in: section)
    filter.includesExcluded = section.truth("include_excluded") ?? false
    return filter
  }

  private func list<Value>(
    _ key: String, _ section: Section, _ read: (String, Int) -> Value?
  ) -> [Value]? {
    guard !section.isMissing(key) else { return nil }
    let texts = section.texts(key)
    if texts.isEmpty {
      section.problems.error(
        section.line(of: key), "\(key) of \(section.name) lists nothing",
        "write a value, or leave the key out")
    }
    return texts.compactMap { read($0.text, $0.line) }
  }

  private func actor(_ text: String, _ key: String, _ line: Int, _ section: Section) -> ActorCode {
    names.actor(text, "\(key) of \(section.name)", line, section.problems)
  }

  /// A word that rows may have: one that no row has is worth a note.
  private func used(
    _ text: String, _ column: RecordColumn, _ key: String, _ line: Int, _ section: Section
  ) -> String {
    let words = names.record?.words[column] ?? []
    if names.record != nil, !words.contains(text) {
      let near = Nearest.word(to: text, among: words)
      section.problems.note(
        line, "no row has the \(key) '\(text)'", near.map { "perhaps '\($0)'" } ?? "")
    }
    return text
  }

  private func code(_ text: String, _ line: Int, _ section: Section) -> String {
    if !EventCode.all.contains(where: { $0.rawValue.hasPrefix(text) }) || text.isEmpty {
      let fault = RecordVocabulary.notCameo(text)
      section.problems.error(line, fault.what, fault.fix)
    }
    return text
  }

  private func roots(_ text: String, _ line: Int, _ section: Section) -> ClosedRange<Int>? {
    var parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 3, parts[1].isEmpty { parts.remove(at: 1) }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, (1...2).contains(numbers.count),
      let low = numbers.first, let high = numbers.last
    else {
      section.problems.error(
        line, "root of \(section.name) is '\(text)'", "write a root such as 14, or a range 10..20")
      return nil
    }
    guard low >= 1, high <= 20, low <= high else {
      section.problems.error(
        line, "root of \(section.name) is \(text), out of range",
        "write roots from 1 to 20, the lower first")
      return nil
    }
    return low...high
  }

  private func quad(_ text: String, _ line: Int, _ section: Section) -> QuadClass? {
    if let quad = Int(text).flatMap(QuadClass.init(rawValue:)) { return quad }
    section.problems.error(
      line, "quad of \(section.name) is '\(text)'",
      "write 1 (verbal cooperation), 2 (material cooperation), 3 (verbal conflict) or 4 (material conflict)"
    )
    return nil
  }

  private func issue(_ text: String, _ line: Int, _ section: Section) -> String {
    if let issues = names.vocabulary.issues, !issues.contains(text) {
      section.problems.error(
        line, "'\(text)' is not an issue of case.yaml",
        Nearest.word(to: text, among: issues).map { "write '\($0)'" } ?? "add it to issues")
    }
    return text
  }

  private func level(_ text: String, _ line: Int, _ section: Section) -> ChannelLevel {
    if let levels = names.vocabulary.levels, !levels.contains(text),
      names.record?.words[.channel]?.contains(text) != true
    {
      section.problems.error(
        line, "'\(text)' is not a level of any channel of case.yaml",
        Nearest.word(to: text, among: levels).map { "write '\($0)'" } ?? "add it to channels")
    }
    return ChannelLevel(rawValue: text)
  }
}
