import Diplomacy

/// A place where a pattern fits.
struct Hit {
  /// The token at which it begins.
  let at: Int
  /// The token after its last word.
  let end: Int
  let pattern: Int
  let code: EventCode
  let kind: Pattern.Kind
  let length: Int
  let form: Inflection.Form
  /// The words stand where a noun stands, so that the act is only named.
  let isWeak: Bool

  /// Whether something is done here.
  var isStrong: Bool { kind == .phrase || kind == .verb && !isWeak }
}
