/// A way in which records may come about: each is a check of what a printed probability is worth.
public enum SimulatedWorld: String, CaseIterable, Hashable, Sendable, Codable {
  /// The reader's own model.
  case own
  /// Acts are decided in packages: a third of the decisions bring forth several acts within days.
  case packages
  /// Answers come faster or slower than expected, and conditions build and fade at another pace.
  case kernels
  /// Acts are recorded when attention is high and missed when it is low.
  case selectiveRecording = "selective-recording"
  /// The rates wander far more than expected for reasons outside every story.
  case overdispersion
  /// The effects of the stories are half as strong as expected.
  case halfEffects = "half-effects"
  /// The effects of the stories are 1.7 times as strong as expected.
  case strongEffects = "strong-effects"

  /// The factor on the expected effects.
  var effects: Double {
    switch self {
    case .halfEffects: 0.5
    case .strongEffects: 1.7
    default: 1
    }
  }
}
