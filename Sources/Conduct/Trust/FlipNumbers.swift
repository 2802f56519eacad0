public import Diplomacy

/// What it would take to turn the lead, all found on the acts by reading the record again.
///
/// Each is the smallest change of its kind that was found by a stated search; a smaller one of
/// another kind may exist.
public struct FlipNumbers: Hashable, Sendable, Codable {
  /// Acts of one side that were not recorded, and when they would turn the lead.
  public struct UnderRecording: Hashable, Sendable, Codable {
    /// The actor whose acts are supposed to be missing.
    public let actor: ActorCode
    /// The least share by which its hostile acts would have to be more numerous, on the dates they
    /// have; nothing where not even the greatest tried turns the lead.
    public let share: Double?
    /// The explanation that then leads.
    public let leader: String?
  }

  /// The rows that together turn the lead when they are taken out, the weightiest first; nothing
  /// where as many as were tried do not.
  public let rows: [String]?
  /// The number of rows that were tried at most.
  public let rowsTried: Int
  /// The weight of other evidence that would draw the second level, in decibels.
  public let decibels: Double
  /// The publishers, among the eight that the lead rests on most, without whose rows another
  /// explanation leads, each by itself.
  public let publishers: [String]
  /// Acts not recorded, for each side.
  public let underRecording: [UnderRecording]
  /// The greatest share of acts not recorded that was tried.
  public let greatestShare: Double
}
