import CZlib

/// A stream over the single member of a zip archive, read from start to end.
///
/// GDELT and its kin publish archives of one file. An archive with two members, or with a member
/// whose path climbs out of its folder, is refused.
///
/// > PKWARE. *APPNOTE.TXT: .ZIP File Format Specification*, version 6.3.
public final class ZipMemberStream: ByteStream {
  private let source: any ByteStream
  private let name: String
  private let inflater = Inflater(.raw)
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  private var pending = 0..<0
  private var header: ZipHeader?
  private var checksum: UInt = 0
  private var produced = 0
  private var storedLeft = 0
  private var ended = false

  /// Makes a stream over an archive.
  ///
  /// - Parameters:
  ///   - source: The bytes of the archive.
  ///   - name: The name of the file for errors.
  public init(_ source: any ByteStream, name: String) {
    self.source = source
    self.name = name
  }

  deinit { input.deallocate() }

  /// Decompresses the next bytes of the member.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    guard !ended, buffer.count > 0 else { return 0 }
    if header == nil { try start() }
    guard let header else { return 0 }
    if header.method == 0 { return try copyStored(into: buffer, header) }
    while true {
      guard try fill() else {
        throw failure("is cut short: the zip data ends after \(produced) bytes of content")
      }
      let step = inflater.inflate(
        UnsafeMutableRawBufferPointer(rebasing: input[pending]), into: buffer)
      pending = pending.lowerBound + step.used..<pending.upperBound
      note(buffer, step.written)
      switch step.step {
      case .corrupt(let reason): throw failure("holds damaged zip data: \(reason)")
      case .memberEnded:
        try finish(header)
        return step.written
      case .more: break
      }
      if step.written > 0 { return step.written }
    }
  }

  private func copyStored(
    into buffer: UnsafeMutableRawBufferPointer, _ header: ZipHeader
  ) throws(InputError) -> Int {
    guard storedLeft > 0 else {
      try finish(header)
      return 0
    }
    guard try fill() else { throw failure("is cut short") }
    let count = min(buffer.count, pending.count, storedLeft)
    buffer.copyMemory(
      from: UnsafeRawBufferPointer(
        rebasing: input[pending.lowerBound..<pending.lowerBound + count]))
    pending = pending.lowerBound + count..<pending.upperBound
    storedLeft -= count
    note(buffer, count)
    return count
  }

  private func note(_ buffer: UnsafeMutableRawBufferPointer, _ count: Int) {
    produced += count
    let bytes = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    checksum = CZlib.crc32_z(checksum, bytes, count)
  }

  private func start() throws(InputError) {
    let fixed = try take(30)
    guard let parsed = ZipHeader(fixed) else {
      throw failure("is no zip archive with a file in it")
    }
    let path = String(decoding: try take(parsed.nameLength), as: UTF8.self)
    _ = try take(parsed.extraLength)
    let parts = path.split(whereSeparator: { $0 == "/" || $0 == "\\" })
    if parts.contains("..") || path.hasPrefix("/") || path.hasPrefix("\\") || path.contains(":") {
      throw failure("has a member whose path leaves its folder: '\(path)'")
    }
    if parsed.isEncrypted { throw failure("is encrypted") }
    guard parsed.method == 8 || (parsed.method == 0 && !parsed.hasDescriptor) else {
      throw failure("uses compression method \(parsed.method), which is not read here")
    }
    storedLeft = parsed.compressedSize
    header = parsed
  }

  private func finish(_ header: ZipHeader) throws(InputError) {
    ended = true
    var expected = header.checksum
    if header.hasDescriptor {
      var descriptor = try take(4)
      if descriptor == [0x50, 0x4B, 0x07, 0x08] { descriptor = try take(4) }
      expected = ZipHeader.number(descriptor[...])
      _ = try take(header.isLarge ? 16 : 8)
    }
    if UInt32(truncatingIfNeeded: checksum) != expected { throw failure("fails its checksum") }
    let next = try take(4)
    if next == [0x50, 0x4B, 0x03, 0x04] {
      throw failure("holds more than one member; one file is expected in an archive")
    }
    guard next == [0x50, 0x4B, 0x01, 0x02] else { throw failure("lacks its directory") }
  }

  /// Takes bytes from the archive, fewer where it ends.
  private func take(_ count: Int) throws(InputError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count, try fill() {
      let part = min(count - bytes.count, pending.count)
      bytes.append(contentsOf: input[pending.lowerBound..<pending.lowerBound + part])
      pending = pending.lowerBound + part..<pending.upperBound
    }
    return bytes
  }

  private func fill() throws(InputError) -> Bool {
    if pending.isEmpty { pending = 0..<(try source.read(into: input)) }
    return !pending.isEmpty
  }

  private func failure(_ what: String) -> InputError {
    InputError(
      .malformed, file: name, what: what, fix: "fetch the file again or unpack it by hand")
  }
}

/// The fields of a zip member's local header that matter here.
struct ZipHeader {
  let flags: Int
  let method: Int
  let checksum: UInt32
  let compressedSize: Int
  let nameLength: Int
  let extraLength: Int

  init?(_ bytes: [UInt8]) {
    guard bytes.count == 30, Array(bytes[0..<4]) == [0x50, 0x4B, 0x03, 0x04] else { return nil }
    flags = Int(Self.number(bytes[6..<8]))
    method = Int(Self.number(bytes[8..<10]))
    checksum = Self.number(bytes[14..<18])
    compressedSize = Int(Self.number(bytes[18..<22]))
    nameLength = Int(Self.number(bytes[26..<28]))
    extraLength = Int(Self.number(bytes[28..<30]))
  }

  var isEncrypted: Bool { flags & 1 != 0 }
  var hasDescriptor: Bool { flags & 8 != 0 }
  /// Sizes of eight bytes, marked by the largest value of the four-byte field.
  var isLarge: Bool { compressedSize == 0xFFFF_FFFF }

  static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}
