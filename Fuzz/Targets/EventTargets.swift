import Diplomacy
import EventData
import Foundation

/// A stream over the rest of an input; its first byte says whether it is plain, gzip or zip.
private func stream(_ bytes: UnsafeBufferPointer<UInt8>) -> any ByteStream {
  let plain = MemoryStream(bytes.dropFirst())
  return switch (bytes.first ?? 0) >> 6 {
  case 1: GzipStream(plain, name: "fuzz")
  case 2: ZipMemberStream(plain, name: "fuzz")
  default: plain
  }
}

private func check(_ counts: ReadingCounts, kept: Int, rejected: Int) {
  precondition(
    counts.read == counts.kept + counts.rejected && counts.kept == kept
      && counts.rejected == rejected, "the account of rows does not balance")
}

/// Every reader of coded events: the first byte states a format, or leaves it to detection.
let eventTarget = FuzzTarget(name: "events") { bytes in
  let formats = EventFormat.allCases
  let choice = Int((bytes.first ?? 0) & 0x3F)
  let stated = choice == 0 ? nil : formats[(choice - 1) % formats.count]
  do {
    var kept = 0
    var rejected = 0
    let counts = try RowStream(stream(bytes), name: "fuzz", format: stated).events(
      keep: { event in
        kept += 1
        // What a reader keeps, a writer must be able to write.
        _ = EventCSVWriter.line(event)
        _ = JSONLinesWriter.line(event)
        _ = event.recordRow(id: "E1").map { CaseRecordWriter.text(of: [$0]) }
      }, reject: { _ in rejected += 1 })
    check(counts, kept: kept, rejected: rejected)
  } catch {
    // A refusal is an answer.
  }
}

/// The reader of mentions.
let mentionTarget = FuzzTarget(name: "mentions") { bytes in
  do {
    var kept = 0
    var rejected = 0
    let counts = try RowStream(stream(bytes), name: "fuzz", format: .gdeltMentions).read(
      with: GDELTMentionReader(), keep: { _ in kept += 1 }, reject: { _ in rejected += 1 })
    check(counts, kept: kept, rejected: rejected)
  } catch {
    // A refusal is an answer.
  }
}

/// The reader of daily sums.
let dailySumTarget = FuzzTarget(name: "sums") { bytes in
  do {
    var kept = 0
    var rejected = 0
    let counts = try RowStream(stream(bytes), name: "fuzz", format: .dailySums).read(
      with: DailySumReader(), keep: { _ in kept += 1 }, reject: { _ in rejected += 1 })
    check(counts, kept: kept, rejected: rejected)
  } catch {
    // A refusal is an answer.
  }
}

/// The reader of a case's record: what it takes without a complaint, its writer must keep.
let caseRecordTarget = FuzzTarget(name: "record") { bytes in
  guard let (events, isClean) = record(Array(bytes.dropFirst())), isClean, !events.isEmpty,
    let (again, _) = record(Array(CaseRecordWriter.text(of: events).utf8))
  else { return }
  precondition(again.map(\.id) == events.map(\.id), "a written record loses rows")
}

private func record(_ bytes: [UInt8]) -> (events: [Event], isClean: Bool)? {
  var reader = CaseRecordReader(file: "fuzz")
  guard let reading = try? reader.read(ByteWindow(bytes)) else { return nil }
  let counts = reader.problems.counts
  return (reading.events, counts[.error, default: 0] + counts[.flaw, default: 0] == 0)
}

/// The language of conditions.
let conditionTarget = FuzzTarget(name: "condition") { bytes in
  _ = try? RowCondition(String(decoding: bytes, as: UTF8.self))
}

/// The columns scanner of GDELT beside the full reader: both must reject the same rows.
let aggregationTarget = FuzzTarget(name: "columns") { bytes in
  let path = NSTemporaryDirectory() + "demarche-fuzz-\(getpid()).tsv"
  guard (try? Data(bytes.dropFirst()).write(to: URL(fileURLWithPath: path))) != nil else { return }
  let file = InputFile(path: path)
  guard let query = try? AggregationQuery(by: [.dyad, .month]),
    let fast = try? Aggregator(query, workers: 1).run([file], format: .gdelt2)
  else { return }
  var rejected: [RejectedRow] = []
  let counts = try? RowStream(file, format: .gdelt2).events(
    keep: { _ in }, reject: { rejected.append($0) })
  precondition(counts == fast.counts && rejected == fast.rejected, "two readers disagree")
}
