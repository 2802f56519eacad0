extension Check: CustomStringConvertible {
  /// The check as an author writes it in `assertions.yaml`, on one line.
  public var description: String {
    switch self {
    case .clause(let says, let check):
      says.isEmpty ? check.description : "\(check.description) # \(says)"
    case .untestable(let reason): "untestable: \(reason)"
    case .all(let checks), .any(let checks):
      "\(name): [ \(checks.map { "{ \($0.description) }" }.joined(separator: ", ")) ]"
    case .readings(let loose, let strict):
      "readings: { loose: { \(loose.description) }, strict: { \(strict.description) } }"
    default: "\(name): { \(fields.joined(separator: ", ")) }"
    }
  }

  private var fields: [String] {
    switch self {
    case .count(let check):
      ["rows: \(check.rows)"] + Self.bounds(check.atLeast, check.atMost)
        + Self.bounds(check.partlyAtLeast, check.partlyAtMost, prefix: "partly_")
    case .exists(let check):
      ["claimed: \(check.claimed.rawValue)", "rows: \(check.rows)"]
        + (check.tolerated > 0 ? ["tolerated: \(check.tolerated)"] : [])
    case .order(let check): ["first: \(check.first.text)", "then: \(check.then.text)"]
    case .interval(let check):
      ["from: \(check.from.text)", "to: \(check.to.text)"]
        + Self.bounds(check.atLeast, check.atMost)
    case .state(let check): check.fields
    case .share(let check):
      ["rows: \(check.rows)", "among: \(check.among)"] + Self.bounds(check.atLeast, check.atMost)
        + (check.partlyWithin > 0 ? ["partly_within: \(check.partlyWithin)"] : [])
    case .trend(let check):
      [
        "dyad: \(check.dyad)", "part: \(check.part.rawValue)", "from: \(check.from.text)",
        "to: \(check.to.text)", "direction: \(check.direction.rawValue)",
      ]
    case .turningPoint(let check):
      [
        "dyad: \(check.dyad)", "near: \(check.near.text)", "within: \(check.within)",
        "what: \(check.what.rawValue)",
      ]
    case .compare(let check):
      [
        "first: { \(check.first.text) }", "second: { \(check.second.text) }",
        "is: \(check.relation.rawValue)",
      ] + (check.by > 0 ? ["by: \(check.by)"] : [])
    case .media(let check): check.fields + Self.bounds(check.atLeast, check.atMost)
    default: []
    }
  }

  private static func bounds<Number>(_ low: Number?, _ high: Number?, prefix: String = "")
    -> [String]
  {
    [low.map { "\(prefix)at_least: \($0)" }, high.map { "\(prefix)at_most: \($0)" }]
      .compactMap(\.self)
  }
}

extension MediaCheck {
  fileprivate var fields: [String] {
    var fields: [String] = []
    if !outlets.isEmpty { fields.append("outlets: [\(outlets.joined(separator: ", "))]") }
    if let side { fields.append("side: \(side)") }
    fields += ["toward: \(toward)", "shows: \(shows.rawValue)"]
    if let from { fields.append("from: \(from.text)") }
    if let until { fields.append("until: \(until.text)") }
    return fields
  }
}

extension CompareCheck.Side {
  fileprivate var text: String {
    (["rows: \(rows)"] + (among.map { ["among: \($0)"] } ?? [])).joined(separator: ", ")
  }
}

extension DateReferenceSpan {
  /// The span as written: one reference, or two with a slash.
  public var text: String { from == through ? from.text : "\(from.text)/\(through.text)" }
}

extension StateCheck {
  fileprivate var fields: [String] {
    let subject =
      switch subject {
      case .channel(let pair, let level):
        "channel: { between: [\(pair.first), \(pair.second)], level: \(level.rawValue) }"
      case .lever(let id): "lever: \(id)"
      case .levers(let holder, let over): "levers: { holder: \(holder), over: \(over) }"
      }
    return [subject, "from: \(from.text)"] + (through.map { ["through: \($0.text)"] } ?? [])
      + ["is: [\(states.joined(separator: ", "))]"] + (share < 1 ? ["share: \(share)"] : [])
  }
}

extension RowFilter: CustomStringConvertible {
  /// The filter as an author writes it.
  public var description: String {
    var fields: [String] = []
    func add<Value>(_ key: String, _ values: [Value]?, _ text: (Value) -> String) {
      guard let values else { return }
      let texts = values.map(text)
      fields.append("\(key): \(texts.count == 1 ? texts[0] : "[\(texts.joined(separator: ", "))]")")
    }
    add("ids", ids) { $0 }
    add("source", sources) { $0.rawValue }
    add("target", targets) { $0.rawValue }
    add("organ", organs) { $0 }
    add("target_organ", targetOrgans) { $0 }
    add("code", codes) { "\"\($0)\"" }
    add("root", roots) { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)..\($0.upperBound)" }
    add("quad", quads) { "\($0.rawValue)" }
    add("tone", tones) { $0.rawValue }
    add("issue", issues) { $0 }
    add("status", statuses) { $0.rawValue }
    add("intent", intents) { $0.rawValue }
    add("conciliation", conciliation) { $0 }
    add("channel", channels) { $0.rawValue }
    add("channel_effect", channelEffects) { $0.rawValue }
    if let from { fields.append("from: \(from.text)") }
    if let until { fields.append("until: \(until.text)") }
    if includesExcluded { fields.append("include_excluded: true") }
    return fields.isEmpty ? "{}" : "{ \(fields.joined(separator: ", ")) }"
  }
}
