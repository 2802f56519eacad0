/// Finds in which order a file writes day and month.
///
/// One number above 12 anywhere in the column settles the order for the whole of it. The first
/// bytes as a rule hold one; where they do not, the file is read once more.
struct DateOrderProbe {
  private let detection: FormatDetection
  private let columns: [Int]
  /// The first day whose order is open, with its line.
  private(set) var sample: (text: String, line: Int)?
  private(set) var order: DateOrder?

  init(_ detection: FormatDetection) {
    self.detection = detection
    columns = Self.columns(of: detection)
  }

  /// Reads rows until the order is settled.
  ///
  /// - Parameter isWhole: Whether the stream ends where the file does; else its last row is cut.
  mutating func read(_ stream: any ByteStream, isWhole: Bool) throws(InputError) {
    guard !columns.isEmpty else { return }
    let scanner = RowScanner(stream, dialect: detection.dialect)
    let row = FieldRow()
    var held: [(WrittenDay.Reading, String, Int)] = []
    while order == nil, let scanned = try scanner.next() {
      for (reading, text, line) in held { note(reading, text, line) }
      held.removeAll(keepingCapacity: true)
      guard scanned.fault == nil, (try? row.part(scanned.bytes, as: detection.dialect)) != nil
      else { continue }
      for column in columns where !row[column].isEmpty {
        if FieldParsing.calendarDay(row[column]) != nil { continue }
        held.append((WrittenDay.read(row[column]), row.raw(column), scanned.line))
      }
    }
    // The last row of a head may be cut in the middle of a day.
    if isWhole { for (reading, text, line) in held { note(reading, text, line) } }
  }

  private mutating func note(_ reading: WrittenDay.Reading, _ text: String, _ line: Int) {
    guard case .open(let first, let second, _) = reading, order == nil else { return }
    if sample == nil { sample = (text, line) }
    order = WrittenDay.order(first: first, second: second)
  }

  private static func columns(of detection: FormatDetection) -> [Int] {
    let names: [String]
    switch detection.format {
    case .gdelt1, .gdelt2: names = ["SQLDATE"]
    case .icews, .polecat: names = ["Event Date"]
    case .acled: names = ["event_date"]
    case .ucdp: names = ["date_start", "date_end"]
    case .relations, .dailySums: names = ["date"]
    case .phoenix:
      // Its columns of year, month and day need no order.
      if detection.header.map({ ColumnLayout($0).has("year", "month", "day") }) ?? true {
        return []
      }
      names = ["story_date"]
    case .petrarch: return [0]
    case .gdeltMentions, .jsonLines, .eventCSV, .caseCSV: return []
    }
    guard let header = detection.header ?? published(detection.format) else { return [0] }
    let layout = ColumnLayout(header)
    return names.map { layout($0) }.filter { $0 >= 0 }
  }

  private static func published(_ format: EventFormat) -> [String]? {
    switch format {
    case .icews: ICEWSReader.columns
    case .ucdp: UCDPReader.columns
    case .gdelt1, .gdelt2: ["id", "SQLDATE"]
    default: nil
    }
  }
}
