public import Diplomacy

/// A kind of act whose chance is forecast: the four quad classes, and nine narrower kinds.
///
/// The kinds are sets of CAMEO codes and overlap: an accusation is verbal conflict too.
public enum ActKind: String, Hashable, CaseIterable, Sendable, Codable {
  /// Words of cooperation: roots 01 to 05.
  case verbalCooperation = "vcoop"
  /// Deeds of cooperation: roots 06 to 08.
  case materialCooperation = "mcoop"
  /// Words of conflict: roots 09 to 13.
  case verbalConflict = "vconf"
  /// Deeds of conflict: roots 14 to 20.
  case materialConflict = "mconf"
  /// Meetings, visits, calls: root 04.
  case consult
  /// Agreements signed: code 057.
  case agree
  /// Concessions, apologies, releases: codes 035, 055, 056 and root 08.
  case yield
  /// Criticism, complaints, accusations: root 11.
  case accuse
  /// Threats: root 13.
  case threaten
  /// Military posture: root 15.
  case posture
  /// Relations reduced, envoys expelled, aid cut: root 16 without 163.
  case reduce
  /// Sanctions and coercion, of the other side's nationals too: code 163 and root 17.
  case coerce
  /// Force: roots 18 to 20.
  case fight

  /// The kinds that a code belongs to.
  ///
  /// - Parameters:
  ///   - code: The code of the act.
  ///   - isTowardState: Whether the act was toward the state or its organs. Toward anybody else of
  ///     the country it counts as coercion or not at all.
  public static func kinds(of code: EventCode, isTowardState: Bool) -> KindSet {
    let text = code.rawValue
    func starts(_ head: String) -> Bool { text.hasPrefix(head) }
    var kinds = KindSet()
    let root = code.root
    if starts("163") || root == 17 { kinds.insert(.coerce) }
    guard isTowardState else { return kinds }
    switch code.quadClass {
    case .verbalCooperation: kinds.insert(.verbalCooperation)
    case .materialCooperation: kinds.insert(.materialCooperation)
    case .verbalConflict: kinds.insert(.verbalConflict)
    case .materialConflict: kinds.insert(.materialConflict)
    }
    if root == 4 { kinds.insert(.consult) }
    if starts("057") { kinds.insert(.agree) }
    if starts("035") || starts("055") || starts("056") || root == 8 { kinds.insert(.yield) }
    if root == 11 { kinds.insert(.accuse) }
    if root == 13 { kinds.insert(.threaten) }
    if root == 15 { kinds.insert(.posture) }
    if root == 16, !starts("163") { kinds.insert(.reduce) }
    if root >= 18 { kinds.insert(.fight) }
    return kinds
  }

  /// The place of the kind among all of them.
  var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The four quad classes.
  static let quads: [ActKind] = [
    .verbalCooperation, .materialCooperation, .verbalConflict, .materialConflict,
  ]
}

/// A set of kinds.
public struct KindSet: OptionSet, Hashable, Sendable {
  /// One bit a kind, in the order of the kinds.
  public let rawValue: UInt16

  /// Makes a set from its bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The set of one kind.
  public init(_ kind: ActKind) { rawValue = 1 << UInt16(kind.index) }

  /// Whether a kind is in the set.
  public func contains(_ kind: ActKind) -> Bool { contains(KindSet(kind)) }

  /// Adds a kind.
  public mutating func insert(_ kind: ActKind) { formUnion(KindSet(kind)) }

  /// Every verbal or material conflict.
  public static let hostile: KindSet = [
    KindSet(ActKind.verbalConflict), KindSet(ActKind.materialConflict),
  ]

  /// Every act toward the state.
  public static let any: KindSet = [
    hostile, KindSet(ActKind.verbalCooperation), KindSet(ActKind.materialCooperation),
  ]
}
