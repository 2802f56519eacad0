/// What kind of thing a sentence of an article asserts.
public enum AssertionKind: String, CaseIterable, Sendable, Codable {
  /// Why somebody did something.
  case motive
  /// That something holds without exception.
  case absolute
  /// How many or how often.
  case count
  /// What came before what.
  case order
  /// What brought something about.
  case causal
  /// What would have been otherwise.
  case counterfactual
  /// How something developed.
  case trend
  /// In what tone somebody spoke or acted.
  case tone
  /// What is concluded from signs.
  case inference
  /// That somebody did something.
  case fact
}
