/// The forms of English verbs and nouns, made from their base form.
struct Inflection {
  /// Which form of a word a token is.
  struct Form: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    static let base = Form(rawValue: 1)
    /// Third person or plural.
    static let s = Form(rawValue: 2)
    static let ing = Form(rawValue: 4)
    static let past = Form(rawValue: 8)
    /// A past participle that differs from the past.
    static let participle = Form(rawValue: 16)
  }

  private let irregular: [String: [Substring]]

  /// Reads the irregular verbs.
  init(_ table: Table) {
    irregular = Dictionary(
      table.rows.map { (String($0[0]), Array($0.dropFirst())) }, uniquingKeysWith: { $1 })
  }

  /// Every form of a word, with what it is; both spellings where usage differs (cancelled, canceled).
  func forms(of base: String) -> [(word: String, form: Form)] {
    var forms: [(String, Form)] = [(base, .base), (Self.third(base), .s)]
    let letters = Array(base.utf8)
    guard let last = letters.last, letters.count > 1 else { return forms }
    let stems = Self.stems(base, letters)
    forms += stems.ing.map { ($0 + "ing", .ing) }
    if let row = irregular[base], row.count >= 2 {
      forms.append((String(row[0]), .past))
      forms.append((String(row[1]), row[0] == row[1] ? .past : .participle))
      for other in row.dropFirst(2) {
        forms += other.split(separator: " ").map { (String($0), .s) }
      }
    } else if last == 0x79, !Self.isVowel(letters[letters.count - 2]) {
      forms.append((String(base.dropLast()) + "ied", .past))
    } else {
      forms += stems.past.map { ($0 + "ed", .past) }
    }
    return forms
  }

  private static func third(_ base: String) -> String {
    let letters = Array(base.utf8)
    guard let last = letters.last else { return base }
    let two = letters.count > 1 ? letters[letters.count - 2] : 0
    let hissing =
      last == 0x73 || last == 0x78 || last == 0x7A || last == 0x6F
      || (last == 0x68 && (two == 0x63 || two == 0x73))
    if hissing { return base + "es" }
    if last == 0x79, two != 0, !isVowel(two) { return String(base.dropLast()) + "ies" }
    return base + "s"
  }

  private static func stems(_ base: String, _ letters: [UInt8]) -> (ing: [String], past: [String]) {
    let count = letters.count
    let last = letters[count - 1]
    if last == 0x65 {
      let short = String(base.dropLast())
      let keeps = base.hasSuffix("ee") || base.hasSuffix("oe") || base.hasSuffix("ye")
      return (keeps ? [base] : [short], [short])
    }
    let doubles =
      count > 2 && !isVowel(letters[count - 3]) && isVowel(letters[count - 2])
      && [0x62, 0x64, 0x67, 0x6C, 0x6D, 0x6E, 0x70, 0x72, 0x74].contains(last)
    guard doubles else { return ([base], [base]) }
    let double = base + String(decoding: [last], as: UTF8.self)
    return ([double, base], [double, base])
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    letter == 0x61 || letter == 0x65 || letter == 0x69 || letter == 0x6F || letter == 0x75
  }
}
