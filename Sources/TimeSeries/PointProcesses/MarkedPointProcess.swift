/// Events of several types in continuous time, for instance the acts of each side of a dyad.
public struct MarkedPointProcess: Hashable, Sendable {
  /// The names of the types.
  public let types: [String]
  /// When each event happened, ascending, from 0 to the horizon, in any unit of time.
  public let times: [Double]
  /// The type of each event as an index into the names.
  public let type: [Int]
  /// The weight of each event as a trigger, at least 0; nothing where all weigh one.
  public let marks: [Double]?
  /// The end of observation, not before the last event.
  public let horizon: Double

  /// The lengths of observation of which rates and their squares can be held.
  static let horizons = 1e-100...1e100

  /// Makes a series of events.
  ///
  /// - Throws: ``MarkedPointProcessError`` that names the event that does not fit.
  public init(
    types: [String], times: [Double], type: [Int], marks: [Double]? = nil, horizon: Double
  ) throws(MarkedPointProcessError) {
    guard !types.isEmpty else { throw MarkedPointProcessError("there is no type of event") }
    guard times.count == type.count, marks.map({ $0.count == times.count }) ?? true else {
      throw MarkedPointProcessError("times, types and marks differ in number")
    }
    guard horizon.isFinite, horizon > 0 else {
      throw MarkedPointProcessError("the end of observation must be a number above zero")
    }
    guard Self.horizons.contains(horizon) else {
      throw MarkedPointProcessError(
        "observation lasts \(horizon); write times in a unit in which it lasts from 1e-100 to 1e100"
      )
    }
    var last = 0.0
    for (index, time) in times.enumerated() {
      guard time.isFinite, time >= last, time <= horizon else {
        throw MarkedPointProcessError(
          "event \(index + 1) is at \(time); times must ascend from 0 to the end of observation, \(horizon)"
        )
      }
      guard types.indices.contains(type[index]) else {
        throw MarkedPointProcessError("event \(index + 1) has a type that is not named")
      }
      last = time
    }
    if let bad = marks?.firstIndex(where: { !$0.isFinite || $0 < 0 }) {
      throw MarkedPointProcessError("event \(bad + 1) has a mark that is no number of at least 0")
    }
    self.types = types
    self.times = times
    self.type = type
    self.marks = marks
    self.horizon = horizon
  }

  /// The number of events.
  public var count: Int { times.count }

  /// The number of events of each type.
  public var counts: [Int] {
    type.reduce(into: [Int](repeating: 0, count: types.count)) { $0[$1] += 1 }
  }
}

/// What is wrong with a series of events.
public struct MarkedPointProcessError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, in words.
  public let description: String

  init(_ description: String) { self.description = description }
}
