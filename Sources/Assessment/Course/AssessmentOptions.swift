public import Diplomacy

/// The choices behind an assessment; every one is printed with the result.
public struct AssessmentOptions: Hashable, Sendable {
  /// The intensity scale.
  public var scale: IntensityScale
  /// The seed of every random draw.
  public var seed: UInt64
  /// On how many variants of the record the ledger is tried; none leaves that out.
  public var variants: Int

  /// Makes options.
  public init(scale: IntensityScale = .goldsteinGDELT, seed: UInt64 = 1, variants: Int = 0) {
    self.scale = scale
    self.seed = seed
    self.variants = variants
  }
}
