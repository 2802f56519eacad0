public import Diplomacy
import Estimation

/// What the acts were, beside when they came: their kinds and the demands made with them.
struct ContentEvidence: Sendable {
  /// The parts in the order in which they are printed; none where content is not read.
  let parts: [EvidencePart]

  /// Reads nothing but times.
  static let none = ContentEvidence(parts: [])

  private init(parts: [EvidencePart]) { self.parts = parts }

  /// Weighs what the acts of a record were.
  init(
    _ subject: Case, record: ConductRecord, candidates: [Candidate], options: ComparisonOptions
  ) {
    guard options.readsContent else {
      self = .none
      return
    }
    parts = [
      MarkEvidence(
        subject, record: record, candidates: candidates,
        table: options.markTable ?? .standing(for: subject)
      ).part,
      DemandEvidence(
        subject, candidates: candidates, table: .standard, scale: options.scale
      ).part,
    ]
  }

  /// The log evidence of each explanation from one aspect, in nats; zeros where it was not read.
  func logEvidence(_ aspect: EvidencePart.Aspect, _ candidates: Int) -> [Double] {
    parts.first { $0.aspect == aspect }?.logEvidence
      ?? [Double](repeating: 0, count: candidates)
  }

  /// The log evidence of each explanation from all parts, in nats.
  func logEvidence(_ candidates: Int) -> [Double] {
    parts.reduce(into: [Double](repeating: 0, count: candidates)) { sum, part in
      for (index, value) in part.logEvidence.enumerated() { sum[index] += value }
    }
  }
}

extension MarkTable {
  /// Shares of kinds among 24,312 hostile acts between states in two extracts of ICEWS, 2005-15
  /// and 2018, one act of a pair, code and day; `Benchmarks/settled/base_mix.py` remakes them.
  public static let machineBase: [HostileKind: Double] = [
    .accuse: 0.337, .protest: 0.018, .reject: 0.099, .demand: 0.061, .threaten: 0.094,
    .reduce: 0.084, .sanction: 0.044, .detain: 0.021, .force: 0.242,
  ]

  /// The table for a record, with the base mix of its source.
  ///
  /// Rows that a program took from a store keep the code as the file wrote it, in `raw_code`; where
  /// most hostile rows are such, the base mix is that of machine-coded data.
  public static func standing(for subject: Case) -> MarkTable {
    let hostile = subject.events.filter { !HostileKind.all(of: $0.code).isEmpty }
    let machine = hostile.count { $0.extra["raw_code"] != nil }
    guard machine * 2 > hostile.count else { return .standard }
    var table = MarkTable.standard
    table.base = machineBase
    table.baseOrigin = "24,312 hostile acts between states in ICEWS, 2005-15 and 2018"
    return table
  }
}
