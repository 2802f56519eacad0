/// Reads expressions such as `qo * V - k` as polynomials.
///
/// Known are numbers (`3`, `0.5`, `1/3`), names of parameters, `+`, `-`, `*` (or `·`), division by a
/// number, and parentheses.
public struct PolynomialParser {
  private let names: [String: Int]
  private var rest: Substring

  /// Why an expression could not be read.
  public struct Failure: Error, Hashable, Sendable {
    /// What is wrong.
    public let what: String
  }

  /// Reads an expression.
  ///
  /// - Parameters:
  ///   - text: The expression.
  ///   - names: The parameters in the order of their indices.
  public static func polynomial(
    from text: String, names: [String]
  ) throws(Failure) -> Polynomial {
    var index: [String: Int] = [:]
    for (place, name) in names.enumerated() { index[name] = place }
    var parser = PolynomialParser(names: index, rest: text[...])
    let value = try parser.sum(depth: 0)
    parser.skip()
    guard parser.rest.isEmpty else {
      throw Failure(what: "'\(parser.rest.prefix(12))' is not expected in '\(text)'")
    }
    return value
  }

  private mutating func skip() { rest = rest.drop { $0.isWhitespace } }

  private mutating func take(_ marks: String) -> Character? {
    skip()
    guard let first = rest.first, marks.contains(first) else { return nil }
    rest.removeFirst()
    return first
  }

  private mutating func sum(depth: Int) throws(Failure) -> Polynomial {
    guard depth < 50 else { throw Failure(what: "the expression is too deeply nested") }
    var value = try product(depth: depth)
    while let mark = take("+-−") {
      let next = try product(depth: depth)
      value = mark == "+" ? value + next : value - next
    }
    return value
  }

  private mutating func product(depth: Int) throws(Failure) -> Polynomial {
    var value = try factor(depth: depth)
    while let mark = take("*·×/") {
      let next = try factor(depth: depth)
      if mark == "/" {
        guard let divisor = next.constant, !divisor.isZero else {
          throw Failure(what: "only division by a number other than 0 is known")
        }
        value = value * Polynomial(1 / divisor)
      } else {
        guard value.degree + next.degree <= 12, value.terms.count * next.terms.count <= 4_000 else {
          throw Failure(what: "the expression multiplies too many parameters")
        }
        value = value * next
      }
    }
    return value
  }

  private mutating func factor(depth: Int) throws(Failure) -> Polynomial {
    if let mark = take("-−+") {
      guard depth < 50 else { throw Failure(what: "the expression is too deeply nested") }
      let value = try factor(depth: depth + 1)
      return mark == "+" ? value : -value
    }
    if take("(") != nil {
      let value = try sum(depth: depth + 1)
      guard take(")") != nil else { throw Failure(what: "a parenthesis is not closed") }
      return value
    }
    skip()
    guard let first = rest.first else { throw Failure(what: "the expression ends too early") }
    if first.isNumber || first == "." {
      let digits = rest.prefix { $0.isNumber || $0 == "." }
      rest = rest.dropFirst(digits.count)
      guard let value = Rational(String(digits)) else {
        throw Failure(what: "'\(digits)' is not a number")
      }
      return Polynomial(value)
    }
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    rest = rest.dropFirst(name.count)
    guard !name.isEmpty else { throw Failure(what: "'\(first)' is not expected") }
    guard let index = names[String(name)] else {
      throw Failure(what: "there is no parameter '\(name)'")
    }
    return Polynomial(parameter: index)
  }
}
