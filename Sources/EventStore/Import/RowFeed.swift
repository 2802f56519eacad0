import Diplomacy
import EventData

/// Reads a file on a thread of its own and feeds prepared rows to the store.
struct RowFeed: Sendable {
  let file: InputFile
  let format: EventFormat?
  let dates: DateOrder?
  let skipInvalid: Bool
  let queue: BatchQueue<Batch>

  static let batchRows = 40_000

  private struct Stopped: Error {}

  func run() {
    do {
      let rows = try RowStream(file, format: format, dates: dates)
      let counts =
        rows.detection.format == .gdeltMentions ? try mentions(rows) : try events(rows)
      _ = queue.put(Batch(content: .finished(counts, rows.detection.format)))
    } catch is Stopped {
    } catch {
      _ = queue.put(Batch(content: .failed(error)))
    }
  }

  private func events(_ stream: RowStream) throws -> ReadingCounts {
    var preparer = RowPreparer()
    var rows: [PreparedRow] = []
    rows.reserveCapacity(Self.batchRows)
    let counts = try stream.events(
      keep: { event in
        rows.append(preparer.row(event))
        if rows.count == Self.batchRows || preparer.isFull {
          try put(preparer.batch(rows))
          rows.removeAll(keepingCapacity: false)
          rows.reserveCapacity(Self.batchRows)
        }
      }, reject: reject)
    try put(preparer.batch(rows))
    return counts
  }

  private func mentions(_ stream: RowStream) throws -> ReadingCounts {
    var mentions: [Mention] = []
    let counts = try stream.read(
      with: GDELTMentionReader(header: stream.detection.header),
      keep: { mention in
        mentions.append(mention)
        if mentions.count == Self.batchRows {
          try put(Batch(content: .mentions(mentions)))
          mentions.removeAll(keepingCapacity: true)
        }
      }, reject: reject)
    try put(Batch(content: .mentions(mentions)))
    return counts
  }

  private func reject(_ row: RejectedRow) throws {
    guard skipInvalid else {
      throw InputError(
        .malformed, file: row.file, line: row.line, what: row.reason,
        fix: "fix the row, or pass over such rows and count them", remedy: .skipping)
    }
    try put(Batch(content: .rejected([row])))
  }

  private func put(_ batch: Batch) throws {
    guard queue.put(batch) else { throw Stopped() }
  }
}
