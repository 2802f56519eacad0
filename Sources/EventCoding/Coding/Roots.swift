import Diplomacy

extension EventCode {
  /// The first three digits as a number: 57 for 057; two digits where there are no more.
  var group: Int { rawValue.utf8.prefix(3).reduce(0) { $0 * 10 + Int($1) - 0x30 } }

  /// Whether the code is a cooperative act beyond a statement or an appeal: roots 03 to 08.
  var isCooperative: Bool { (3...8).contains(root) }

  /// Whether the code is hostile beyond an accusation: roots 12 to 20.
  var isHostile: Bool { root >= 12 }

  /// Whether a state may do this within its own borders, so that one named state is enough.
  var isDomesticKind: Bool {
    switch root {
    case 1, 4, 5, 6, 7, 16: false
    default: true
    }
  }

  /// Whether the act needs no second party to be one: protest, coercion, assault, fighting, yielding.
  var isDomesticByItself: Bool {
    switch root {
    case 8, 14, 17, 18, 19, 20: true
    default: false
    }
  }

  /// A code known to be in the ontology.
  static func known(_ digits: String) -> EventCode { EventCode(rawValue: digits) ?? statement }

  private static let statement: EventCode = all[1]
}
