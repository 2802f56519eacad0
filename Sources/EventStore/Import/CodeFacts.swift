import Diplomacy

/// What a CAMEO code says, looked up once a row.
struct CodeFacts: Sendable {
  let code: EventCode
  let text: LastingText
  let number: Int32
  let root: Int32
  let weight: Int32
  let plover: PloverType?

  private init(_ code: EventCode, number: Int) {
    self.code = code
    text = LastingText(code.rawValue)
    self.number = Int32(truncatingIfNeeded: number)
    root = Int32(truncatingIfNeeded: code.root)
    weight = Int32((IntensityScale.goldsteinGDELT.weightOrOther(of: code) * 10).rounded())
    plover = code.plover
  }

  /// The facts of every known code, in the order of the codes.
  static let all = EventCode.all.enumerated().map { CodeFacts($1, number: $0) }

  /// The names of PLOVER's types, in their order.
  static let plover = PloverType.allCases.map { LastingText($0.rawValue) }

  private static let byCode = Dictionary(
    uniqueKeysWithValues: all.map { ($0.code.rawValue, $0) })

  static func facts(of code: EventCode) -> CodeFacts { byCode[code.rawValue] ?? all[0] }
}
