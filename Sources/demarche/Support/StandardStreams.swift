import Casework
import Foundation

/// Standard output: data only.
enum StandardOutput {
  /// Writes text as it is.
  ///
  /// - Throws: ``CaseworkFailure`` if the stream cannot be written, for instance a full disk. A
  ///   reader that has gone away (a closed pipe) ends the program quietly.
  static func write(_ text: String) throws {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Foundation.write(1, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { exit(0) }
        throw CaseworkFailure.inputOutput(
          "standard output: \(String(cString: strerror(errno))); send it elsewhere and run again")
      }
      written += count
    }
  }
}

/// Standard error: notes, warnings and progress.
enum StandardError {
  /// Whether a person watches: standard error is a terminal.
  static let isTerminal = isatty(2) == 1

  /// Writes a line.
  static func write(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// Shows progress in place, on a terminal only.
  ///
  /// - Parameters:
  ///   - what: What is being done.
  ///   - done: How many of the steps are done.
  ///   - total: How many there are.
  static func progress(_ what: String, _ done: Int, of total: Int) {
    guard isTerminal, total > 0 else { return }
    let end = done >= total ? "\r\u{1B}[K" : ""
    FileHandle.standardError.write(Data("\r\(what): \(done) of \(total)\(end)".utf8))
  }
}
