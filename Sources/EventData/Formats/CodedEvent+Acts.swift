public import Diplomacy

/// A coded event as the one rule of acts, `ActRule`, reads it.
extension CodedEvent {
  /// Why the event is no act of a state, or nothing where it is one.
  ///
  /// A machine says neither whether an act was meant nor how well it is established; who acted is
  /// all that is left to judge. Toward whom among the people of the other state is all one.
  public var exclusion: Exclusion? { source.isOfficial ? nil : .nonState }

  /// The weight in tenths: the one stated, else the code's on a scale.
  public func tenths(on scale: IntensityScale) -> Int {
    tenths ?? Int((scale.weightOrOther(of: code) * 10).rounded())
  }

  /// Whether the act is hostile, conciliatory or neither.
  public func tone(on scale: IntensityScale = .goldsteinGDELT) -> Tone {
    ActRule(scale: scale).tone(of: code, stated: tenths.map { Double($0) / 10 })
  }
}
