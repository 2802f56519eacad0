import Foundation

/// An act as a reader outside the program proposes it.
struct Proposal: Hashable, Sendable, Codable {
  /// The sentence, counted from one.
  var sentence: Int
  /// Codes of the actors, ISO 3166-1 alpha-3 for states.
  var source: String
  var target: String
  /// The code of the act, or the label that stood for it in the codebook.
  var code: String
  /// The words of the sentence that show the act.
  var quote: String

  private struct List: Codable { let acts: [Proposal] }

  /// The proposals of an answer such as `{"acts":[…]}`; nothing where it is no such thing.
  ///
  /// A fence of three backticks around the object is taken off, since models put one there.
  static func list(_ answer: String) -> [Proposal]? {
    guard let open = answer.firstIndex(of: "{"), let close = answer.lastIndex(of: "}"),
      open < close
    else { return nil }
    return (try? JSONDecoder().decode(List.self, from: Data(answer[open...close].utf8)))?.acts
  }

  /// The shape of an answer, as JSON Schema.
  static let schema = """
    {"type":"object","properties":{"acts":{"type":"array","items":{"type":"object","properties":\
    {"sentence":{"type":"integer"},"source":{"type":"string"},"target":{"type":"string"},\
    "code":{"type":"string"},"quote":{"type":"string"}},"required":["sentence","source","target",\
    "code","quote"],"additionalProperties":false}}},"required":["acts"],\
    "additionalProperties":false}
    """
}
