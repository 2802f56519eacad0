package import Diplomacy

/// What was read from the record of a case.
package struct RecordReading {
  /// The events in the order of the file, where they were asked for.
  package var events: [Event] = []
  /// How many rows the file has after its header.
  package var rows = 0
  /// The rows by id.
  package let index: RecordIndex
  /// The row of which each second report is one, by the numbers of rows.
  package var sameAs: [Int: Int] = [:]
  /// Words in use in the columns that other files may ask for, by column.
  package var words: [RecordColumn: Set<String>] = [:]
  /// The ids of rows that are drafts.
  package var drafts: Set<String> = []
  /// How many rows are conduct of the side in question within the window.
  package var acts = 0
  /// Whether the file has a header by which its rows can be read.
  package var hasHeader = false
}

/// Reads the record of a case row by row, and says of every row what is wrong with it.
///
/// Nothing is dropped in silence: a row that cannot be used has at least one problem.
package struct CaseRecordReader {
  let file: String
  let vocabulary: RecordVocabulary
  let keepsEvents: Bool
  var log: ProblemLog
  var fields: RecordFields
  var unnamedDemands = UnnamedDemands()

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - file: The name of the file for messages.
  ///   - vocabulary: What the case says that the record must agree with.
  ///   - keepsEvents: Whether events are made, or rows only looked at.
  ///   - log: Where problems go; `log` holds it after reading.
  package init(
    file: String, vocabulary: RecordVocabulary = RecordVocabulary(), keepsEvents: Bool = true,
    log: ProblemLog = ProblemLog()
  ) {
    self.file = file
    self.vocabulary = vocabulary
    self.keepsEvents = keepsEvents
    self.log = log
    fields = RecordFields(vocabulary: vocabulary)
  }

  /// The problems so far.
  package var problems: ProblemLog { log }

  /// Reads a record to its end.
  ///
  /// - Throws: `FileFailure` if the file cannot be read on.
  /// - Complexity: O(*n*), where *n* is the length of the file.
  package mutating func read(_ window: ByteWindow) throws(FileFailure) -> RecordReading {
    var reading = RecordReading(index: RecordIndex(window: window))
    var references = RowReferences()
    var scanner = CSVScanner()
    var row = CSVRow()
    var header: RecordHeader?
    var at = startAfterMark(window)
    guard at >= 0 else { return reading }
    while true {
      guard let next = scanner.next(window.held, from: at, isAtEnd: window.isAtEnd, into: &row)
      else {
        guard try window.refill(from: at) else {
          log.add(
            .error, file, scanner.line,
            "the row is longer than \(window.limit >> 20) MB and was not read, nor what follows",
            "look for a quote that is never closed")
          break
        }
        at = 0
        continue
      }
      if next == at { break }
      let bytes = window.held
      if !row.isBlank || header == nil {
        reportShape(of: row, in: bytes)
        if let header {
          reading.rows += 1
          take(row, header, bytes, window, &reading, &references)
        } else {
          header = RecordHeader(row, in: bytes, file: file, log: &log)
          guard header != nil else { return reading }
          reading.hasHeader = true
        }
      }
      at = next
    }
    finish(header, &reading, references)
    return reading
  }

  /// The offset after a byte order mark; -1 where the file is in another encoding or empty.
  private mutating func startAfterMark(_ window: ByteWindow) -> Int {
    let held = window.held
    if held.isEmpty {
      log.add(
        .error, file, 0, "the file is empty",
        "write a header with \(RecordColumn.required.map(\.rawValue).joined(separator: ",")) and rows"
      )
      return -1
    }
    if let encoding = InvalidUTF8.wideEncoding(of: held) {
      log.add(.error, file, 1, "the file is in \(encoding)", "save the file as UTF-8")
      return -1
    }
    return held.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Reports what RFC 4180 and UTF-8 do not allow in a row.
  private mutating func reportShape(of row: CSVRow, in bytes: UnsafeBufferPointer<UInt8>) {
    for (fault, line) in row.faults {
      switch fault {
      case .strayQuote:
        log.add(
          .flaw, file, line, "a quote stands within a field that is not in quotes",
          "put the field in quotes and double each quote inside it")
      case .textAfterQuote:
        log.add(
          .error, file, line, "text follows the closing quote of a field",
          "double each quote inside the field")
      case .unclosedQuote:
        log.add(
          .error, file, line, "a quote opens here and is not closed before the end of the file",
          "close it, or double it if it belongs to the text")
      }
    }
    guard !row.isASCII, let first = row.fields.first, let last = row.fields.last else { return }
    let span = UnsafeBufferPointer(rebasing: bytes[first.start..<last.end])
    guard let bad = InvalidUTF8.first(in: span) else { return }
    let line = row.line + InvalidUTF8.breaks(in: UnsafeBufferPointer(rebasing: span[..<bad]))
    let byte = String(span[bad], radix: 16, uppercase: true)
    log.add(
      .error, file, line, "the byte 0x\(byte) is not UTF-8 (Latin-1 or Windows-1252, perhaps)",
      "save the file as UTF-8")
  }

  /// Whatever is wrong with the record as a whole.
  private mutating func finish(
    _ header: RecordHeader?, _ reading: inout RecordReading, _ references: RowReferences
  ) {
    guard let header else {
      log.add(
        .error, file, 0, "the file has no header",
        "write \(RecordColumn.required.map(\.rawValue).joined(separator: ",")) on its first line")
      return
    }
    if reading.rows == 0 {
      log.add(
        vocabulary.isDraft ? .note : .error, file, 1, "the file has a header and no rows",
        "add a row for every act of the record")
    }
    if reading.rows > 0, header.place[.url] == nil {
      log.add(
        .note, file, 1, "there is no column url: no row says where it can be read",
        "add the column url")
    }
    reading.words = fields.words
    reportUnlisted()
    unnamedDemands.report(in: file, &log)
    join(references.sameAs, &reading)
    checkSecondReports(references.sameAs, reading)
    checkAnswers(references.answers, reading)
  }
}
