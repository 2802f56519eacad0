import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One file of an aggregation, from which several workers may take chunks.
final class AggregationSource: Sendable {
  private enum State {
    case unopened
    case chunks(ChunkCutter, EventFormat, hasHeader: Bool)
    case taken
  }

  private let file: InputFile
  private let stated: EventFormat?
  private let dates: DateOrder?
  private let state = Mutex<State>(.unopened)

  init(_ file: InputFile, format stated: EventFormat?, dates: DateOrder?) {
    self.file = file
    self.stated = stated
    self.dates = dates
  }

  /// Adds what is left of the file to a tally.
  ///
  /// Reading happens under a lock, so that only one worker reads or decompresses at a time; parting
  /// and adding, the greater work, happen outside it.
  func read(
    into tally: AggregationTally, file index: Int, buffer: ChunkBuffer,
    stop: () -> Bool
  ) throws(InputError) {
    if let rows = try openIfNeeded() {
      try tally.add(rows, file: index)
      return
    }
    while !stop() {
      guard let (chunk, format, isHeader) = try nextChunk(buffer) else { return }
      try tally.add(
        buffer.bytes, chunk, of: format, file: index, name: file.name, skipsFirstLine: isHeader)
    }
  }

  /// Opens the file; where its rows need the full reader, the caller gets them to read alone.
  private func openIfNeeded() throws(InputError) -> RowStream? {
    try locked { state throws(InputError) in
      guard case .unopened = state else { return nil }
      state = .taken
      let stream = try file.open()
      let head = try stream.readAhead(1 << 16)
      let whole = PrefixedStream(head, then: stream)
      let detection = FormatDetection.detect(head, stated: stated)
      if let detection, detection.dialect == .tabs,
        detection.format == .gdelt1 || detection.format == .gdelt2, detection.missing.isEmpty,
        detection.header.map({ GDELTColumns(header: $0).isPublished(detection.format) }) ?? true
      {
        state = .chunks(ChunkCutter(whole), detection.format, hasHeader: detection.header != nil)
        return nil
      }
      return try RowStream(
        whole, name: file.name, format: stated, dates: dates, again: file.reopening)
    }
  }

  private func nextChunk(
    _ buffer: ChunkBuffer
  ) throws(InputError) -> (ChunkCutter.Chunk, EventFormat, Bool)? {
    try locked { state throws(InputError) in
      guard case .chunks(var cutter, let format, let hasHeader) = state else { return nil }
      // The state gives up its copy first: two holders would copy the carried bytes.
      state = .taken
      guard let chunk = try cutter.next(into: buffer) else { return nil }
      state = .chunks(cutter, format, hasHeader: hasHeader)
      return (chunk, format, hasHeader && chunk.number == 0)
    }
  }

  private func locked<Value>(
    _ body: (inout State) throws(InputError) -> sending Value
  ) throws(InputError) -> sending Value {
    try state.withLock { state throws(InputError) in try body(&state) }
  }
}
