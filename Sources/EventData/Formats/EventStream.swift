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
  /// The order of day and month, where the file writes both as numbers before the year.
  public let dates: DateOrder?
  private let scanner: RowScanner
  private let row = FieldRow()

  /// Opens a file and judges its format.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - stated: Its format, where the user states it.
  ///   - dates: The order of day and month, where the user states it.
  /// - Throws: ``InputError`` where the file cannot be read or no format fits.
  public init(
    _ file: InputFile, format stated: EventFormat? = nil, dates: DateOrder? = nil
  ) throws(InputError) {
    try self.init(
      try file.open(), name: file.name, format: stated, dates: dates, again: file.reopening)
  }

  /// Reads a stream of decompressed bytes.
  ///
  /// - Throws: ``InputError`` where it cannot be read or no format fits.
  public init(
    _ stream: any ByteStream, name: String, format stated: EventFormat? = nil,
    dates: DateOrder? = nil
  ) throws(InputError) {
    try self.init(stream, name: name, format: stated, dates: dates, again: nil)
  }

  /// - Parameter again: Opens the same bytes once more, where that can be done.
  init(
    _ stream: any ByteStream, name: String, format stated: EventFormat?, dates: DateOrder?,
    again: InputFile?
  ) throws(InputError) {
    self.name = name
    let head = try stream.readAhead(Self.headLength)
    guard let detection = FormatDetection.detect(head, stated: stated) else {
      throw Self.unknown(head, name)
    }
    try Self.check(detection, name)
    self.detection = detection
    if let dates {
      self.dates = dates
    } else {
      self.dates = try Self.order(detection, head, name, again)
    }
    row.dateOrder = self.dates
    scanner = RowScanner(PrefixedStream(head, then: stream), dialect: detection.dialect)
  }

  private static let headLength = 1 << 16

  private static func unknown(_ head: [UInt8], _ name: String) -> InputError {
    InputError(
      .malformed, file: name, line: head.isEmpty ? 0 : 1,
      what: head.isEmpty ? "is empty" : "is in none of the known formats",
      fix: head.isEmpty
        ? "check the path"
        : "state its format, one of "
          + EventFormat.allCases.map(\.rawValue).joined(separator: ", "),
      remedy: head.isEmpty ? nil : .format)
  }

  private static func check(_ detection: FormatDetection, _ name: String) throws(InputError) {
    func names(_ columns: [String]) -> String {
      (columns.count == 1 ? "the column " : "the columns ")
        + columns.map { "'\($0)'" }.joined(separator: ", ")
    }
    if !detection.missing.isEmpty {
      throw InputError(
        .malformed, file: name, line: 1,
        what: "looks like \(detection.format.label), but \(names(detection.missing)) "
          + (detection.missing.count == 1 ? "is missing" : "are missing"),
        fix: "add what is missing, or fetch the file again whole")
    }
    if !detection.repeated.isEmpty {
      throw InputError(
        .malformed, file: name, line: 1,
        what: "\(names(detection.repeated)) stands more than once in the header",
        fix: "keep one of them")
    }
  }

  private static func order(
    _ detection: FormatDetection, _ head: [UInt8], _ name: String, _ again: InputFile?
  ) throws(InputError) -> DateOrder? {
    var probe = DateOrderProbe(detection)
    let isWhole = head.count < headLength
    try probe.read(MemoryStream(head), isWhole: isWhole)
    if let order = probe.order { return order }
    guard probe.sample != nil else { return nil }
    if !isWhole, let again {
      try probe.read(try again.open(), isWhole: true)
      if let order = probe.order { return order }
    }
    guard let sample = probe.sample else { return nil }
    throw InputError(
      .malformed, file: name, line: sample.line,
      what: "'\(sample.text.prefix(40))' leaves open which number is the day, and no date of the "
        + (isWhole || again != nil ? "file" : "first \(headLength >> 10) KiB")
        + " settles it",
      fix: "state the order, month-first or day-first", remedy: .dateOrder)
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
    var isHeader = detection.header != nil
    while let scanned = try scanner.next() {
      if scanned.bytes.isEmpty, scanned.fault == nil { continue }
      if isHeader {
        isHeader = false
        continue
      }
      let record: Record?
      do throws(RowFault) {
        if let fault = scanned.fault { throw fault }
        try row.part(scanned.bytes, as: detection.dialect)
        record = try reader.record(from: row, line: scanned.line)
      } catch {
        if error.endsFile {
          throw InputError(
            .malformed, file: name, line: scanned.line, what: error.reason,
            fix: "write the file again with its codes as text")
        }
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
    case .gdelt1, .gdelt2: GDELTEventReader(format, header: header)
    case .icews: ICEWSReader(header: header)
    case .polecat: header.map(PolecatReader.init(header:))
    case .phoenix: PhoenixReader(header: header)
    case .acled: header.map(ACLEDReader.init(header:))
    case .ucdp: UCDPReader(header: header)
    case .petrarch: PetrarchReader()
    case .jsonLines: JSONLinesReader()
    case .relations: RelationReader(header: header)
    case .eventCSV: EventCSVReader(header: header)
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
      let isBare = detection.format != .gdeltMentions && detection.format != .dailySums
      throw InputError(
        .malformed, file: name, line: isBare ? 1 : 0,
        what: isBare
          ? "has no header, and \(detection.format.label) are read by the names of their columns"
          : "holds \(detection.format.label), which are no events",
        fix: isBare
          ? "write the names of the columns into the first line"
          : detection.format == .dailySums
            ? "add them up with demarche aggregate"
            : "import them into a store, beside the events they mention")
    }
    return try read(with: reader, keep: keep, reject: reject)
  }
}
