/// Splits the text of a game file into strings, numbers and marks, and knows the line it is on.
///
/// Words are apart by any white space, line breaks included. A string stands between double
/// quotation marks, may run over several lines, and keeps a quotation mark or a backslash that
/// follows a backslash. Commas between numbers are white space.
struct GameScanner {
  private let bytes: [UInt8]
  private var place = 0
  /// The line of the next unread byte, counted from one.
  private(set) var line = 1

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The next byte that is not white space; nil at the end.
  mutating func peek() -> UInt8? {
    while place < bytes.count {
      let byte = bytes[place]
      if byte == 0x0A {
        line += 1
      } else if byte != 0x20 && byte != 0x2C && !(byte >= 0x09 && byte <= 0x0D) {
        // A byte-order mark at the very start is white space too.
        if place == 0, byte == 0xEF, bytes.count >= 3, bytes[1] == 0xBB, bytes[2] == 0xBF {
          place = 3
          continue
        }
        return byte
      }
      place += 1
    }
    return nil
  }

  var isAtString: Bool {
    mutating get { peek() == UInt8(ascii: "\"") }
  }

  var isAtOpenBrace: Bool {
    mutating get { peek() == UInt8(ascii: "{") }
  }

  var isAtCloseBrace: Bool {
    mutating get { peek() == UInt8(ascii: "}") }
  }

  /// What comes next, for messages.
  private mutating func found() -> String {
    guard let byte = peek() else { return "the end of the file" }
    var end = place
    if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") {
      return "\"\(Character(.init(byte)))\""
    }
    while end < bytes.count, end - place < 20, !Self.endsWord(bytes[end]) { end += 1 }
    end = max(end, min(place + 1, bytes.count))
    return "\"\(String(decoding: bytes[place..<end], as: UTF8.self))\""
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x2C || byte == 0x7B || byte == 0x7D
  }

  mutating func failure(_ expected: String, fix: String) -> GameFileError {
    let what = found()
    return GameFileError(line: line, what: "expected \(expected), found \(what)", fix: fix)
  }

  mutating func openBrace(_ what: String) throws(GameFileError) {
    guard isAtOpenBrace else {
      throw failure("\"{\" before \(what)", fix: "put \(what) between braces")
    }
    place += 1
  }

  mutating func closeBrace(_ what: String) throws(GameFileError) {
    guard isAtCloseBrace else {
      throw failure(
        "\"}\" after \(what)", fix: "close the list with \"}\", or fix its last entry")
    }
    place += 1
  }

  mutating func string(_ what: String) throws(GameFileError) -> String {
    guard isAtString else {
      throw failure("\(what) between quotation marks", fix: "write it as \"…\", empty as \"\"")
    }
    let start = line
    place += 1
    let first = place
    while place < bytes.count, bytes[place] != 0x22, bytes[place] != 0x5C {
      if bytes[place] == 0x0A { line += 1 }
      place += 1
    }
    if place < bytes.count, bytes[place] == 0x22 {
      place += 1
      return first == place - 1 ? "" : String(decoding: bytes[first..<place - 1], as: UTF8.self)
    }
    var text = Array(bytes[first..<place])
    while place < bytes.count, bytes[place] != 0x22 {
      if bytes[place] == 0x5C, place + 1 < bytes.count,
        bytes[place + 1] == 0x22 || bytes[place + 1] == 0x5C
      {
        place += 1
      }
      if bytes[place] == 0x0A { line += 1 }
      text.append(bytes[place])
      place += 1
    }
    guard place < bytes.count else {
      throw GameFileError(
        line: start, what: "the quotation mark of \(what) is never closed", fix: "close it")
    }
    place += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// A run of bytes up to white space or a brace.
  mutating func word(_ what: String, fix: String) throws(GameFileError) -> String {
    guard let byte = peek(), byte != 0x22, !Self.endsWord(byte) else {
      throw failure(what, fix: fix)
    }
    let start = place
    while place < bytes.count, !Self.endsWord(bytes[place]), bytes[place] != 0x22 { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  mutating func whole(_ what: String) throws(GameFileError) -> Int {
    guard let byte = peek(), byte != 0x22, !Self.endsWord(byte) else {
      throw failure(what, fix: "write a whole number")
    }
    let start = place
    var value = 0
    var isNegative = false
    if byte == 0x2D {
      isNegative = true
      place += 1
    }
    let digits = place
    while place < bytes.count, bytes[place] >= 0x30, bytes[place] <= 0x39, value < 1 << 50 {
      value = value * 10 + Int(bytes[place] - 0x30)
      place += 1
    }
    guard place > digits,
      place == bytes.count || Self.endsWord(bytes[place]) || bytes[place] == 0x22
    else {
      place = start
      throw failure(what, fix: "write a whole number")
    }
    return isNegative ? -value : value
  }

  mutating func number(_ what: String) throws(GameFileError) -> Rational {
    guard let byte = peek(), byte != 0x22, !Self.endsWord(byte) else {
      throw failure(what, fix: "write a number such as 3, -0.5 or 1/3")
    }
    let start = place
    while place < bytes.count, !Self.endsWord(bytes[place]), bytes[place] != 0x22 { place += 1 }
    let value = bytes.withUnsafeBufferPointer {
      Rational(ascii: UnsafeBufferPointer(rebasing: $0[start..<place]))
    }
    guard let value else {
      place = start
      throw failure(what, fix: "write a number such as 3, -0.5 or 1/3")
    }
    return value
  }

  /// The kind of the file, its format's version and its title.
  mutating func header(_ kind: String, versions: ClosedRange<Int>) throws(GameFileError) -> String {
    let fix = "a file of this kind starts with \(kind) \(versions.upperBound) R \"title\""
    guard try word("\"\(kind)\" at the start", fix: fix) == kind else {
      throw GameFileError(line: line, what: "this is no \(kind) file", fix: fix)
    }
    let version = try whole("the version of the \(kind) format")
    guard versions.contains(version) else {
      throw GameFileError(
        line: line, what: "version \(version) of the \(kind) format is not known", fix: fix)
    }
    let numbers = try word("\"R\" or \"D\"", fix: fix)
    guard numbers == "R" || numbers == "D" else {
      throw GameFileError(
        line: line, what: "the numbers are \"\(numbers)\", not \"R\" (exact) or \"D\" (decimal)",
        fix: fix)
    }
    return try string("the title")
  }

  /// A list of strings in braces.
  mutating func strings(_ what: String) throws(GameFileError) -> [String] {
    try openBrace(what)
    var all: [String] = []
    while isAtString { all.append(try string(what)) }
    try closeBrace(what)
    return all
  }
}
