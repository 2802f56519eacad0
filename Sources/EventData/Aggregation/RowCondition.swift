import Diplomacy

/// A condition on rows, as in "source=RUS & root>=10".
///
/// Fields: source, target, code, root, quad, goldstein, date, mentions. Comparisons: =, !=, <, <=,
/// >, >=; after = and != may stand several values joined by commas, and a range a..b. Conditions
/// are joined by & and |, negated by !, and grouped by brackets; & binds tighter than |.
public struct RowCondition: Sendable {
  /// The condition as the user wrote it.
  public let text: String
  let root: Node

  indirect enum Node: Sendable {
    case all([Node])
    case any([Node])
    case not(Node)
    case text(TextField, Set<PackedText>)
    case number(NumberField, [ClosedRange<Int>])
  }

  enum TextField: String, Sendable { case source, target, code }
  enum NumberField: String, Sendable { case root, quad, goldstein, date, mentions }

  /// Reads a condition.
  ///
  /// - Throws: ``InputError`` of kind usage that quotes what cannot be read.
  public init(_ text: String) throws(InputError) {
    self.text = text
    var parser = RowConditionParser(text)
    root = try parser.whole()
  }

  /// Whether a row fits.
  func fits(_ facts: borrowing RowFacts) -> Bool { Self.fits(root, facts) }

  private static func fits(_ node: Node, _ facts: borrowing RowFacts) -> Bool {
    switch node {
    case .all(let parts):
      for part in parts where !fits(part, facts) { return false }
      return true
    case .any(let parts):
      for part in parts where fits(part, facts) { return true }
      return false
    case .not(let part): return !fits(part, facts)
    case .text(let field, let values):
      switch field {
      case .source: return values.contains(facts.source)
      case .target: return values.contains(facts.target)
      case .code: return values.contains(facts.code)
      }
    case .number(let field, let ranges):
      let value: Int
      switch field {
      case .root: value = facts.root
      case .quad: value = facts.quad
      case .date: value = facts.day
      case .mentions: value = facts.mentions
      case .goldstein:
        guard let tenths = facts.tenths else { return false }
        value = tenths
      }
      for range in ranges where range.contains(value) { return true }
      return false
    }
  }
}

/// Reads the text of a condition by recursive descent.
struct RowConditionParser {
  private let text: String
  private var rest: Substring
  private var depth = 0

  init(_ text: String) {
    self.text = text
    rest = text[...]
  }

  mutating func whole() throws(InputError) -> RowCondition.Node {
    let node = try either()
    skipBlanks()
    if !rest.isEmpty { throw failure("'\(rest)' is left over") }
    return node
  }

  private mutating func either() throws(InputError) -> RowCondition.Node {
    var parts = [try both()]
    while take("|") {
      _ = take("|")
      parts.append(try both())
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func both() throws(InputError) -> RowCondition.Node {
    var parts = [try single()]
    while take("&") {
      _ = take("&")
      parts.append(try single())
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func single() throws(InputError) -> RowCondition.Node {
    // Each bracket and each negation is a call within a call: without a limit the stack ends first.
    depth += 1
    defer { depth -= 1 }
    guard depth <= 100 else { throw failure("more than 100 brackets or negations in each other") }
    if take("!") { return .not(try single()) }
    if take("(") {
      let node = try either()
      guard take(")") else { throw failure("a bracket is not closed") }
      return node
    }
    return try comparison()
  }

  private mutating func comparison() throws(InputError) -> RowCondition.Node {
    skipBlanks()
    let name = rest.prefix { $0.isLetter }
    rest = rest.dropFirst(name.count)
    guard let sign = ["!=", "<=", ">=", "=", "<", ">"].first(where: { take($0) }) else {
      throw failure("a comparison such as root>=10 is expected at '\(name)\(rest)'")
    }
    if sign == "=" { _ = take("=") }
    skipBlanks()
    let value = rest.prefix { !"&|()".contains($0) }
    rest = rest.dropFirst(value.count)
    let values = value.split(separator: ",").map { $0.trimmed.trimmingQuotes }
    guard !values.isEmpty, !values.contains("") else {
      throw failure("a value is missing after '\(name)\(sign)'")
    }
    let node: RowCondition.Node
    if let field = RowCondition.TextField(rawValue: name.lowercased()) {
      guard sign == "=" || sign == "!=" else {
        throw failure("'\(name)' takes = or !=, not \(sign)")
      }
      node = .text(field, Set(values.map { PackedText($0) }))
    } else if let field = RowCondition.NumberField(rawValue: name.lowercased()) {
      node = .number(field, try ranges(field, sign, values))
    } else {
      throw failure("'\(name)' is no field")
    }
    return sign == "!=" ? .not(node) : node
  }

  private func ranges(
    _ field: RowCondition.NumberField, _ sign: String, _ values: [String]
  ) throws(InputError) -> [ClosedRange<Int>] {
    var found: [ClosedRange<Int>] = []
    for value in values {
      let ends = value.components(around: "..")
      let first = try span(field, ends.0)
      if let other = ends.1 {
        let last = try span(field, other)
        guard sign == "=" || sign == "!=", first.lowerBound <= last.upperBound else {
          throw failure("'\(value)' is no range")
        }
        found.append(first.lowerBound...last.upperBound)
        continue
      }
      guard sign == "=" || sign == "!=" || values.count == 1 else {
        throw failure("\(sign) takes one value")
      }
      let limit = Int.max / 4
      switch sign {
      case "<": found.append(-limit...first.lowerBound - 1)
      case "<=": found.append(-limit...first.upperBound)
      case ">": found.append(first.upperBound + 1...limit)
      case ">=": found.append(first.lowerBound...limit)
      default: found.append(first)
      }
    }
    return found
  }

  /// The whole numbers a value stands for: one number, or the days of a day or a month.
  private func span(
    _ field: RowCondition.NumberField, _ value: String
  ) throws(InputError) -> ClosedRange<Int> {
    switch field {
    case .date:
      guard let days = try? DateSpan(parsing: value) else { throw failure("'\(value)' is no date") }
      return days.first.ordinal...days.last.ordinal
    case .goldstein:
      var bytes = value
      guard let tenths = bytes.withUTF8({ FieldParsing.tenths(UnsafeRawBufferPointer($0)) }),
        tenths.magnitude <= 1_000_000
      else { throw failure("'\(value)' is no number") }
      return tenths...tenths
    default:
      guard let number = Int(value), number.magnitude < 1 << 40 else {
        throw failure("'\(value)' is no whole number")
      }
      return number...number
    }
  }

  private mutating func skipBlanks() { rest = rest.drop { $0.isWhitespace } }

  private mutating func take(_ sign: String) -> Bool {
    skipBlanks()
    guard rest.hasPrefix(sign) else { return false }
    rest = rest.dropFirst(sign.count)
    return true
  }

  private func failure(_ what: String) -> InputError {
    InputError(
      .usage, file: "condition", what: "cannot read '\(text)': \(what)",
      fix: "write for instance 'source=RUS & root>=10'", remedy: .condition)
  }
}

extension String {
  fileprivate var trimmingQuotes: String {
    guard count >= 2, let first, first == "'" || first == "\"", last == first else { return self }
    return String(dropFirst().dropLast())
  }

  fileprivate func components(around mark: String) -> (String, String?) {
    guard let found = firstRange(of: mark) else { return (self, nil) }
    return (String(self[..<found.lowerBound]), String(self[found.upperBound...]))
  }

  private func firstRange(of mark: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(mark) { return start..<index(start, offsetBy: mark.count) }
      start = index(after: start)
    }
    return nil
  }
}
