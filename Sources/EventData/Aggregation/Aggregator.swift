import Diplomacy
import Dispatch
import Synchronization

/// Adds up raw files by group without storing them, on several cores, with exact sums.
///
/// Sums are whole numbers of tenths and groups are sorted at the end, so that the result does not
/// depend on the number of workers or on which of them read what.
public struct Aggregator: Sendable {
  /// What is asked.
  public let query: AggregationQuery
  /// The number of workers.
  public let workers: Int

  /// The most workers that are used: each holds a buffer, and reading is one after the other.
  public static let mostWorkers = 64

  /// Makes an aggregator.
  public init(_ query: AggregationQuery, workers: Int) {
    self.query = query
    // More workers than this only wait for one another.
    self.workers = min(Self.mostWorkers, max(1, workers))
  }

  /// Adds up files.
  ///
  /// - Parameters:
  ///   - files: The files, of any of the formats.
  ///   - stated: Their format, where the user states it.
  ///   - dates: The order of month and day, where the user states it.
  ///   - skipInvalid: Whether rejected rows are passed over; otherwise the first one is an error.
  /// - Throws: ``InputError`` where a file cannot be read, or a row is rejected and may not be.
  /// - Complexity: O(*n*) in the bytes of the files; memory grows with the number of groups only.
  public func run(
    _ files: [InputFile], format stated: EventFormat? = nil, dates: DateOrder? = nil,
    skipInvalid: Bool = true
  ) throws(InputError) -> AggregationResult {
    let work = AggregationWork(files.map { AggregationSource($0, format: stated, dates: dates) })
    let tallies = Mutex<[AggregationTally]>([])
    let query = query
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      let tally = AggregationTally(query: query)
      work.run(tally)
      tallies.withLock { $0.append(tally) }
    }
    if let failure = work.failure { throw failure }
    let all = tallies.withLock { $0 }
    guard let first = all.first else {
      return AggregationResult(query: query, table: GroupTable())
    }
    for tally in all.dropFirst() { first.merge(tally) }
    if first.table.isFull {
      throw InputError(
        .malformed, file: files.first?.name ?? "", what: "names more actors than can be grouped",
        fix: "check that the actor columns hold codes")
    }
    let result = first.result(files: files)
    if !skipInvalid, let row = result.rejected.first {
      throw InputError(
        .malformed, file: row.file, line: row.line, what: row.reason,
        fix: "fix the row, or pass over it"
          + (result.rejected.count > 1 ? " and the \(result.rejected.count - 1) rows like it" : ""),
        remedy: .skipping)
    }
    return result
  }
}

/// The files still to be read, shared by the workers.
final class AggregationWork: Sendable {
  private let sources: [AggregationSource]
  private let nextSource = Atomic<Int>(0)
  private let firstFailure = Mutex<(order: Int, error: InputError)?>(nil)

  init(_ sources: [AggregationSource]) { self.sources = sources }

  var failure: InputError? { firstFailure.withLock { $0?.error } }

  /// Reads until nothing is left: first whole files of its own, then chunks of other workers' files.
  func run(_ tally: AggregationTally) {
    let buffer = ChunkBuffer()
    while true {
      let index = nextSource.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < sources.count else { break }
      take(index, tally, buffer)
    }
    for index in sources.indices { take(index, tally, buffer) }
  }

  private func take(_ index: Int, _ tally: AggregationTally, _ buffer: ChunkBuffer) {
    do throws(InputError) {
      try sources[index].read(into: tally, file: index, buffer: buffer) { [self] in
        failure != nil
      }
    } catch {
      firstFailure.withLock { held in
        // The first file's error is the one told, whichever worker met one first.
        if let known = held, known.order <= index { return }
        held = (index, error)
      }
    }
  }
}
