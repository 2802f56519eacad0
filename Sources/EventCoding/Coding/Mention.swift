import Diplomacy

/// An actor named in a sentence.
struct Mention {
  /// The first token of the name.
  var start: Int
  /// The token after the last one.
  var end: Int
  let code: ActorCode
  let kind: NameKind
  let organ: String
  /// The name follows a word of place, as in "near Kabul".
  let isPlace: Bool
  /// The name stands for a pronoun or a definite noun; the words say for which.
  var inferred: String?
}
