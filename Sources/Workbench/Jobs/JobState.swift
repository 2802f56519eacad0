import Foundation

/// How far a long computation has come.
struct JobState: Hashable, Sendable, Codable {
  /// What has become of it.
  enum Outcome: String, Hashable, Sendable, Codable {
    case running, finished, failed, cancelled
  }

  /// What has become of it.
  var outcome = Outcome.running
  /// What is being done, in words.
  var stage = "starting"
  /// How many steps of the stage are done.
  var done = 0
  /// How many steps the stage has; zero where that is not known.
  var total = 0
  /// Why it failed.
  var message = ""

  /// The state in one sentence.
  var sentence: String {
    switch outcome {
    case .running: total > 0 ? "\(stage): \(done) of \(total)" : stage
    case .finished: "finished"
    case .failed: "failed: \(message)"
    case .cancelled: "cancelled"
    }
  }
}
