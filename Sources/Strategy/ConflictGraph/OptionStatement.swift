/// A statement about options, true or false in each state: names joined by not, and, or, if.
///
/// Written as `close & !apologise`, `press | wait`, `close -> refuse`, `a <-> b`, with parentheses;
/// `-` may stand for not before a name.
public indirect enum OptionStatement: Hashable, Sendable {
  case option(Int)
  case not(OptionStatement)
  case and(OptionStatement, OptionStatement)
  case or(OptionStatement, OptionStatement)
  case implies(OptionStatement, OptionStatement)
  case equivalent(OptionStatement, OptionStatement)

  /// Reads a statement.
  ///
  /// - Parameters:
  ///   - text: The statement.
  ///   - names: The options of the model in their order.
  /// - Throws: ``ConflictModelError`` that names the place and what was expected.
  public init(_ text: String, options names: [String]) throws(ConflictModelError) {
    var parser = Parser(text: text, names: names)
    self = try parser.whole()
  }

  /// Whether the statement is true of a state's options.
  public func holds(in bits: UInt64) -> Bool {
    switch self {
    case .option(let index): bits >> UInt64(index) & 1 == 1
    case .not(let inner): !inner.holds(in: bits)
    case .and(let a, let b): a.holds(in: bits) && b.holds(in: bits)
    case .or(let a, let b): a.holds(in: bits) || b.holds(in: bits)
    case .implies(let a, let b): !a.holds(in: bits) || b.holds(in: bits)
    case .equivalent(let a, let b): a.holds(in: bits) == b.holds(in: bits)
    }
  }

  private struct Parser {
    let text: String
    let names: [String]
    private var tokens: [String] = []
    private var next = 0
    private var depth = 0
    /// More signs than any model needs; the statement is walked by calls within calls.
    private static let tokenLimit = 2_000

    init(text: String, names: [String]) {
      self.text = text
      self.names = names
      tokens = Self.tokens(of: text)
    }

    /// The longest signs come first, so that `<->` is not read as `<` and `->`.
    private static func tokens(of text: String) -> [String] {
      var tokens: [String] = []
      var rest = Substring(text)
      while let character = rest.first {
        if character.isWhitespace {
          rest.removeFirst()
        } else if let sign = ["<->", "->", "&&", "||", "&", "|", "!", "(", ")", "-"]
          .first(where: { rest.hasPrefix($0) })
        {
          tokens.append(sign)
          rest.removeFirst(sign.count)
        } else {
          let word = rest.prefix { !$0.isWhitespace && !"&|!()<>".contains($0) && $0 != "-" }
          tokens.append(word.isEmpty ? String(character) : String(word))
          rest.removeFirst(max(1, word.count))
        }
      }
      return tokens
    }

    mutating func whole() throws(ConflictModelError) -> OptionStatement {
      guard tokens.count <= Self.tokenLimit else {
        throw ConflictModelError(
          "the statement has \(tokens.count) words and signs, more than \(Self.tokenLimit)")
      }
      let statement = try equivalence()
      guard next == tokens.count else { throw unexpected("the end of the statement") }
      return statement
    }

    private mutating func take(_ signs: String...) -> Bool {
      guard next < tokens.count, signs.contains(tokens[next]) else { return false }
      next += 1
      return true
    }

    private func unexpected(_ wanted: String) -> ConflictModelError {
      let found = next < tokens.count ? "'\(tokens[next])'" : "its end"
      return ConflictModelError("in the statement '\(text)', expected \(wanted), found \(found)")
    }

    private mutating func equivalence() throws(ConflictModelError) -> OptionStatement {
      let left = try implication()
      return take("<->") ? .equivalent(left, try equivalence()) : left
    }

    private mutating func implication() throws(ConflictModelError) -> OptionStatement {
      let left = try disjunction()
      return take("->") ? .implies(left, try implication()) : left
    }

    private mutating func disjunction() throws(ConflictModelError) -> OptionStatement {
      var left = try conjunction()
      while take("|", "||", "or") { left = .or(left, try conjunction()) }
      return left
    }

    private mutating func conjunction() throws(ConflictModelError) -> OptionStatement {
      var left = try negation()
      while take("&", "&&", "and") { left = .and(left, try negation()) }
      return left
    }

    private mutating func negation() throws(ConflictModelError) -> OptionStatement {
      depth += 1
      defer { depth -= 1 }
      guard depth <= 200 else { throw unexpected("at most 200 parentheses or negations nested") }
      if take("!", "-", "not") { return .not(try negation()) }
      if take("(") {
        let inner = try equivalence()
        guard take(")") else { throw unexpected("a closing parenthesis") }
        return inner
      }
      guard next < tokens.count, let option = names.firstIndex(of: tokens[next]) else {
        throw unexpected("an option (\(names.joined(separator: ", ")))")
      }
      next += 1
      return .option(option)
    }
  }
}
