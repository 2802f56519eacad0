/// A change of a case as a person states it, in the words of the command line.
public struct StatedChange: Hashable, Sendable, Codable {
  /// What kind of thing is otherwise.
  public enum Kind: String, Hashable, CaseIterable, Sendable, Codable {
    /// An id, `publisher:NAME` or `source-grade:D-F` left out.
    case without
    /// A named date elsewhere, as `goal=2025-07-10`.
    case set
    /// Another second coder's codes.
    case coder = "second-coder"
    /// Another code of a row, as `E01=112`.
    case code
    /// Another prior weight of a story, as `rally=0.5`.
    case prior
  }

  /// What kind of thing is otherwise.
  public let kind: Kind
  /// What, in the words of the command line.
  public let text: String

  /// States a change.
  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  /// The change.
  ///
  /// - Throws: ``CaseworkFailure`` where the text cannot be read.
  public func change() throws(CaseworkFailure) -> CaseChange {
    switch kind {
    case .without: try CaseChange(without: text)
    case .set: try CaseChange(date: text)
    case .coder: .secondCoder(text)
    case .code: try CaseChange(code: text)
    case .prior: try CaseChange(prior: text)
    }
  }

  /// The changes in the order in which they are made: what is left out, dates, the coder, codes, priors.
  ///
  /// - Throws: ``CaseworkFailure`` where one cannot be read.
  public static func changes(_ stated: [StatedChange]) throws(CaseworkFailure) -> [CaseChange] {
    var changes: [CaseChange] = []
    for kind in Kind.allCases {
      for one in stated where one.kind == kind { changes.append(try one.change()) }
    }
    return changes
  }
}
