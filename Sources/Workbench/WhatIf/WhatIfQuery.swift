import Casework
import HTTPTypes

/// The changes that an address of the what-if page asks for.
struct WhatIfQuery: Sendable {
  /// The changes in the order of their kinds, each once.
  let changes: [StatedChange]

  /// The most changes at once, and the most letters of one.
  private static let limits = (changes: 100, letters: 300)

  /// Reads changes: whole ones under the name of their kind, and those given as a name and a value.
  ///
  /// - Throws: ``Fault`` where there are too many, or one holds what no name has.
  init(_ fields: Fields) throws(Fault) {
    var changes: [StatedChange] = []
    for kind in StatedChange.Kind.allCases {
      var texts = fields.values(kind.rawValue)
      let names = fields.values("\(kind.rawValue)-name")
      let values = fields.values("\(kind.rawValue)-value")
      texts += zip(names, values).filter { !$0.0.isEmpty && !$0.1.isEmpty }.map { "\($0)=\($1)" }
      for text in texts.map({ Self.trimmed($0) }) where !text.isEmpty {
        let change = StatedChange(kind, text)
        guard !changes.contains(change) else { continue }
        guard text.count <= Self.limits.letters, changes.count < Self.limits.changes,
          !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
        else {
          throw Fault(
            .badRequest, "This cannot be asked",
            "At most \(Self.limits.changes) changes of \(Self.limits.letters) letters each.")
        }
        changes.append(change)
      }
    }
    self.changes = changes
  }

  /// The fields of the address; the same changes have the same address.
  static func fields(of changes: [StatedChange]) -> [(String, String)] {
    changes.map { ($0.kind.rawValue, $0.text) }
  }

  private static func trimmed(_ text: String) -> String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    var rest = text.drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(rest)
  }
}
