import Dispatch
import Foundation

/// Ends a game that keeps neither its time nor its bound of memory.
///
/// Solvers ask for the time between their steps. A step that does not end, or that takes more and more
/// memory, is ended from outside: nothing is shown then, and the reason is told.
enum TimeGuard {
  /// The most memory in use, in bytes: what a solver needs beyond it would be taken from other work.
  static let mostMemory = 4 << 30

  /// Watches the program until it ends.
  ///
  /// - Parameters:
  ///   - what: What is being worked on.
  ///   - seconds: The time it was given; half as much again and two seconds are let pass for the step
  ///     under way and for writing.
  static func watch(_ what: String, seconds: Double) {
    let end = ContinuousClock.now + .seconds(seconds * 1.5 + 2)
    let thread = Thread {
      while true {
        Thread.sleep(forTimeInterval: 0.05)
        if ContinuousClock.now > end {
          stop("\(what): the time of \(seconds) s was up, and the step under way did not end")
        }
        if residentBytes > mostMemory {
          stop(
            "\(what): the game needs more than \(mostMemory >> 30) GiB of memory; make it smaller")
        }
      }
    }
    thread.start()
  }

  private static func stop(_ reason: String) -> Never {
    StandardError.write(reason + "; nothing more is shown")
    _exit(1)
  }

  /// The memory in use, zero where the system does not tell.
  private static var residentBytes: Int {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
      return 0
    }
    let fields = text.split(separator: " ")
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
  }
}
