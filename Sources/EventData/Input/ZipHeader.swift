/// The fields of a zip member's local header that matter here.
struct ZipHeader {
  let flags: Int
  let method: Int
  let checksum: UInt32
  private(set) var compressedSize: Int
  let nameLength: Int
  let extraLength: Int
  /// Whether sizes of eight bytes stand in the extra field.
  private(set) var isLarge = false

  static let signature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// Reads the fixed fields behind the signature.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == 26 else { return nil }
    flags = Int(Self.number(bytes[2..<4]))
    method = Int(Self.number(bytes[4..<6]))
    checksum = Self.number(bytes[10..<14])
    compressedSize = Int(Self.number(bytes[14..<18]))
    nameLength = Int(Self.number(bytes[22..<24]))
    extraLength = Int(Self.number(bytes[24..<26]))
    uncompressedIsLarge = Self.number(bytes[18..<22]) == .max
  }

  private let uncompressedIsLarge: Bool

  var isEncrypted: Bool { flags & 1 != 0 }
  var hasDescriptor: Bool { flags & 8 != 0 }

  /// The header with the size that the zip64 extra field gives, where the short one is full.
  ///
  /// The extra field with the tag 1 holds, eight bytes each, the sizes whose short fields are full:
  /// first the uncompressed, then the compressed one.
  func enlarged(by extra: [UInt8]) -> ZipHeader {
    var large = self
    var place = 0
    while place + 4 <= extra.count {
      let tag = Int(Self.number(extra[place..<place + 2]))
      let length = Int(Self.number(extra[place + 2..<place + 4]))
      let start = place + 4
      place = start + length
      guard tag == 1, place <= extra.count else { continue }
      large.isLarge = true
      let offset = start + (uncompressedIsLarge ? 8 : 0)
      guard compressedSize == 0xFFFF_FFFF, offset + 8 <= place else { continue }
      let high = Int(Self.number(extra[offset + 4..<offset + 8]))
      large.compressedSize =
        high > 0x7FFF_FFFF ? .max : high << 32 | Int(Self.number(extra[offset..<offset + 4]))
    }
    return large
  }

  /// Whether a member is no file of the user's: a folder, or what macOS and Windows put beside files.
  static func isShadow(_ path: String) -> Bool {
    if path.hasSuffix("/") || path.hasPrefix("__MACOSX/") { return true }
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return last.hasPrefix("._") || [".DS_Store", "Thumbs.db", "desktop.ini"].contains(last)
  }

  static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}
