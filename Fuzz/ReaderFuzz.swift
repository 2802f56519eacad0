import EventData

/// What libFuzzer calls with every input: no bytes may crash a reader, and the account must balance.
///
/// The first byte chooses between detection and a stated format and whether the rest is taken as
/// it is, as gzip or as zip.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReaders(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let choice = bytes.first else { return 0 }
  let formats = EventFormat.allCases
  let stated = choice % 4 == 0 ? nil : formats[Int(choice / 4) % formats.count]
  let plain = MemoryStream(bytes.dropFirst())
  let stream: any ByteStream =
    switch choice >> 6 {
    case 1: GzipStream(plain, name: "fuzz")
    case 2: ZipMemberStream(plain, name: "fuzz")
    default: plain
    }
  do {
    var kept = 0
    var rejected = 0
    let rows = try RowStream(stream, name: "fuzz", format: stated)
    let counts = try rows.events(
      keep: { event in
        kept += 1
        // What a reader keeps, a writer must be able to write.
        _ = EventCSVWriter.line(event)
        _ = JSONLinesWriter.line(event)
      }, reject: { _ in rejected += 1 })
    precondition(
      counts.read == counts.kept + counts.rejected && counts.kept == kept
        && counts.rejected == rejected, "the account of rows does not balance")
  } catch {
    // A refusal is an answer.
  }
  return 0
}
