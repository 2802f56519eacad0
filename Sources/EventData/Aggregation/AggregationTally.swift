import Diplomacy

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What one worker has added up.
///
/// Unchecked: a tally belongs to one worker until all have finished, then to the one who merges.
final class AggregationTally: @unchecked Sendable {
  private struct Reject {
    let file: Int
    let chunk: Int
    let line: Int
    let reason: String
  }

  private struct ChunkLines: Hashable {
    let file: Int
    let chunk: Int
  }

  /// The most rejected rows held: more mean that the file is of another format.
  static let mostRejects = 100_000

  private let query: AggregationQuery
  private(set) var table = GroupTable()
  private var counts = ReadingCounts()
  private var fitting = 0
  private var withoutActor = 0
  private var withoutWeight = 0
  private var rejects: [Reject] = []
  private var lines: [ChunkLines: Int] = [:]
  private let ends = UnsafeMutablePointer<Int>.allocate(
    capacity: GDELTColumnScanner.fieldsKept)

  private let needsSource, needsTarget, hasRoot, hasQuad: Bool
  private let span: AggregationQuery.Key?
  private let blank: Int

  init(query: AggregationQuery) {
    self.query = query
    needsSource = query.needsSource
    needsTarget = query.needsTarget
    hasRoot = query.keys.contains(.root)
    hasQuad = query.keys.contains(.quad)
    span = query.span
    blank = table.number(of: .empty)
    ends.initialize(repeating: 0, count: GDELTColumnScanner.fieldsKept)
  }

  deinit { ends.deallocate() }

  /// Adds a chunk of tab-parted GDELT rows.
  func add(
    _ bytes: UnsafeMutableRawBufferPointer, _ chunk: ChunkCutter.Chunk, of format: EventFormat,
    file: Int, name: String, skipsFirstLine: Bool
  ) throws(InputError) {
    if chunk.isOverlong {
      lines[ChunkLines(file: file, chunk: chunk.number)] = 1
      try reject(
        file, chunk.number, 1, "the row is longer than \(RowScanner.longestRow >> 20) MiB", name)
      return
    }
    guard let base = bytes.baseAddress.map({ UnsafeRawPointer($0) }) else { return }
    let scanner = GDELTColumnScanner(format, ends: ends)
    let mayHoldNul = memchr(base, 0, chunk.count) != nil
    var place = 0
    var line = 0
    while place < chunk.count {
      let start = base + place
      let left = chunk.count - place
      var length = memchr(start, 0x0A, left).map { UnsafeRawPointer($0) - start } ?? left
      place += length + 1
      line += 1
      if length > 0, start.load(fromByteOffset: length - 1, as: UInt8.self) == 0x0D { length -= 1 }
      if length == 0 || (skipsFirstLine && line == 1) { continue }
      do throws(RowFault) {
        if mayHoldNul, memchr(start, 0, length) != nil {
          throw RowFault("the row holds a NUL byte")
        }
        let facts = try scanner.facts(start, length)
        add(facts)
      } catch {
        try reject(file, chunk.number, line, error.reason, name)
      }
    }
    lines[ChunkLines(file: file, chunk: chunk.number)] = line
  }

  /// Adds the rows of a file that needs the full reader.
  func add(_ rows: RowStream, file: Int) throws(InputError) {
    do {
      let noteReject = { [self] (row: RejectedRow) throws in
        // The line is known outright, so it counts as the only chunk of its file.
        try reject(file, 0, row.line, row.reason, row.file)
        counts.read -= 1
        counts.rejected -= 1
      }
      switch rows.detection.format {
      case .dailySums:
        counts += try rows.read(
          with: DailySumReader(header: rows.detection.header),
          keep: { addCounted(RowFacts($0)) }, reject: noteReject)
      case .gdelt1, .gdelt2:
        counts += try rows.read(
          with: GDELTFactsReader(rows.detection.format, header: rows.detection.header),
          keep: { addCounted($0) }, reject: noteReject)
      default:
        counts += try rows.events(keep: { addCounted(RowFacts($0)) }, reject: noteReject)
      }
    } catch let error as InputError {
      throw error
    } catch {
      throw InputError(.unreadable, file: rows.name, what: "\(error)", fix: "")
    }
  }

  private func addCounted(_ facts: RowFacts) {
    counts.read -= 1
    counts.kept -= 1
    add(facts)
  }

  @inline(__always)
  private func add(_ facts: RowFacts) {
    counts.read += 1
    counts.kept += 1
    if let condition = query.condition, !condition.fits(facts) { return }
    fitting += 1
    if (needsSource && facts.source.isEmpty) || (needsTarget && facts.target.isEmpty) {
      withoutActor += 1
      return
    }
    var sum = 0
    switch query.sum {
    case .goldstein:
      sum = facts.tenths ?? 0
      if !facts.statesWeight { withoutWeight += 1 }
    case .mentions: sum = facts.mentions
    case nil: break
    }
    table.add(
      GroupTable.key(
        source: needsSource ? table.number(of: facts.source) : blank,
        target: needsTarget ? table.number(of: facts.target) : blank,
        span: span.map { SpanBucket.number(facts.day, $0) } ?? 0, root: hasRoot ? facts.root : 0,
        quad: hasQuad ? facts.quad : 0), count: 1, sum: sum)
  }

  private func reject(
    _ file: Int, _ chunk: Int, _ line: Int, _ reason: String, _ name: String
  ) throws(InputError) {
    counts.read += 1
    counts.rejected += 1
    rejects.append(Reject(file: file, chunk: chunk, line: line, reason: reason))
    if rejects.count > Self.mostRejects {
      throw InputError(
        .malformed, file: name, what: "more than \(Self.mostRejects) rows do not fit: \(reason)",
        fix: "check the file, or state its format", remedy: .format)
    }
  }

  /// Adds what another worker has added up.
  func merge(_ other: AggregationTally) {
    table.merge(other.table)
    counts += other.counts
    fitting += other.fitting
    withoutActor += other.withoutActor
    withoutWeight += other.withoutWeight
    rejects += other.rejects
    lines.merge(other.lines) { first, _ in first }
  }

  /// The result, with every rejected row's line counted from the start of its file.
  func result(files: [InputFile]) -> AggregationResult {
    var result = AggregationResult(query: query, table: table)
    result.counts = counts
    result.fitting = fitting
    result.withoutActor = withoutActor
    result.withoutWeight = withoutWeight
    rejects.sort { ($0.file, $0.chunk, $0.line) < ($1.file, $1.chunk, $1.line) }
    var at = ChunkLines(file: -1, chunk: 0)
    var before = 0
    for reject in rejects {
      if at.file != reject.file {
        at = ChunkLines(file: reject.file, chunk: 0)
        before = 0
      }
      while at.chunk < reject.chunk {
        before += lines[at] ?? 0
        at = ChunkLines(file: at.file, chunk: at.chunk + 1)
      }
      result.rejected.append(
        RejectedRow(
          file: files[reject.file].name, line: before + reject.line, reason: reject.reason))
    }
    return result
  }
}
