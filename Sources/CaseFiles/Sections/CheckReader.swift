import Diplomacy
import EventData

/// Reads checks of assertions.
struct CheckReader {
  let names: CaseNames
  let problems: FileProblems

  static let kinds = [
    "count", "exists", "order", "interval", "state", "share", "trend", "turning-point", "all",
    "untestable",
  ]

  var filters: FilterReader { FilterReader(names: names) }

  /// The check that a node holds, or nothing where it is wrong as a whole.
  ///
  /// - Parameter depth: How many `all` lie around it.
  func check(_ node: YAMLNode, depth: Int = 0) -> Check? {
    guard case .mapping(let entries) = node.value else {
      problems.error(
        node.line, "check is \(node.shape), not a kind of check with its keys",
        "write one of: \(Self.kinds.joined(separator: ", "))")
      return nil
    }
    guard entries.count == 1, let entry = entries.first else {
      problems.error(
        node.line,
        "check has \(entries.count) kinds: \(entries.map(\.key).joined(separator: ", "))",
        "write one kind; join several with all: [ … ]")
      for entry in entries { _ = check(entry, depth: depth) }
      return nil
    }
    return check(entry, depth: depth)
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
    case "all": all(entry, depth: depth)
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

  private func all(_ entry: YAMLEntry, depth: Int) -> Check? {
    guard case .list(let nodes) = entry.node.value, !nodes.isEmpty else {
      problems.error(entry.line, "all holds no list of checks", "write all: [ {count: …}, … ]")
      return nil
    }
    guard depth < 8 else {
      problems.error(
        entry.line, "all lies within all more than 8 deep", "join the checks in one list")
      return nil
    }
    let parts = nodes.compactMap { check($0, depth: depth + 1) }
    return parts.count == nodes.count ? .all(parts) : nil
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
