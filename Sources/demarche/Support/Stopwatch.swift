import Foundation

/// How long the parts of a command took.
struct Stopwatch {
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant
  private var parts: [(name: String, seconds: Double)] = []

  init() { last = clock.now }

  /// Ends a part.
  mutating func note(_ name: String) {
    let now = clock.now
    parts.append((name, last.duration(to: now) / .seconds(1)))
    last = now
  }

  /// Writes the parts to standard error, one a line.
  func write() {
    for part in parts {
      StandardError.write("timing: \(String(format: "%.4f", part.seconds)) s \(part.name)")
    }
  }
}
