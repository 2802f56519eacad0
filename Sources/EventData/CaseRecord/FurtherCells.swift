import Diplomacy

/// The fields of a row that few records use: what it answers, its demands, how it is looked up.
///
/// A record without these columns pays nothing for them but a look at the header.
struct FurtherCells {
  private(set) var faults: [FieldFault] = []
  private(set) var answers: String?
  private(set) var role = RowRole.act
  private(set) var demands: [String] = []
  private(set) var demandEffect: DemandEffect?
  private(set) var concerns: [ActorCode] = []
  private(set) var number: Int?
  private(set) var provenance = Provenance()
  private(set) var isDraft = false

  init(
    _ cells: RecordCells, _ fields: inout RecordFields, _ vocabulary: RecordVocabulary,
    _ sources: [ActorCode], _ targets: [ActorCode]
  ) {
    answers = text(cells, .answers)
    if let found = text(cells, .role) {
      role = take(FieldReader.word(found, "a role", RowRole.self)) ?? .act
    }
    if let bytes = cells.bytes(.concerns) { concerns = take(fields.actors(bytes)) ?? [] }
    if let found = text(cells, .headcount) {
      number = take(FieldReader.whole(found, "number", in: 0...1_000_000_000))
    }
    if let found = text(cells, .draft) {
      isDraft = take(FieldReader.truth(found, "draft")) ?? false
    }
    readDemands(cells, vocabulary, sources)
    readProvenance(cells)
  }

  private func text(_ cells: RecordCells, _ column: RecordColumn) -> String? {
    cells.bytes(column).map { String(decoding: $0, as: UTF8.self) }
  }

  private mutating func take<Value>(_ reading: FieldReading<Value>) -> Value? {
    faults += reading.faults
    return reading.value
  }

  private mutating func readDemands(
    _ cells: RecordCells, _ vocabulary: RecordVocabulary, _ sources: [ActorCode]
  ) {
    if let found = text(cells, .demand) { demands = FieldReader.list(found).value ?? [] }
    if let found = text(cells, .demandEffect) {
      demandEffect = take(FieldReader.word(found, "an effect on a demand", DemandEffect.self))
      if demands.isEmpty {
        faults.append(
          FieldFault(
            "demand_effect says '\(found)' and no demand is named",
            "write the id of a demand of case.yaml in the column demand", severity: .flaw))
      }
    } else if !demands.isEmpty {
      let words = DemandEffect.allCases.map(\.rawValue).joined(separator: ", ")
      faults.append(
        FieldFault(
          "the demand '\(demands[0])' has no demand_effect", "write one of: \(words)",
          severity: .flaw))
    }
    for id in demands {
      guard let known = vocabulary.demands else {
        // Where case.yaml could not be read, nobody knows what it would have declared.
        if vocabulary.acceptsUndeclared { continue }
        faults.append(
          FieldFault(
            "the row names the demand '\(id)' and case.yaml has no demands",
            "add demands: with id, by, of and what"))
        continue
      }
      guard let sides = known[id] else {
        faults.append(
          FieldReader.unknown(id, "a demand of case.yaml", among: known.keys.sorted()))
        continue
      }
      guard let demandEffect else { continue }
      let side = demandEffect.isByTheAskingSide ? sides.by : sides.of
      if !sources.contains(side) {
        faults.append(
          FieldFault(
            "the demand '\(id)' is \(demandEffect.words) by another than \(side)",
            "see that the row and the demand name the right sides", severity: .note))
      }
    }
  }

  private mutating func readProvenance(_ cells: RecordCells) {
    let credibility = text(cells, .credibility).flatMap {
      take(FieldReader.whole($0, "credibility", in: 1...6))
    }
    let archived = text(cells, .archived) ?? ""
    if !archived.isEmpty, !archived.contains("://") {
      faults.append(
        FieldFault(
          "archived '\(archived)' is not an address",
          "write the address of the copy, with https://",
          severity: .flaw))
    }
    let sum = text(cells, .sha256) ?? ""
    if !sum.isEmpty, !FieldReader.isSHA256(sum) {
      faults.append(
        FieldFault(
          "sha256 '\(sum)' is not a checksum", "write the 64 hexadecimal digits of SHA-256"))
    }
    let excerpt = cells.text(.excerpt)
    let words = excerpt.split(whereSeparator: \.isWhitespace).count
    if words > Provenance.wordLimit {
      faults.append(
        FieldFault(
          "the excerpt has \(words) words", "keep at most \(Provenance.wordLimit)",
          severity: .flaw))
    }
    let language = text(cells, .excerptLanguage) ?? ""
    if !language.isEmpty, !LanguageTag.isWellFormed(language) {
      faults.append(
        FieldFault("'\(language)' is not a language tag", "write a tag such as en, az or ru"))
    }
    provenance = Provenance(
      credibility: credibility, archived: archived, sha256: sum, excerpt: excerpt,
      excerptLanguage: language)
  }
}

extension FieldReader {
  /// A whole number within a range.
  static func whole(
    _ text: String, _ column: String, in range: ClosedRange<Int>
  ) -> FieldReading<Int> {
    guard let number = Int(text) else {
      return FieldReading(
        nil,
        [FieldFault("\(column) is '\(text)', not a whole number", "write a number, or nothing")])
    }
    guard range.contains(number) else {
      return FieldReading(
        nil,
        [
          FieldFault(
            "\(column) is \(number), out of range",
            "write a number from \(range.lowerBound) to \(range.upperBound)")
        ])
    }
    return FieldReading(number)
  }

  /// A truth value.
  static func truth(_ text: String, _ column: String) -> FieldReading<Bool> {
    switch text.lowercased() {
    case "true", "yes": FieldReading(true)
    case "false", "no": FieldReading(false)
    default:
      FieldReading(nil, [FieldFault("\(column) is '\(text)'", "write true, or nothing")])
    }
  }

  /// Whether a text has the form of a SHA-256 sum.
  static func isSHA256(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0)
      }
  }
}

extension DemandEffect {
  /// The effect as a participle.
  fileprivate var words: String { rawValue.split(separator: "_").joined(separator: " ") }
}
