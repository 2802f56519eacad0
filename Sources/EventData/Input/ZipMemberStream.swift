import CZlib

/// A stream over the single file of a zip archive, read from start to end.
///
/// GDELT and its kin publish archives of one file. Folders, and the shadows that macOS and Windows
/// put beside files, are passed over; an archive with two files, or with a member whose path climbs
/// out of its folder, is refused, and so is anything behind the end of the archive.
///
/// > PKWARE. *APPNOTE.TXT: .ZIP File Format Specification*, version 6.3.
public final class ZipMemberStream: ByteStream {
  private let source: any ByteStream
  private let name: String
  private let inflater = Inflater(.raw)
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  private var pending = 0..<0
  private var header: ZipHeader?
  /// The path of the file that is read.
  private var member: String?
  private var checksum: UInt = 0
  private var produced = 0
  private var storedLeft = 0
  private var contentEnded = false
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

  /// Decompresses the next bytes of the file.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    guard !ended, buffer.count > 0 else { return 0 }
    if header == nil { try findFile() }
    guard let header else { return 0 }
    let got = try content(of: header, into: buffer)
    if got > 0 { return got }
    ended = true
    try readRest()
    return 0
  }

  /// The next bytes of a member, zero at its end.
  private func content(
    of header: ZipHeader, into buffer: UnsafeMutableRawBufferPointer
  ) throws(InputError) -> Int {
    if contentEnded { return 0 }
    if header.method == 0 { return try stored(into: buffer, header) }
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
        try closeMember(header)
        return step.written
      case .more: break
      }
      if step.written > 0 { return step.written }
    }
  }

  private func stored(
    into buffer: UnsafeMutableRawBufferPointer, _ header: ZipHeader
  ) throws(InputError) -> Int {
    guard storedLeft > 0 else {
      try closeMember(header)
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

  /// Goes on to the first member that is a file.
  private func findFile() throws(InputError) {
    var signature = try take(4)
    while signature == ZipHeader.signature {
      let path = try openMember()
      if !ZipHeader.isShadow(path) {
        member = path
        return
      }
      try skipMember()
      signature = try take(4)
    }
    throw failure("is no zip archive with a file in it")
  }

  /// Reads the header of a member, whose signature has been taken.
  private func openMember() throws(InputError) -> String {
    guard let fixed = ZipHeader(try take(26)) else { throw failure("is cut short") }
    let path = String(decoding: try take(fixed.nameLength), as: UTF8.self)
    let parsed = fixed.enlarged(by: try take(fixed.extraLength))
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
    checksum = 0
    contentEnded = false
    inflater.reset()
    return path
  }

  private func skipMember() throws(InputError) {
    guard let header else { return }
    let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 14, alignment: 16)
    defer { scratch.deallocate() }
    while try content(of: header, into: scratch) > 0 {}
    produced = 0
  }

  private func closeMember(_ header: ZipHeader) throws(InputError) {
    contentEnded = true
    var expected = header.checksum
    if header.hasDescriptor {
      var descriptor = try take(4)
      if descriptor == [0x50, 0x4B, 0x07, 0x08] { descriptor = try take(4) }
      expected = ZipHeader.number(descriptor[...])
      _ = try take(header.isLarge ? 16 : 8)
    }
    if UInt32(truncatingIfNeeded: checksum) != expected { throw failure("fails its checksum") }
  }

  /// Reads what follows the file: shadows, the directory, and nothing behind its end.
  private func readRest() throws(InputError) {
    var next = try take(4)
    while next == ZipHeader.signature {
      let path = try openMember()
      guard ZipHeader.isShadow(path) else {
        throw failure(
          "holds more than one member, '\(member ?? "")' and '\(path)'; one file is expected")
      }
      try skipMember()
      next = try take(4)
    }
    guard next == [0x50, 0x4B, 0x01, 0x02] else { throw failure("lacks its directory") }
    while next == [0x50, 0x4B, 0x01, 0x02] {
      let entry = try take(42)
      guard entry.count == 42 else { throw failure("is cut short in its directory") }
      let lengths = [24, 26, 28].map { Int(ZipHeader.number(entry[$0..<$0 + 2])) }
      _ = try take(lengths.reduce(0, +))
      next = try take(4)
    }
    if next == [0x50, 0x4B, 0x06, 0x06] {
      let size = try take(8)
      guard size.count == 8 else { throw failure("is cut short in its directory") }
      _ = try take(min(1 << 16, Int(ZipHeader.number(size[0..<4]))))
      next = try take(4)
    }
    if next == [0x50, 0x4B, 0x06, 0x07] {
      _ = try take(16)
      next = try take(4)
    }
    guard next == [0x50, 0x4B, 0x05, 0x06] else { throw failure("lacks the end of its directory") }
    let end = try take(18)
    guard end.count == 18 else { throw failure("is cut short in its directory") }
    _ = try take(Int(ZipHeader.number(end[16..<18])))
    // Zero bytes are padding, as behind gzip data.
    while try fill() {
      if input[pending].contains(where: { $0 != 0 }) {
        throw failure("has bytes after the end of the zip archive")
      }
      pending = 0..<0
    }
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
