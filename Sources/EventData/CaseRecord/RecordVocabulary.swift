package import Diplomacy

/// What a case says that its record must agree with.
package struct RecordVocabulary: Sendable {
  /// The codes of the actors that the case declares.
  package var actors: Set<String> = []
  /// Whether codes that ISO 3166-1 leaves to its users pass undeclared, for a record without its case.
  package var acceptsUserAssigned = false
  /// Whether every code passes: the declarations could not be read, and each row would repeat that.
  package var acceptsUndeclared = false
  /// Whether the case is a draft, whose record may still be empty.
  package var isDraft = false
  /// The issues that the case declares; nothing where it says nothing of issues.
  package var issues: [String]?
  /// The levels of contact that the case follows; nothing where it says nothing of channels.
  package var levels: [String]?
  /// The sides of each demand that the case declares, by its id; nothing where it declares none.
  package var demands: [String: DemandSides]?
  /// The publishers of sources.yaml, by id and by name; nothing where the case has no such file.
  package var publishers: Set<String>?
  /// The actor whose conduct is in question and the one on the other side.
  package var pair: Pair?
  /// Whose conduct toward whom is in question, and within which days.
  package var conduct: (dyad: Dyad, window: DateSpan)?
  /// The days under study and the days that say what is usual.
  package var spans: [DateSpan] = []

  /// Makes a vocabulary that asks nothing of a record beyond its own format.
  package init() {}

  /// What is wrong with the code of an actor, or nothing.
  ///
  /// A code that the case declares is let pass here: the declaration is where it is judged.
  package func fault(ofActor code: String) -> FieldFault? {
    if actors.contains(code) || CountryCodes.contains(ActorCode(code)) { return nil }
    if acceptsUndeclared, code.utf8.count == 3 { return nil }
    if acceptsUserAssigned, CountryCodes.isUserAssigned(ActorCode(code)) { return nil }
    if let fault = Self.fault(ofPrefixed: code) { return fault }
    if code.utf8.contains(0x3A) { return nil }
    let near =
      Self.code(ofName: code) ?? Nearest.word(to: code, among: actors.sorted())
      ?? (code.utf8.count == 3 ? Self.sameLetters(code) : nil)
    let hint = near.map { "write '\($0)', or " } ?? ""
    return FieldFault(
      "'\(code)' is not an ISO 3166-1 alpha-3 code",
      hint + "declare the actor in case.yaml, or write a body with its prefix, such as IGO:EU")
  }

  /// What is wrong with a code that has a prefix; nothing where it is right or has no prefix.
  package static func fault(ofPrefixed code: String) -> FieldFault? {
    let parts = code.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let isRight =
      !parts[0].isEmpty && parts[0].utf8.allSatisfy { (0x41...0x5A).contains($0) }
      && !parts[1].isEmpty && !parts[1].contains(" ")
    if isRight { return nil }
    return FieldFault(
      "'\(code)' is not the code of a body",
      "write a prefix in capitals, a colon and a name without spaces, such as IGO:EU")
  }

  /// What is wrong with a text that is no CAMEO code, with the nearest code.
  package static func notCameo(_ text: String) -> FieldFault { FieldReader.notCameo(text) }

  /// The code of a state by its name, such as CAN for Canada.
  private static func code(ofName name: String) -> String? {
    if let current = CountryCodes.renamed[name] { return current }
    return ActorNames.table[ActorNames.plain(name)]?.rawValue
  }

  /// The code of the standard with the same letters in capitals.
  private static func sameLetters(_ code: String) -> String? {
    let upper = code.uppercased()
    return CountryCodes.contains(ActorCode(upper)) ? upper : nil
  }
}

/// Who makes a demand, and of whom it is made.
package struct DemandSides: Hashable, Sendable {
  /// Who asks.
  package let by: ActorCode
  /// Of whom it is asked.
  package let of: ActorCode

  /// Makes the sides of a demand.
  package init(by: ActorCode, of: ActorCode) {
    self.by = by
    self.of = of
  }
}

/// What is wrong with a field, and how to fix it.
package struct FieldFault: Hashable, Sendable {
  /// What is wrong.
  package let what: String
  /// How to fix it.
  package let fix: String
  /// How much it stands in the way.
  package let severity: Problem.Severity

  /// Makes a fault.
  package init(_ what: String, _ fix: String, severity: Problem.Severity = .error) {
    self.what = what
    self.fix = fix
    self.severity = severity
  }
}
