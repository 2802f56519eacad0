import Casework
import Foundation

/// The descriptors of the three streams, which a caller may have left closed.
enum StandardStreams {
  /// Puts something in the place of streams that are closed.
  ///
  /// Else the next file that is opened would get the number of standard error, and notes would be
  /// written into it.
  static func fill() {
    for (descriptor, mode) in [(Int32(0), O_WRONLY), (1, O_RDONLY), (2, O_WRONLY)]
    where fcntl(descriptor, F_GETFD) == -1 {
      let null = open("/dev/null", mode)
      if null >= 0, null != descriptor {
        dup2(null, descriptor)
        close(null)
      }
    }
  }
}

/// Standard output: data only.
enum StandardOutput {
  /// Writes text for a person, or data in which an escape of JSON means the same character.
  ///
  /// - Throws: `CaseworkFailure` if the stream cannot be written, for instance a full disk. A
  ///   reader that has gone away (a closed pipe) ends the program quietly.
  static func write(_ text: String) throws { try write(data: TerminalText.safe(text)) }

  /// Writes data byte for byte: rows that another program reads back.
  ///
  /// - Throws: `CaseworkFailure` as ``write(_:)``.
  static func write(data text: String) throws {
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

  /// Writes a line; where it cannot be written it is lost, and the work goes on.
  static func write(_ line: String) { put(TerminalText.safe(line) + "\n") }

  private static func put(_ text: String) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Foundation.write(2, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      written += count
    }
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
    put("\r\(what): \(done) of \(total)\(end)")
  }
}
