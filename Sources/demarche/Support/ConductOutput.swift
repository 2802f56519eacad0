import Conduct
import Diplomacy
import Foundation

/// The machine-readable forms of a comparison of explanations.
enum ConductOutput {
  /// A value as JSON with sorted keys.
  static func json(_ value: some Encodable, pretty: Bool = true) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      pretty
      ? [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      : [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return String(bytes: try encoder.encode(value), encoding: .utf8) ?? ""
  }

  /// What trust adds to a line.
  private struct Trust: Encodable {
    let accuracy: Double
    let wronglyConfident: Double
    let cannotBeToldApart: [[String]]
  }

  /// The probabilities of one case.
  private struct Line: Encodable {
    let `case`: String
    let seed: UInt64
    let temper: Double
    let posterior: [String: Double]
    let tempered: [String: Double]
    let fromActs: [String: Double]
    let kinds: [String: Double]
    let demands: [String: Double]
    let logEvidence: [String: Double]
    let laplaceCheck: [String: LaplaceCheck]
    let trust: Trust?
  }

  /// One line of JSON with the probabilities of a case.
  static func line(of subject: Case, options: ComparisonOptions) throws -> String {
    var (results, trust): ([ExplanationResult], Trust?) = ([], nil)
    if options.includesTrust {
      let assessment = try ExplanationComparison.compare(subject, options: options)
      results = assessment.explanations
      trust = assessment.trust.map { report in
        Trust(
          accuracy: report.accuracy, wronglyConfident: report.wronglyConfident,
          cannotBeToldApart: report.pairs.filter { !$0.canBeToldApart }.map {
            [$0.first, $0.second]
          })
      }
    } else {
      results = try ExplanationComparison.probabilities(subject, options: options)
    }
    func byID<Value>(_ value: (ExplanationResult) -> Value) -> [String: Value] {
      Dictionary(results.map { ($0.id, value($0)) }) { first, _ in first }
    }
    return try json(
      Line(
        case: subject.id, seed: options.seed, temper: options.temper,
        posterior: byID(\.posterior), tempered: byID(\.tempered),
        fromActs: byID(\.fromActs), kinds: byID(\.kinds), demands: byID(\.demands),
        logEvidence: byID(\.logEvidence), laplaceCheck: byID(\.laplaceCheck), trust: trust),
      pretty: false)
  }
}
