import Diplomacy

/// The list of codes that a reader is given, and ways of writing it that ought to change nothing.
///
/// > He et al., *Behavioural reliability of language models as event coders*, arXiv 2606.06781: better
/// > codebooks raise accuracy and not reliability, so that it has to be measured.
public struct Codebook: Sendable {
  /// How the list is written.
  public enum Form: String, Sendable, CaseIterable {
    /// Codes as in CAMEO, in their order.
    case plain
    /// Codes named by other labels.
    case renamed
    /// Codes in another order.
    case reordered
    /// Neighbouring codes with each other's definitions: who reads the definitions swaps the codes.
    case swapped
  }

  /// A line of the list.
  struct Entry: Sendable {
    let label: String
    let definition: String
    let code: EventCode
  }

  let entries: [Entry]
  private let byLabel: [String: EventCode]
  /// Whether labels are the codes themselves, so that a finer code of CAMEO may be given.
  private let takesCodes: Bool

  /// Makes the list in one of its forms; the same seed gives the same list.
  public init(_ form: Form = .plain, seed: UInt64 = 1) {
    let codes = EventCode.all.filter { $0.rawValue.utf8.count == 3 }
    var entries = codes.map { Entry(label: $0.rawValue, definition: $0.label, code: $0) }
    switch form {
    case .plain: break
    case .renamed:
      entries = entries.enumerated().map { index, entry in
        Entry(label: "K\(1000 + index * 7)", definition: entry.definition, code: entry.code)
      }
    case .reordered:
      var state = seed
      for index in entries.indices.reversed() where index > 0 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        entries.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
      }
    case .swapped:
      // The label of one code stands beside the definition of its neighbour, and the other way round.
      for index in stride(from: 0, to: entries.count - 1, by: 2) {
        let (one, other) = (entries[index], entries[index + 1])
        entries[index] = Entry(label: one.label, definition: other.definition, code: other.code)
        entries[index + 1] = Entry(label: other.label, definition: one.definition, code: one.code)
      }
    }
    self.entries = entries
    takesCodes = form == .plain || form == .reordered
    byLabel = Dictionary(
      entries.map { ($0.label, $0.code) }, uniquingKeysWith: { first, _ in first })
  }

  /// The code a label stands for by its definition.
  func code(of label: String) -> EventCode? {
    byLabel[label] ?? (takesCodes ? EventCode(rawValue: label) : nil)
  }

  /// The list, a line a code.
  var text: String { entries.map { "\($0.label)\t\($0.definition)" }.joined(separator: "\n") }
}
