import Diplomacy

/// What a coded field says, or what is wrong with it.
struct FieldReading<Value: Sendable>: Sendable {
  /// The value, where the field has one that can be used.
  let value: Value?
  /// What is wrong.
  let faults: [FieldFault]

  init(_ value: Value?, _ faults: [FieldFault] = []) {
    self.value = value
    self.faults = faults
  }
}

/// Reads the texts of coded fields.
enum FieldReader {
  static func date(_ text: String) -> FieldReading<DateSpan> {
    do {
      return FieldReading(try DateSpan(parsing: text))
    } catch {
      return FieldReading(nil, [fix(error)])
    }
  }

  /// A date that cannot be read, with the way to fix it.
  static func fix(_ error: DateSpanError) -> FieldFault {
    switch error {
    case .malformed(let text):
      FieldFault("'\(text)' is not a date", "write 2025-06-27, 2025-06 or 2025-06-27/2025-06-30")
    case .noSuchDay: FieldFault(error.description, "write a day that exists, as year-month-day")
    case .endBeforeStart: FieldFault(error.description, "write the earlier day first")
    }
  }

  static func actors(_ text: String, _ vocabulary: RecordVocabulary) -> FieldReading<[ActorCode]> {
    var codes: [ActorCode] = []
    var faults: [FieldFault] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      let code = trimmed(part)
      if code.isEmpty {
        faults.append(
          FieldFault("the list of actors '\(text)' has an empty place", "write codes joined by ';'")
        )
        continue
      }
      if let fault = vocabulary.fault(ofActor: code) { faults.append(fault) }
      if codes.contains(ActorCode(code)) {
        faults.append(
          FieldFault("the actor '\(code)' stands twice in '\(text)'", "write it once"))
      }
      codes.append(ActorCode(code))
    }
    return FieldReading(codes, faults)
  }

  static func code(_ text: String) -> FieldReading<EventCode> {
    if let code = EventCode(text) { return FieldReading(code) }
    return FieldReading(nil, [notCameo(text)])
  }

  /// A code that CAMEO does not have, with the nearest one that it has.
  static func notCameo(_ text: String) -> FieldFault {
    var hint = ""
    let near = nearestCode(text).map { [$0] } ?? CodeSearch.codes(for: text, limit: 3)
    if !near.isEmpty {
      hint = "perhaps \(near.map { "\($0) (\($0.label))" }.joined(separator: ", ")); "
    }
    return FieldFault(
      "'\(text)' is not a CAMEO code", hint + "write two to four digits of the codebook, as text")
  }

  /// The longest code of which a text is a refinement, or the code that lost its leading zero.
  static func nearestCode(_ text: String) -> EventCode? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    if let code = EventCode("0" + text) { return code }
    var text = text
    while text.count > 2 {
      text.removeLast()
      if let code = EventCode(text) { return code }
    }
    return nil
  }

  static func word<Word: RawRepresentable & CaseIterable & Sendable>(
    _ text: String, _ what: String, _ type: Word.Type
  ) -> FieldReading<Word> where Word.RawValue == String {
    if let word = Word(rawValue: text) { return FieldReading(word) }
    return FieldReading(nil, [unknown(text, what, among: Word.allCases.map(\.rawValue))])
  }

  /// A word that is none of those known.
  static func unknown(_ text: String, _ what: String, among words: [String]) -> FieldFault {
    let near = Nearest.word(to: text, among: words)
    let hint = near.map { "write '\($0)'" } ?? "write one of: \(words.joined(separator: ", "))"
    return FieldFault("'\(text)' is not \(what)", hint)
  }

  static func intensity(_ text: String) -> FieldReading<Double> {
    guard let number = Double(text), number.isFinite else {
      return FieldReading(
        nil, [FieldFault("the intensity '\(text)' is not a number", "write a number, or nothing")])
    }
    guard (-10...10).contains(number) else {
      return FieldReading(
        nil,
        [FieldFault("the intensity \(text) is out of range", "write a number from -10 to 10")])
    }
    return FieldReading(number)
  }

  /// Several words joined by semicolons.
  static func list(_ text: String) -> FieldReading<[String]> {
    FieldReading(
      text.split(separator: ";").map { trimmed($0) }.filter { !$0.isEmpty })
  }

  /// A text without spaces and tabs at its ends.
  static func trimmed(_ text: some StringProtocol) -> String {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    let bytes = String(text).utf8
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
