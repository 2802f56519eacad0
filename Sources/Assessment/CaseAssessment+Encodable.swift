import Conduct
import Diplomacy
import EventData
import Relations
import Strategy

extension CaseAssessment: Encodable {
  private enum CodingKeys: String, CodingKey {
    case schemaVersion, subject = "case", title, claim, article, focal, counterpart, window
    case baseline, actors, dates, scale, codeTable, seed, verdicts, clauseVerdicts,
      ledger, stability, course, asymmetry,
      turningPoints, channels
    case levers, leverage, explanations, explanationsRefused, rationality, beliefsByAct,
      machineCoded, recordingFactors, excluded,
      record
  }

  /// Writes the assessment; docs/assessment-json.md documents every field.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(Self.schemaVersion, forKey: .schemaVersion)
    try container.encode(subject.id, forKey: .subject)
    try container.encode(subject.title, forKey: .title)
    try container.encode(subject.claim, forKey: .claim)
    try container.encodeIfPresent(subject.article, forKey: .article)
    try container.encode(subject.focal, forKey: .focal)
    try container.encode(subject.counterpart, forKey: .counterpart)
    try container.encode(subject.window, forKey: .window)
    try container.encodeIfPresent(subject.baseline, forKey: .baseline)
    try container.encode(subject.actors, forKey: .actors)
    try container.encode(subject.dates, forKey: .dates)
    try container.encode(options.scale, forKey: .scale)
    try container.encode(EventCode.tableVersion, forKey: .codeTable)
    try container.encode(options.seed, forKey: .seed)
    try container.encode(Self.named(verdicts, Verdict.allCases), forKey: .verdicts)
    try container.encode(
      Self.named(clauseVerdicts, Verdict.allCases), forKey: .clauseVerdicts)
    try container.encode(ledger, forKey: .ledger)
    try container.encodeIfPresent(stability, forKey: .stability)
    let course = Dictionary(
      courses.map { ($0.all.dyad.description, $0) }, uniquingKeysWith: { first, _ in first })
    try container.encode(course, forKey: .course)
    try container.encodeIfPresent(asymmetry, forKey: .asymmetry)
    try container.encode(turningPoints, forKey: .turningPoints)
    try container.encode(channels, forKey: .channels)
    try container.encode(levers.levers, forKey: .levers)
    try container.encode(levers.balances, forKey: .leverage)
    try container.encodeIfPresent(conduct, forKey: .explanations)
    try container.encodeIfPresent(conductRefusal, forKey: .explanationsRefused)
    try container.encodeIfPresent(game, forKey: .rationality)
    if !beliefsByAct.isEmpty { try container.encode(beliefsByAct, forKey: .beliefsByAct) }
    try container.encodeIfPresent(machineCoded, forKey: .machineCoded)
    try container.encodeIfPresent(
      machineCoded.map(RecordingFactor.factors(of:)), forKey: .recordingFactors)
    try container.encode(Self.named(excluded, Exclusion.allCases), forKey: .excluded)
    try container.encode(record, forKey: .record)
  }

  /// Counts under the names of their keys, zero for a key without one.
  private static func named<Key: RawRepresentable & Hashable>(_ counts: [Key: Int], _ keys: [Key])
    -> [String: Int] where Key.RawValue == String
  {
    Dictionary(
      keys.map { ($0.rawValue, counts[$0] ?? 0) }, uniquingKeysWith: { first, _ in first })
  }
}
