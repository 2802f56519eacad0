/// Reads JSON into the same values as YAML, with lines, many times faster than the YAML parser.
///
/// JSON is YAML too, so whatever is not plain JSON is left to the YAML reader, which also says what is
/// wrong with it.
struct JSONNodes {
  private let bytes: [UInt8]
  private var place = 0
  private var line = 1

  /// The deepest nesting that is read here.
  private static let depthLimit = 100

  /// The value of a whole text; nil unless it is JSON without a key written twice.
  static func read(_ bytes: [UInt8]) -> YAMLNode? {
    var reader = JSONNodes(bytes: bytes)
    reader.skip()
    guard reader.place < bytes.count, bytes[reader.place] == UInt8(ascii: "{"),
      let root = reader.value(0)
    else { return nil }
    reader.skip()
    return reader.place == bytes.count ? root : nil
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skip() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      if byte == 0x0A { line += 1 }
      place += 1
    }
  }

  /// Takes a sign and the white space after it.
  private mutating func take(_ sign: Character) -> Bool {
    guard let ascii = sign.asciiValue, next == ascii else { return false }
    place += 1
    skip()
    return true
  }

  private mutating func value(_ depth: Int) -> YAMLNode? {
    guard depth < Self.depthLimit, let byte = next else { return nil }
    let start = line
    switch byte {
    case UInt8(ascii: "{"): return mapping(depth, start)
    case UInt8(ascii: "["): return list(depth, start)
    case UInt8(ascii: "\""): return text().map { YAMLNode(value: .scalar($0), line: start) }
    default:
      let first = place
      while let byte = next, byte > 0x20, byte != UInt8(ascii: ","), byte != UInt8(ascii: "]"),
        byte != UInt8(ascii: "}")
      {
        place += 1
      }
      let word = String(decoding: bytes[first..<place], as: UTF8.self)
      if word == "null" { return YAMLNode(value: .nothing, line: start) }
      guard word == "true" || word == "false" || Double(word) != nil else { return nil }
      return YAMLNode(value: .scalar(word), line: start)
    }
  }

  private mutating func list(_ depth: Int, _ start: Int) -> YAMLNode? {
    guard take("[") else { return nil }
    var items: [YAMLNode] = []
    if take("]") { return YAMLNode(value: .list([]), line: start) }
    while let item = value(depth + 1) {
      items.append(item)
      skip()
      if take(",") { continue }
      guard next == UInt8(ascii: "]") else { return nil }
      place += 1
      return YAMLNode(value: .list(items), line: start)
    }
    return nil
  }

  private mutating func mapping(_ depth: Int, _ start: Int) -> YAMLNode? {
    guard take("{") else { return nil }
    var entries: [YAMLEntry] = []
    var keys: Set<String> = []
    if next == UInt8(ascii: "}") {
      place += 1
      return YAMLNode(value: .mapping([]), line: start)
    }
    while next == UInt8(ascii: "\"") {
      let keyLine = line
      guard let key = text(), keys.insert(key).inserted else { return nil }
      skip()
      guard take(":"), let item = value(depth + 1) else { return nil }
      entries.append(YAMLEntry(key: key, line: keyLine, node: item))
      skip()
      if take(",") { continue }
      guard next == UInt8(ascii: "}") else { return nil }
      place += 1
      return YAMLNode(value: .mapping(entries), line: start)
    }
    return nil
  }

  /// A text in quotes; nil where it holds an escape other than of a quotation mark or a backslash.
  private mutating func text() -> String? {
    place += 1
    var content: [UInt8] = []
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: content, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let escaped = next,
          escaped == UInt8(ascii: "\"") || escaped == UInt8(ascii: "\\")
            || escaped == UInt8(ascii: "/")
        else { return nil }
        place += 1
        content.append(escaped)
      case 0..<0x20: return nil
      default: content.append(byte)
      }
    }
    return nil
  }
}
