import Diplomacy

/// How many rows were read, and what became of them: read is always kept plus rejected.
public struct ReadingCounts: Hashable, Sendable, Codable {
  /// Rows read, without header and blank lines.
  public var read = 0
  /// Rows that gave a record.
  public var kept = 0
  /// Rows rejected.
  public var rejected = 0

  /// Makes counts of zero.
  public init() {}

  /// Adds the counts of another file.
  public static func += (total: inout ReadingCounts, part: ReadingCounts) {
    total.read += part.read
    total.kept += part.kept
    total.rejected += part.rejected
  }
}

/// One record a row of a file, in the order of the file.
///
/// The file is streamed: memory does not grow with its size.
public struct RowStream {
  /// The file, as the user named it.
  public let name: String
  /// What the file was found to be.
  public let detection: FormatDetection
  private let scanner: RowScanner
  private let row = FieldRow()

  /// Opens a file and judges its format.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - stated: Its format, where the user states it.
  /// - Throws: ``InputError`` where the file cannot be read or no format fits.
  public init(_ file: InputFile, format stated: EventFormat? = nil) throws(InputError) {
    try self.init(try file.open(), name: file.name, format: stated)
  }

  /// Reads a stream of decompressed bytes.
  ///
  /// - Throws: ``InputError`` where it cannot be read or no format fits.
  public init(
    _ stream: any ByteStream, name: String, format stated: EventFormat? = nil
  ) throws(InputError) {
    self.name = name
    let head = try stream.readAhead(1 << 16)
    guard let detection = FormatDetection.detect(head, stated: stated) else {
      throw InputError(
        .malformed, file: name, line: head.isEmpty ? 0 : 1,
        what: head.isEmpty ? "is empty" : "is in none of the known formats",
        fix: "state the format, one of "
          + EventFormat.allCases.map(\.rawValue).joined(separator: ", "),
        remedy: .format)
    }
    self.detection = detection
    scanner = RowScanner(PrefixedStream(head, then: stream), dialect: detection.dialect)
  }

  /// Reads every row through a reader.
  ///
  /// - Parameters:
  ///   - reader: The reader of the format.
  ///   - keep: Takes each record.
  ///   - reject: Takes each rejected row; it may throw to stop.
  /// - Returns: How many rows were read, kept and rejected.
  public func read<Record>(
    with reader: some RecordReader<Record>, keep: (Record) throws -> Void,
    reject: (RejectedRow) throws -> Void
  ) throws -> ReadingCounts {
    var counts = ReadingCounts()
    while let scanned = try scanner.next() {
      if scanned.bytes.isEmpty, scanned.fault == nil { continue }
      let record: Record?
      do throws(RowFault) {
        if let fault = scanned.fault { throw fault }
        try row.part(scanned.bytes, as: detection.dialect)
        record = try reader.record(from: row, line: scanned.line)
      } catch {
        counts.read += 1
        counts.rejected += 1
        try reject(RejectedRow(file: name, line: scanned.line, reason: error.reason))
        continue
      }
      guard let record else { continue }
      counts.read += 1
      counts.kept += 1
      try keep(record)
    }
    return counts
  }
}

extension FormatDetection {
  /// The reader of coded events, or nothing where the format holds none.
  public func eventReader() -> (any RecordReader<CodedEvent>)? {
    switch format {
    case .gdelt1: GDELTEventReader.version1
    case .gdelt2: GDELTEventReader.version2
    case .icews: ICEWSReader(header: header)
    case .polecat: header.map(PolecatReader.init(header:))
    case .phoenix: PhoenixReader(header: header)
    case .acled: header.map(ACLEDReader.init(header:))
    case .ucdp: header.map(UCDPReader.init(header:))
    case .petrarch: PetrarchReader()
    case .jsonLines: JSONLinesReader()
    case .relations: RelationReader()
    case .eventCSV: EventCSVReader()
    case .caseCSV: header.map(CaseCSVReader.init(header:))
    case .gdeltMentions, .dailySums: nil
    }
  }
}

extension RowStream {
  /// Reads every coded event of the file.
  ///
  /// - Parameters:
  ///   - keep: Takes each event.
  ///   - reject: Takes each rejected row; it may throw to stop.
  /// - Returns: How many rows were read, kept and rejected.
  /// - Throws: ``InputError`` where the file holds no events or is damaged.
  public func events(
    keep: (CodedEvent) throws -> Void, reject: (RejectedRow) throws -> Void
  ) throws -> ReadingCounts {
    guard let reader = detection.eventReader() else {
      throw InputError(
        .malformed, file: name, what: "holds \(detection.format.label), which are no events",
        fix: detection.header == nil
          ? "check that the header is there" : "use the command made for it")
    }
    return try read(with: reader, keep: keep, reject: reject)
  }
}
