public import Conduct
public import Diplomacy
import EventData
import Foundation

/// The predictions on file in a case: `predictions.csv`, one row a prediction.
///
/// Rows are added and never changed, but for what became of them.
public struct PredictionFile: Sendable {
  /// A prediction with the day it was made and what became of it.
  public struct Entry: Sendable, Codable {
    /// The day on which it was made, as the maker states it.
    public let made: String
    /// The explanations for which it has probabilities.
    public let explanations: [String]
    /// The prediction.
    public let prediction: Prediction
    /// Whether it came true; nothing where that is not known yet.
    public var outcome: Bool?

    /// Makes an entry.
    public init(
      made: String, explanations: [String], prediction: Prediction, outcome: Bool? = nil
    ) {
      self.made = made
      self.explanations = explanations
      self.prediction = prediction
      self.outcome = outcome
    }
  }

  /// The entries in the order of the file.
  public var entries: [Entry]

  /// Makes a file.
  public init(entries: [Entry] = []) { self.entries = entries }

  private static let columns = [
    "made", "id", "source", "target", "tone", "kinds", "from", "through", "probability", "under",
    "outcome",
  ]

  /// Reads a file from its bytes.
  ///
  /// - Throws: ``CaseworkFailure`` with the line of the first row that cannot be used.
  public init(_ bytes: [UInt8], named name: String) throws(CaseworkFailure) {
    entries = []
    let table = CSVTable(bytes)
    guard let header = table.rows.first?.fields, Set(Self.columns).isSubset(of: header) else {
      throw .badInput(
        "\(name):1: the columns are \(Self.columns.joined(separator: ",")); "
          + "'demarche explain CASE --predict' writes the file")
    }
    for row in table.rows.dropFirst() where row.fields != [""] {
      guard row.fields.count == header.count else {
        throw .badInput(
          "\(name):\(row.line): the row has \(row.fields.count) fields, the header \(header.count)")
      }
      let cells = Dictionary(zip(header, row.fields)) { first, _ in first }
      guard let entry = Self.entry(cells) else {
        throw .badInput(
          "\(name):\(row.line): not a prediction; correct the days, the probabilities or the kinds")
      }
      entries.append(entry)
    }
  }

  private static func entry(_ cells: [String: String]) -> Entry? {
    func text(_ key: String) -> String { cells[key] ?? "" }
    guard let from = (try? DateSpan(parsing: text("from")))?.first,
      let through = (try? DateSpan(parsing: text("through")))?.first, from <= through,
      let mixed = Double(text("probability")), (0...1).contains(mixed)
    else { return nil }
    let kindTexts = text("kinds").split(separator: ";").map(String.init)
    let kinds = kindTexts.compactMap(HostileKind.init(rawValue:))
    guard kinds.count == kindTexts.count else { return nil }
    var (names, chances) = ([String](), [Double]())
    for part in text("under").split(separator: ";") {
      let pair = part.split(separator: "=").map(String.init)
      guard pair.count == 2, let chance = Double(pair[1]), (0...1).contains(chance) else {
        return nil
      }
      names.append(pair[0])
      chances.append(chance)
    }
    return Entry(
      made: text("made"), explanations: names,
      prediction: Prediction(
        id: text("id"), source: ActorCode(text("source")), target: ActorCode(text("target")),
        tone: Tone(rawValue: text("tone")), kinds: kinds, from: from, through: through,
        probabilities: chances, mixed: mixed),
      outcome: text("outcome") == "yes" ? true : text("outcome") == "no" ? false : nil)
  }

  /// The file as CSV.
  public var text: String {
    let rows = entries.map { entry -> [String] in
      let prediction = entry.prediction
      return [
        entry.made, prediction.id, prediction.source.rawValue, prediction.target.rawValue,
        prediction.tone?.rawValue ?? "",
        prediction.kinds.map(\.rawValue).joined(separator: ";"), prediction.from.description,
        prediction.through.description, Self.short(prediction.mixed),
        zip(entry.explanations, prediction.probabilities)
          .map { "\($0)=\(Self.short($1))" }.joined(separator: ";"),
        entry.outcome.map { $0 ? "yes" : "no" } ?? "",
      ]
    }
    return ([Self.columns] + rows)
      .map { $0.map(CaseRecordWriter.quoted).joined(separator: ",") + "\n" }.joined()
  }

  private static func short(_ value: Double) -> String {
    String((value * 10_000).rounded() / 10_000)
  }

  /// The entries with what became of those whose last day the rows reach.
  ///
  /// - Parameters:
  ///   - rows: Rows that are known by now.
  ///   - through: The last day up to which rows were looked for; a prediction whose last day comes
  ///     later can come true by then, and cannot fail.
  public func resolved(by rows: [Event], through: Day) -> PredictionFile {
    PredictionFile(
      entries: entries.map { entry in
        var entry = entry
        guard entry.outcome == nil else { return entry }
        let outcome = entry.prediction.outcome(in: rows)
        if outcome == true || entry.prediction.through <= through { entry.outcome = outcome }
        return entry
      })
  }
}

/// How good the resolved predictions were.
public struct PredictionScore: Sendable, Codable {
  /// How many are resolved.
  public let resolved: Int
  /// How many are not.
  public let open: Int
  /// The mean log score of the mixed probability, in nats; 0 is best.
  public let logScore: Double?
  /// The mean Brier score of the mixed probability.
  public let brier: Double?
  /// The sum of log scores under each explanation, in nats.
  public let underExplanation: [String: Double]

  /// Scores a file.
  public init(_ file: PredictionFile) {
    let done = file.entries.compactMap { entry in entry.outcome.map { (entry, $0) } }
    resolved = done.count
    open = file.entries.count - done.count
    func log(_ chance: Double, _ outcome: Bool) -> Double {
      Foundation.log(min(max(outcome ? chance : 1 - chance, 1e-6), 1))
    }
    let count = Double(max(1, done.count))
    logScore =
      done.isEmpty ? nil : done.reduce(0) { $0 + log($1.0.prediction.mixed, $1.1) } / count
    brier =
      done.isEmpty
      ? nil
      : done.reduce(0) { sum, pair in
        let miss = pair.0.prediction.mixed - (pair.1 ? 1 : 0)
        return sum + miss * miss
      } / count
    underExplanation = done.reduce(into: [:]) { sums, pair in
      for (name, chance) in zip(pair.0.explanations, pair.0.prediction.probabilities) {
        sums[name, default: 0] += log(chance, pair.1)
      }
    }
  }
}
