/// A stream that decompresses gzip data, member after member.
public final class GzipStream: ByteStream {
  private let source: any ByteStream
  private let name: String
  private let inflater = Inflater(.gzip)
  private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
  private var pending = 0..<0
  private var sourceEnded = false
  private var betweenMembers = false
  private var produced = 0

  /// Makes a stream over compressed bytes.
  ///
  /// - Parameters:
  ///   - source: The compressed bytes.
  ///   - name: The name of the file for errors.
  public init(_ source: any ByteStream, name: String) {
    self.source = source
    self.name = name
  }

  deinit { input.deallocate() }

  /// Decompresses the next bytes.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    guard buffer.count > 0 else { return 0 }
    while true {
      if pending.isEmpty, !sourceEnded {
        let got = try source.read(into: input)
        pending = 0..<got
        sourceEnded = got == 0
      }
      if pending.isEmpty {
        // The last member must have ended: anything else is a file cut short.
        if betweenMembers { return 0 }
        throw failure("is cut short: the gzip data ends after \(produced) bytes of content")
      }
      if betweenMembers, !(try beginMember()) { continue }
      let step = inflater.inflate(
        UnsafeMutableRawBufferPointer(rebasing: input[pending]), into: buffer)
      pending = pending.lowerBound + step.used..<pending.upperBound
      produced += step.written
      switch step.step {
      case .corrupt(let reason): throw failure("holds damaged gzip data: \(reason)")
      case .memberEnded: betweenMembers = true
      case .more: break
      }
      if step.written > 0 { return step.written }
    }
  }

  /// Starts the next member, or passes over padding and says no.
  private func beginMember() throws(InputError) -> Bool {
    // Zero bytes after a member are padding, as gzip itself treats them.
    while let first = pending.first, input[first] == 0 {
      pending = first + 1..<pending.upperBound
    }
    if pending.isEmpty { return false }
    guard input[pending.lowerBound] == 0x1F else {
      throw failure("has bytes after the end of the gzip data")
    }
    inflater.reset()
    betweenMembers = false
    return true
  }

  private func failure(_ what: String) -> InputError {
    InputError(.malformed, file: name, what: what, fix: "fetch the file again")
  }
}
