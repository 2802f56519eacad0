import Foundation

/// The terminal on which a person reads.
enum Terminal {
  /// The number of columns, 80 where it is not known.
  static var width: Int {
    if let text = ProcessInfo.processInfo.environment["COLUMNS"], let columns = Int(text) {
      return max(40, columns)
    }
    var size = winsize()
    return ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
      ? max(40, Int(size.ws_col)) : 80
  }

  /// Whether colours are wanted: on a terminal, unless NO_COLOR or a dumb terminal says otherwise.
  static var usesColour: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(1) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
      && environment["TERM"] != "dumb"
  }
}
