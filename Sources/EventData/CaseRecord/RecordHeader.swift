import Diplomacy

/// The columns of a record.
struct RecordHeader {
  /// Where each known column stands, counted from zero.
  private(set) var place: [RecordColumn: Int] = [:]
  /// The columns that the format does not know, with their places.
  private(set) var extra: [(name: String, place: Int)] = []
  /// How many columns there are.
  let count: Int
  /// Where each known column stands, by its number; -1 where it is missing.
  let places: [Int]

  /// Reads a header, or nothing where a required column is missing.
  init?(_ row: CSVRow, in bytes: UnsafeBufferPointer<UInt8>, file: String, log: inout ProblemLog) {
    count = row.fields.count
    if let separator = Self.separator(row, in: bytes) {
      log.add(
        .error, file, row.line, "the columns are separated by \(separator)",
        "save the file with commas between the columns")
      return nil
    }
    let names = row.fields.map { FieldReader.trimmed(CSVScanner.text($0, in: bytes)) }
    var place: [RecordColumn: Int] = [:]
    for (index, name) in names.enumerated() {
      guard let column = RecordColumn(rawValue: name) else {
        if !name.isEmpty, extra.contains(where: { $0.name == name }) {
          log.add(
            .error, file, row.line, "the column '\(name)' stands twice", "rename one of the two")
        }
        extra.append((name, index))
        continue
      }
      if place[column] != nil {
        log.add(
          .error, file, row.line, "the column '\(name)' stands twice", "keep one of the two")
      }
      place[column] = index
    }
    self.place = place
    places = RecordColumn.allCases.map { place[$0] ?? -1 }
    var isComplete = true
    for column in RecordColumn.required where place[column] == nil {
      isComplete = false
      let near = Nearest.word(to: column.rawValue, among: extra.map(\.name))
      log.add(
        .error, file, row.line, "the required column '\(column.rawValue)' is missing",
        near.map { "rename the column '\($0)'" } ?? "add it to the header and fill it in every row")
    }
    let absent = RecordColumn.allCases.filter { place[$0] == nil }.map(\.rawValue)
    for (name, _) in extra {
      guard let near = Nearest.word(to: name, among: absent),
        RecordColumn(rawValue: near).map(RecordColumn.required.contains) == false
      else { continue }
      log.add(
        .note, file, row.line, "the column '\(name)' is kept and takes no part",
        "if it is '\(near)', rename it")
    }
    if !isComplete { return nil }
  }

  /// What separates the columns of a header where that is no comma.
  private static func separator(_ row: CSVRow, in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let names = row.fields.map { CSVScanner.text($0, in: bytes) }
    guard !names.contains("id"), !names.contains("date") else { return nil }
    for (mark, name) in [(Character(";"), "semicolons"), ("\t", "tabs"), ("|", "bars")] {
      let parts = names.flatMap { $0.split(separator: mark) }
        .map { FieldReader.trimmed(String($0).replacing("\"", with: "")) }
      if RecordColumn.required.allSatisfy({ parts.contains($0.rawValue) }) { return name }
    }
    return nil
  }
}
