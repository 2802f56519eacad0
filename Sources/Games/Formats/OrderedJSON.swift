/// A JSON value whose members keep the order in which they were given.
package indirect enum OrderedJSON: Sendable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
  /// A text.
  case text(String)
  /// A number as written.
  case number(Double)
  /// A whole number.
  case whole(Int)
  /// True or false.
  case flag(Bool)
  /// Nothing.
  case null
  /// JSON that has been written already.
  case written(String)
  /// A list.
  case list([OrderedJSON])
  /// Names and values.
  case members([(String, OrderedJSON)])

  package init(stringLiteral value: String) { self = .text(value) }

  package init(arrayLiteral elements: OrderedJSON...) { self = .list(elements) }

  /// An exact number as text such as `3/7`, another as a JSON number.
  package static func quantity(_ quantity: GameQuantity) -> OrderedJSON {
    switch quantity {
    case .exact(let value): .text(value.description)
    case .decimal(let value): .number(value)
    }
  }

  /// The text, with lists and members of more than scalars on lines of their own.
  package func text(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .text(let value): return Self.quoted(value)
    case .number(let value): return value.isFinite ? "\(value)" : "null"
    case .whole(let value): return "\(value)"
    case .flag(let value): return value ? "true" : "false"
    case .null: return "null"
    case .written(let text): return text
    case .list(let values):
      if values.isEmpty { return "[]" }
      if values.allSatisfy(\.isScalar) {
        return "[" + values.map { $0.text() }.joined(separator: ", ") + "]"
      }
      return "[\n" + values.map { inner + $0.text(indent: inner) }.joined(separator: ",\n")
        + "\n\(indent)]"
    case .members(let members):
      if members.isEmpty { return "{}" }
      if members.count <= 4, members.allSatisfy({ $0.1.isScalar }) {
        return "{" + members.map { "\(Self.quoted($0.0)): \($0.1.text())" }.joined(separator: ", ")
          + "}"
      }
      return "{\n"
        + members.map { "\(inner)\(Self.quoted($0.0)): \($0.1.text(indent: inner))" }
        .joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  private var isScalar: Bool {
    switch self {
    case .list, .members, .written: false
    default: true
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case let other where other.value < 0x20:
        let digits = String(other.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
