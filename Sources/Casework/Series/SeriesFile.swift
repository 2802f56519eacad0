package import Diplomacy
import EventData
package import Foundation
package import Relations

/// A series of numbers in a text file: one value a line, or a column of a table.
package struct SeriesFile: Hashable, Sendable {
  /// The values in order, with nothing where one is missing.
  package let values: [Double?]
  /// The name of the column, where the file has a header.
  package let column: String?
  /// The first day of each value, where a column of days tells it in even steps.
  package let starts: [Day]?
  /// The step of these days.
  package let period: SeriesPeriod?
  /// What a person should know of how the file was taken.
  package let notices: [String]

  /// Reads a series.
  ///
  /// A first line without a number in the column is a header. An empty field, `NA`, `NaN` and `null`
  /// are missing values; in a file of one column so is an empty line before the last value. All rows
  /// decide which column holds the series, and a column of times puts the rows in order.
  ///
  /// - Parameters:
  ///   - path: The file, or `-` for standard input.
  ///   - wanted: The column by name, or by number from 1; where left out the file must have one
  ///     column of numbers, beside those of times.
  /// - Throws: ``CaseworkFailure`` with file and line.
  package init(path: String, column wanted: String?) throws(CaseworkFailure) {
    try self.init(try Self.bytes(of: path), path: path == "-" ? "standard input" : path, wanted)
  }

  /// The bytes of a file of text.
  ///
  /// - Throws: ``CaseworkFailure`` where there is no such file, or it is no text.
  package static func bytes(of path: String) throws(CaseworkFailure) -> Data {
    if path == "-" {
      let data = FileHandle.standardInput.readDataToEndOfFile()
      if let foreign = ForeignContent(data, unpacks: false) {
        throw CaseworkFailure(foreign.failure("standard input"))
      }
      return data
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CaseworkFailure.noInput("\(path): no such file")
    }
    if isFolder.boolValue {
      throw CaseworkFailure.noInput("\(path): a folder; name a file with a series")
    }
    guard let data = try Self.contents(of: path) else {
      throw CaseworkFailure.noInput("\(path): cannot be read; check its permissions")
    }
    if let foreign = ForeignContent(data, unpacks: false) {
      throw CaseworkFailure(foreign.failure(path))
    }
    return data
  }

  /// The bytes of a file or a pipe; a device is none.
  private static func contents(of path: String) throws(CaseworkFailure) -> Data? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return FileManager.default.contents(atPath: path)
    case S_IFIFO:
      return FileHandle(forReadingAtPath: path)?.readDataToEndOfFile()
    default: throw CaseworkFailure.noInput("\(path): a device, and no file; name a file")
    }
  }

  private init(_ data: Data, path: String, _ wanted: String?) throws(CaseworkFailure) {
    let table = try SeriesTable(data, path: path)
    let place = try table.column(wanted)
    var notices: [String] = []
    let values = try table.values(of: place)
    column = table.name(of: place)
    if table.width > 1 {
      notices.append("\(path): the series is the column \(table.shownName(of: place))")
    }
    var order = SeriesOrder(values: values)
    if let times = table.times(beside: place) {
      order.arrange(by: times, named: table.shownName(of: times.column), path: path)
    }
    self.values = order.values
    starts = order.starts
    period = order.period
    self.notices = notices + order.notices
  }
}
