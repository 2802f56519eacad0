import Diplomacy
import EventData

/// Reads checks of assertions.
struct CheckReader {
  let names: CaseNames
  let problems: FileProblems

  static let kinds = [
    "count", "exists", "order", "interval", "state", "share", "trend", "turning-point",
    "compare", "media", "all", "any", "readings", "untestable",
  ]

  var filters: FilterReader { FilterReader(names: names) }

  /// The check that a node holds, or nothing where it is wrong as a whole.
  ///
  /// A kind may stand beside `says`, the words of the assertion that it tests.
  ///
  /// - Parameter depth: How many `all`, `any` or `readings` lie around it.
  func check(_ node: YAMLNode, depth: Int = 0) -> Check? {
    guard case .mapping(let entries) = node.value else {
      problems.error(
        node.line, "check is \(node.shape), not a kind of check with its keys",
        "write one of: \(Self.kinds.joined(separator: ", "))")
      return nil
    }
    let says = entries.first { $0.key == "says" }.flatMap(says)
    let kinds = entries.filter { $0.key != "says" }
    guard kinds.count == 1, let entry = kinds.first else {
      problems.error(
        node.line,
        kinds.isEmpty
          ? "check has no kind"
          : "check has \(kinds.count) kinds: \(kinds.map(\.key).joined(separator: ", "))",
        "write one kind; join several with all: [ … ] or any: [ … ]")
      for entry in kinds { _ = check(entry, depth: depth) }
      return nil
    }
    return check(entry, depth: depth).map { check in
      says.map { .clause(says: $0, check) } ?? check
    }
  }

  private func says(_ entry: YAMLEntry) -> String? {
    if case .scalar(let text) = entry.node.value { return text }
    problems.error(
      entry.line, "says is \(entry.node.shape), not a text", "write the words that are tested")
    return nil
  }

  private func check(_ entry: YAMLEntry, depth: Int) -> Check? {
    switch entry.key {
    case "count": count(entry).map(Check.count)
    case "exists": exists(entry).map(Check.exists)
    case "order": order(entry).map(Check.order)
    case "interval": interval(entry).map(Check.interval)
    case "state": state(entry).map(Check.state)
    case "share": share(entry).map(Check.share)
    case "trend": trend(entry).map(Check.trend)
    case "turning-point": turningPoint(entry).map(Check.turningPoint)
    case "compare": compare(entry).map(Check.compare)
    case "media": media(entry).map(Check.media)
    case "all": list(entry, depth: depth).map(Check.all)
    case "any": list(entry, depth: depth).map(Check.any)
    case "readings": readings(entry, depth: depth)
    case "untestable": untestable(entry)
    default: unknown(entry)
    }
  }

  private func unknown(_ entry: YAMLEntry) -> Check? {
    problems.error(
      entry.line, "unknown kind of check '\(entry.key)'",
      Nearest.word(to: entry.key, among: Self.kinds).map { "write '\($0)'" }
        ?? "the kinds are \(Self.kinds.joined(separator: ", "))")
    return nil
  }

  private func list(_ entry: YAMLEntry, depth: Int) -> [Check]? {
    guard case .list(let nodes) = entry.node.value, !nodes.isEmpty else {
      problems.error(
        entry.line, "\(entry.key) holds no list of checks",
        "write \(entry.key): [ {count: …}, … ]")
      return nil
    }
    guard isShallow(entry, depth) else { return nil }
    let parts = nodes.compactMap { check($0, depth: depth + 1) }
    return parts.count == nodes.count ? parts : nil
  }

  /// Two readings of one sentence; the strict one asks for more.
  private func readings(_ entry: YAMLEntry, depth: Int) -> Check? {
    guard isShallow(entry, depth),
      let section = section(
        entry, known: ["loose", "strict"], required: ["loose", "strict"])
    else { return nil }
    let loose = section["loose"].flatMap { check($0, depth: depth + 1) }
    let strict = section["strict"].flatMap { check($0, depth: depth + 1) }
    guard let loose, let strict else { return nil }
    return .readings(loose: loose, strict: strict)
  }

  private func isShallow(_ entry: YAMLEntry, _ depth: Int) -> Bool {
    if depth < 8 { return true }
    problems.error(
      entry.line, "\(entry.key) lies within others more than 8 deep",
      "join the checks in one list")
    return false
  }

  private func compare(_ entry: YAMLEntry) -> CompareCheck? {
    guard
      let section = section(
        entry, known: ["first", "second", "is", "by"], required: ["first", "second", "is"])
    else { return nil }
    let first = side("first", section)
    let second = side("second", section)
    let relation = section.word("is", CompareCheck.Relation.self)
    let by = section.isMissing("by") ? 0 : section.number("by", in: 0...1_000_000)
    guard let first, let second, let relation, let by else { return nil }
    guard (first.among == nil) == (second.among == nil) else {
      problems.error(
        section.line, "compare holds a share against a count",
        "write among on both sides, or on neither")
      return nil
    }
    return CompareCheck(first: first, second: second, relation: relation, by: by)
  }

