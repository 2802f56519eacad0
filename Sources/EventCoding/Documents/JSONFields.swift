/// The text fields of one JSON object, read without building a tree of the rest.
///
/// > Bray, T. (ed.) *The JavaScript Object Notation (JSON) Data Interchange Format*, RFC 8259, 2017.
struct JSONFields {
  /// Why a line is no object of text fields.
  struct Fault: Error {
    let reason: String
  }

  private(set) var texts: [String: String] = [:]
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  /// Reads the wanted fields; others are passed over, whatever they hold.
  ///
  /// A number is taken as its digits. A wanted field that holds anything else is a fault.
  init(_ bytes: UnsafeBufferPointer<UInt8>, wanted: Set<String>) throws(Fault) {
    self.bytes = bytes
    skipBlanks()
    try expect(0x7B, "a line must be a JSON object")
    skipBlanks()
    if peek == 0x7D {
      index += 1
    } else {
      while true {
        skipBlanks()
        let key = try string()
        skipBlanks()
        try expect(0x3A, "a colon is missing after \"\(key)\"")
        skipBlanks()
        if wanted.contains(key) {
          if let text = try text(of: key) { texts[key] = text }
        } else {
          try skipValue(depth: 0)
        }
        skipBlanks()
        if peek == 0x2C {
          index += 1
          continue
        }
        try expect(0x7D, "the object is not closed")
        break
      }
    }
    skipBlanks()
    guard index == bytes.count else { throw Fault(reason: "something stands after the object") }
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A {
      index += 1
    }
  }

  private mutating func expect(_ byte: UInt8, _ reason: String) throws(Fault) {
    guard peek == byte else { throw Fault(reason: reason) }
    index += 1
  }

  private mutating func text(of key: String) throws(Fault) -> String? {
    switch peek {
    case 0x22: return try string()
    case 0x6E:
      try skipValue(depth: 0)
      return nil
    case .some(let byte) where Letters.isDigit(byte) || byte == 0x2D:
      let start = index
      try skipValue(depth: 0)
      return String(decoding: bytes[start..<index], as: UTF8.self)
    default: throw Fault(reason: "\"\(key)\" is no text")
    }
  }

  private mutating func string() throws(Fault) -> String {
    try expect(0x22, "a text in quotation marks is expected")
    let start = index
    while let byte = peek, byte != 0x22, byte != 0x5C {
      guard byte >= 0x20 else { throw Fault(reason: "a control character stands in a text") }
      index += 1
    }
    if peek == 0x22 {
      index += 1
      return String(decoding: bytes[start..<index - 1], as: UTF8.self)
    }
    var out = Array(bytes[start..<index])
    while let byte = peek {
      index += 1
      switch byte {
      case 0x22: return String(decoding: out, as: UTF8.self)
      case 0x5C: try escape(into: &out)
      case 0..<0x20: throw Fault(reason: "a control character stands in a text")
      default: out.append(byte)
      }
    }
    throw Fault(reason: "a text is not closed")
  }

  private mutating func escape(into out: inout [UInt8]) throws(Fault) {
    guard let byte = peek else { throw Fault(reason: "a text is not closed") }
    index += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: out.append(byte)
    case 0x62: out.append(0x08)
    case 0x66: out.append(0x0C)
    case 0x6E: out.append(0x0A)
    case 0x72: out.append(0x0D)
    case 0x74: out.append(0x09)
    case 0x75:
      var value = try hexadecimal()
      if (0xD800..<0xDC00).contains(value), peek == 0x5C, index + 1 < bytes.count,
        bytes[index + 1] == 0x75
      {
        index += 2
        let low = try hexadecimal()
        if (0xDC00..<0xE000).contains(low) {
          value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        }
      }
      out += Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
    default: throw Fault(reason: "\\\(Character(Unicode.Scalar(byte))) is no escape of JSON")
    }
  }

  private mutating func hexadecimal() throws(Fault) -> UInt32 {
    guard index + 4 <= bytes.count,
      let value = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
    else { throw Fault(reason: "\\u needs four hexadecimal digits") }
    index += 4
    return value
  }

  /// Passes over a value of any kind, not deeper than 512 levels.
  private mutating func skipValue(depth: Int) throws(Fault) {
    guard depth < 512 else { throw Fault(reason: "the object is nested too deeply") }
    skipBlanks()
    switch peek {
    case 0x22: _ = try string()
    case 0x7B, 0x5B: try skipContainer(depth: depth)
    case nil: throw Fault(reason: "a value is missing")
    default:
      let start = index
      while let byte = peek, byte != 0x2C, byte != 0x7D, byte != 0x5D, byte > 0x20 { index += 1 }
      let word = String(decoding: bytes[start..<index], as: UTF8.self)
      guard ["true", "false", "null"].contains(word) || Double(word) != nil else {
        throw Fault(reason: "'\(word.prefix(20))' is no value of JSON")
      }
    }
  }

  private mutating func skipContainer(depth: Int) throws(Fault) {
    let isObject = peek == 0x7B
    let close: UInt8 = isObject ? 0x7D : 0x5D
    index += 1
    skipBlanks()
    if peek == close {
      index += 1
      return
    }
    while true {
      if isObject {
        skipBlanks()
        _ = try string()
        skipBlanks()
        try expect(0x3A, "a colon is missing")
      }
      try skipValue(depth: depth + 1)
      skipBlanks()
      if peek == 0x2C {
        index += 1
        continue
      }
      try expect(close, "a list or an object is not closed")
      return
    }
  }
}
