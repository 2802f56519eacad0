public import Conduct
public import Diplomacy
public import Estimation
import Foundation

/// The codings of a case held against one another, and what the verdict is under each.
public struct CodingComparison: Sendable, Codable {
  /// The agreement on one column.
  public struct Column: Sendable, Codable {
    /// The column; `root` and `quad` are read off the code.
    public let name: String
    /// The agreement of the coders who filled it.
    public let agreement: CoderAgreement
    /// Those coders; the first is called `first`.
    public let coders: [String]
  }

  /// The probabilities of the explanations under one coding.
  public struct Reading: Sendable, Codable {
    /// The coder, or what was done to the codes.
    public let name: String
    /// The probabilities from the acts alone, in the order of ``explanations``.
    public let fromActs: [Double]
    /// The probabilities from all evidence.
    public let all: [Double]
  }

  /// Who the coders were; a language model is said to be one.
  public let coders: [String: String]
  /// The columns.
  public let columns: [Column]
  /// The ids of the explanations.
  public let explanations: [String]
  /// The first coding and each other one.
  public let readings: [Reading]
  /// The probabilities from the acts alone under random disagreement at the measured rate: the
  /// least, the median and the greatest of the draws, for each explanation.
  public let noise: [[Double]]
  /// How many draws that were.
  public let noiseDraws: Int
  /// The share of rows whose CAMEO root a second coder gave otherwise.
  public let disagreement: Double

  /// Compares the codings of a case.
  ///
  /// - Parameters:
  ///   - subject: The case, with at least one second coding.
  ///   - options: The choices of the comparison of explanations.
  ///   - draws: How many times codes are disturbed at random.
  ///   - includesVerdict: Whether the explanations are compared under each coding.
  /// - Throws: ``CaseworkFailure`` where there is no second coding or nothing to compare.
  public init(
    _ subject: Case, options: ComparisonOptions, draws: Int = 20, includesVerdict: Bool = true
  ) throws(CaseworkFailure) {
    guard !subject.codings.isEmpty else {
      throw .badInput(
        "\(subject.id): the case has no second coding; 'demarche recode CASE --coder NAME' writes a sheet"
      )
    }
    let generator = SeededGenerator(seed: options.seed)
    coders = Dictionary(subject.codings.map { ($0.coder, $0.who) }) { first, _ in first }
    columns = Self.columns.compactMap { Self.column($0, subject, generator) }
    explanations = subject.explanations.map(\.id)
    let pairs = subject.codings.flatMap { coding in
      subject.events.compactMap { row -> (own: Int, other: EventCode)? in
        guard let text = coding.rows[row.id]?["code"], let other = EventCode(text) else {
          return nil
        }
        return (row.code.root, other)
      }
    }
    let rate =
      pairs.isEmpty
      ? 0 : Double(pairs.count { $0.own != $0.other.root }) / Double(pairs.count)
    disagreement = rate
    guard includesVerdict else {
      (readings, noise, noiseDraws) = ([], [], 0)
      return
    }
    do {
      func reading(_ name: String, _ subject: Case) throws(Problem) -> Reading {
        let results = try ExplanationComparison.probabilities(subject, options: options)
        return Reading(name: name, fromActs: results.map(\.fromActs), all: results.map(\.posterior))
      }
      var readings = [try reading("first", subject)]
      for coding in subject.codings {
        readings.append(try reading(coding.coder, subject.recoded(by: coding)))
      }
      self.readings = readings
      var sums: [[Double]] = []
      for draw in 0..<draws {
        let disturbed = subject.disturbed(
          rate, codes: pairs.map(\.other), generator: generator.stream(UInt64(100 + draw)))
        sums.append(try reading("random", disturbed).fromActs)
      }
      noise = subject.explanations.indices.map { index in
        let values = sums.map { $0[index] }.sorted()
        guard let first = values.first, let last = values.last else { return [] }
        return [first, values[values.count / 2], last]
      }
      noiseDraws = draws
    } catch {
      throw .badInput([error])
    }
  }

  static let columns = [
    "code", "root", "quad", "tone", "channel", "channel_effect", "status", "intent",
    "conciliation", "demand_effect", "role",
  ]

