/// Finds bytes that are not UTF-8.
package enum InvalidUTF8 {
  /// The offset of the first byte that is not UTF-8, or nothing.
  ///
  /// > Yergeau, F. "UTF-8, a transformation format of ISO 10646." RFC 3629, 2003, section 4.
  package static func first(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var at = 0
    let end = bytes.count
    while at < end {
      let lead = bytes[at]
      if lead < 0x80 {
        at += 1
        continue
      }
      let (length, low, high): (Int, UInt8, UInt8)
      switch lead {
      case 0xC2...0xDF: (length, low, high) = (2, 0x80, 0xBF)
      case 0xE0: (length, low, high) = (3, 0xA0, 0xBF)
      case 0xE1...0xEC, 0xEE...0xEF: (length, low, high) = (3, 0x80, 0xBF)
      case 0xED: (length, low, high) = (3, 0x80, 0x9F)
      case 0xF0: (length, low, high) = (4, 0x90, 0xBF)
      case 0xF1...0xF3: (length, low, high) = (4, 0x80, 0xBF)
      case 0xF4: (length, low, high) = (4, 0x80, 0x8F)
      default: return at
      }
      guard at + length <= end, (low...high).contains(bytes[at + 1]) else { return at }
      for offset in 2..<max(length, 2) where bytes[at + offset] & 0xC0 != 0x80 { return at }
      at += length
    }
    return nil
  }

  /// The name of the encoding of bytes that are text in units of more than a byte, or nothing.
  ///
  /// A mark at the start tells, or zero bytes among the first characters, which no line of text has.
  package static func wideEncoding(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let head = Array(bytes.prefix(4))
    if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
      return "UTF-32"
    }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    switch head.map({ $0 == 0 }) {
    case [true, true, true, false], [false, true, true, true]: return "UTF-32"
    case [true, false, true, false], [false, true, false, true]: return "UTF-16"
    default: return nil
    }
  }

  /// How many line breaks bytes hold; CRLF is one.
  package static func breaks(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for (offset, byte) in bytes.enumerated() {
      if byte == 0x0A { count += 1 }
      if byte == 0x0D, offset + 1 == bytes.count || bytes[offset + 1] != 0x0A { count += 1 }
    }
    return count
  }
}