  private func side(_ key: String, _ section: Section) -> CompareCheck.Side? {
    guard let node = section[key],
      let side = Section(
        node, "\(key) of compare", known: ["rows", "among"], required: ["rows"], problems),
      let rows = filters.filter("rows", in: side)
    else { return nil }
    return CompareCheck.Side(rows: rows, among: filters.filter("among", in: side))
  }

  private func untestable(_ entry: YAMLEntry) -> Check? {
    if case .scalar(let reason) = entry.node.value,
      !reason.utf8.allSatisfy({ $0 <= 0x20 })
    {
      return .untestable(reason)
    }
    problems.error(
      entry.line, "untestable states no reason", "write why no check of the record can tell")
    return nil
  }

  func section(_ entry: YAMLEntry, known: [String], required: [String]) -> Section? {
    Section(entry.node, entry.key, known: known, required: required, problems)
  }

  /// Reports a check without any bound.
  func needsBound(_ keys: [String], _ section: Section) -> Bool {
    if keys.contains(where: { !section.isMissing($0) }) { return true }
    problems.error(
      section.line, "\(section.name) has no bound", "add \(keys.joined(separator: " or "))")
    return false
  }

  /// Reports bounds that no number can meet.
  func checkOrder<Number: Comparable>(
    _ low: Number?, _ lowKey: String, _ high: Number?, _ highKey: String, _ section: Section
  ) {
    guard let low, let high, low > high else { return }
    problems.error(
      section.line(of: lowKey), "\(lowKey) of \(section.name) is above \(highKey)",
      "write the smaller number as \(lowKey)")
  }

  private func count(_ entry: YAMLEntry) -> CountCheck? {
    let bounds = ["at_least", "at_most"]
    guard
      let section = section(
        entry, known: ["rows", "partly_at_least", "partly_at_most"] + bounds, required: ["rows"]),
      let rows = filters.filter("rows", in: section)
    else { return nil }
    let atLeast = section.whole("at_least", atLeast: 0)
    let atMost = section.whole("at_most", atLeast: 0)
    let partlyAtLeast = section.whole("partly_at_least", atLeast: 0)
    let partlyAtMost = section.whole("partly_at_most", atLeast: 0)
    checkOrder(atLeast, "at_least", atMost, "at_most", section)
    checkOrder(partlyAtLeast, "partly_at_least", atLeast, "at_least", section)
    checkOrder(atMost, "at_most", partlyAtMost, "partly_at_most", section)
    guard needsBound(bounds, section) else { return nil }
    return CountCheck(
      rows: rows, atLeast: atLeast, atMost: atMost, partlyAtLeast: partlyAtLeast,
      partlyAtMost: partlyAtMost)
  }

  private func exists(_ entry: YAMLEntry) -> ExistsCheck? {
    guard
      let section = section(
        entry, known: ["rows", "claimed", "tolerated"], required: ["rows", "claimed"]),
      let rows = filters.filter("rows", in: section)
    else { return nil }
    let tolerated = section.whole("tolerated", atLeast: 0) ?? 0
    guard let claimed = section.word("claimed", ExistsCheck.Claimed.self) else { return nil }
    if claimed == .some, tolerated > 0 {
      problems.note(
        section.line(of: "tolerated"), "tolerated says nothing where claimed is some",
        "leave it out")
    }
    return ExistsCheck(rows: rows, claimed: claimed, tolerated: tolerated)
  }

  private func order(_ entry: YAMLEntry) -> OrderCheck? {
    guard
      let section = section(entry, known: ["first", "then"], required: ["first", "then"])
    else { return nil }
    let first = names.reference("first", in: section)
    let then = names.reference("then", in: section)
    guard let first, let then else { return nil }
    if first == then {
      problems.error(
        section.line, "order compares '\(first.text)' with itself", "name two dates")
    }
    return OrderCheck(first: first, then: then)
  }

  private func interval(_ entry: YAMLEntry) -> IntervalCheck? {
    let bounds = ["at_least", "at_most"]
    guard
      let section = section(entry, known: ["from", "to"] + bounds, required: ["from", "to"])
    else { return nil }
    let from = names.reference("from", in: section)
    let to = names.reference("to", in: section)
    let atLeast = section.whole("at_least", atLeast: -1_000_000)
    let atMost = section.whole("at_most", atLeast: -1_000_000)
    checkOrder(atLeast, "at_least", atMost, "at_most", section)
    guard needsBound(bounds, section), let from, let to else { return nil }
    return IntervalCheck(from: from, to: to, atLeast: atLeast, atMost: atMost)
  }
}