  private static func column(
    _ name: String, _ subject: Case, _ generator: SeededGenerator
  ) -> Column? {
    let source = name == "root" || name == "quad" ? "code" : name
    let filled = subject.codings.filter { $0.columns.contains(source) }
    guard !filled.isEmpty else { return nil }
    // Tone is the coder's reading of the act, which the first coder did not state; demands have no
    // common names. Among second coders alone both can be compared.
    let includesFirst = name != "tone"
    guard includesFirst || filled.count > 1 else { return nil }
    func value(_ text: String) -> String? {
      switch name {
      case "root": EventCode(text).map { String($0.root) }
      case "quad": EventCode(text).map { String($0.quadClass.rawValue) }
      case "status" where text.isEmpty: EventStatus.confirmed.rawValue
      case "intent" where text.isEmpty: EventIntent.intended.rawValue
      case "role" where text.isEmpty: RowRole.act.rawValue
      default: text.isEmpty ? "none" : text
      }
    }
    let units = subject.events.map { row -> [String] in
      var texts = filled.compactMap { $0.rows[row.id]?[source] }
      if includesFirst { texts.insert(row.text(of: source), at: 0) }
      return texts.compactMap(value)
    }
    return Column(
      name: name, agreement: CoderAgreement(units, generator: generator),
      coders: (includesFirst ? ["first"] : []) + filled.map(\.coder))
  }
}

extension Event {
  /// The text of a coded column as the record writes it.
  fileprivate func text(of column: String) -> String {
    switch column {
    case "code": code.rawValue
    case "channel": channel?.rawValue ?? ""
    case "channel_effect": channelEffect?.rawValue ?? ""
    case "status": status.rawValue
    case "intent": intent.rawValue
    case "conciliation": conciliation.sorted().joined(separator: ";")
    case "demand_effect": demandEffect?.rawValue ?? ""
    case "role": role.rawValue
    default: ""
    }
  }

  /// The row with another code, channel, status and intent.
  fileprivate func recoded(
    code: EventCode? = nil, channel: ChannelLevel?, effect: ChannelEffect?, status: EventStatus,
    intent: EventIntent, role: RowRole, keepsIntensity: Bool
  ) -> Event {
    Event(
      id: id, date: date, sources: sources, targets: targets, code: code ?? self.code,
      summary: summary, sourceOrgan: sourceOrgan, targetOrgan: targetOrgan, sameAs: sameAs,
      statedIntensity: keepsIntensity ? statedIntensity : nil, channel: channel,
      channelEffect: effect, issue: issue, status: status, intent: intent,
      conciliation: conciliation, answers: answers, role: role, demands: demands,
      demandEffect: demandEffect, concerns: concerns, number: number, source: source,
      provenance: provenance, isDraft: isDraft, note: note, extra: extra, line: line)
  }
}

extension Case {
  /// The case with the codes of another coder where that coder gave any.
  ///
  /// Demands keep the first coder's names, because another coder has names of its own; a stated
  /// intensity goes with the code it was stated for.
  public func recoded(by coding: SecondCoding) -> Case {
    var copy = self
    copy.events = events.map { row in
      guard let cells = coding.rows[row.id] else { return row }
      func has(_ column: String) -> Bool { coding.columns.contains(column) }
      let code = cells["code"].flatMap { EventCode($0) }
      return row.recoded(
        code: code,
        channel: has("channel")
          ? cells["channel"].flatMap { $0.isEmpty ? nil : ChannelLevel(rawValue: $0) }
          : row.channel,
        effect: has("channel_effect")
          ? cells["channel_effect"].flatMap(ChannelEffect.init(rawValue:)) : row.channelEffect,
        status: cells["status"].flatMap(EventStatus.init(rawValue:)) ?? row.status,
        intent: cells["intent"].flatMap(EventIntent.init(rawValue:)) ?? row.intent,
        role: cells["role"].flatMap(RowRole.init(rawValue:)) ?? row.role,
        keepsIntensity: code == nil || code == row.code)
    }
    return copy
  }

  /// The case with a share of its codes replaced by codes drawn from those that coders gave.
  func disturbed(_ rate: Double, codes: [EventCode], generator: SeededGenerator) -> Case {
    guard !codes.isEmpty else { return self }
    var source = generator
    var copy = self
    copy.events = events.map { row in
      guard source.uniform() < rate else { return row }
      let other = codes[source.index(below: codes.count)]
      return row.recoded(
        code: other, channel: row.channel, effect: row.channelEffect, status: row.status,
        intent: row.intent, role: row.role, keepsIntensity: other == row.code)
    }
    return copy
  }
}
