import Diplomacy

/// The kinds of hostile acts that stories differ in, by CAMEO root and below.
public enum HostileKind: String, Hashable, CaseIterable, Sendable, Codable {
  /// Accusing, criticising (11 without 113 to 115).
  case accuse
  /// Protesting, summoning, complaining officially (113 to 115, 14).
  case protest
  /// Rejecting, refusing contact (12).
  case reject
  /// Demanding (10).
  case demand
  /// Threatening, showing force (13, 15).
  case threaten
  /// Reducing relations, recalling, expelling (16 without 162 and 163, 174).
  case reduce
  /// Sanctioning, banning, cutting aid (162, 163, 17 without 173 and 174).
  case sanction
  /// Detaining (173).
  case detain
  /// Using force (18 to 20).
  case force

  /// The kinds that a code may stand for; none where it is no hostile kind.
  ///
  /// Roots 16 and 17 without a further digit are one kind with three sides: a coder that writes
  /// roots alone does not tell a recall from a ban.
  static func all(of code: EventCode) -> [HostileKind] {
    let digits = code.rawValue
    switch code.root {
    case 10: return [.demand]
    case 11: return ["113", "114", "115"].contains(digits.prefix(3)) ? [.protest] : [.accuse]
    case 12: return [.reject]
    case 13, 15: return [.threaten]
    case 14: return [.protest]
    case 16 where digits.count == 2, 17 where digits.count == 2:
      return [.reduce, .sanction, .detain]
    case 16: return ["162", "163"].contains(digits.prefix(3)) ? [.sanction] : [.reduce]
    case 17:
      if digits.hasPrefix("173") { return [.detain] }
      return digits.hasPrefix("174") ? [.reduce] : [.sanction]
    case 18...20: return [.force]
    default: return []
    }
  }
}
