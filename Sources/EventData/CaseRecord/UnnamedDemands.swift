import Diplomacy

/// Rows that look like demands or concessions and name no demand: proposals for the coder.
///
/// Only a person can say whether a row asks for something or gives way. Codes alone mislead, so
/// nothing is computed from this.
struct UnnamedDemands {
  private var demands: [String] = []
  private var concessions: [String] = []
  private var firstLine = 0
  private var count = 0

  /// How many rows are named in the note.
  private static let shown = 8

  mutating func add(_ id: String, line: Int, _ code: EventCode) {
    if count == 0 { firstLine = line }
    count += 1
    if code.looksLikeDemand {
      if demands.count < Self.shown { demands.append(id) }
    } else if concessions.count < Self.shown {
      concessions.append(id)
    }
  }

  /// Notes them in one line.
  func report(in file: String, _ log: inout ProblemLog) {
    guard count > 0 else { return }
    let parts = [("demands", demands), ("concessions", concessions)].compactMap { name, ids in
      ids.isEmpty ? nil : "\(name): \(ids.joined(separator: ", "))"
    }
    log.add(
      .note, file, firstLine,
      "\(count) row\(count == 1 ? " looks" : "s look") by code like a demand or a concession and "
        + "\(count == 1 ? "names" : "name") none (\(parts.joined(separator: "; ")))",
      "where a row asks for something or gives way, fill in demand and demand_effect")
  }
}

extension EventCode {
  /// Whether the code is one that demands often have: demand, or an appeal for something.
  var looksLikeDemand: Bool { root == 10 || (root == 2 && rawValue != "02") }

  /// Whether the code is one that concessions often have: apology, forgiveness, yielding.
  var looksLikeConcession: Bool {
    root == 8 || rawValue.hasPrefix("055") || rawValue.hasPrefix("056")
  }
}
