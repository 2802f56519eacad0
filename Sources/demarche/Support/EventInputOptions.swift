import Casework
public import ArgumentParser
public import EventData
import Foundation

/// The options of every command that reads files of event data.
struct EventInputOptions: ParsableArguments {
  @Argument(
    help: "Files, folders or patterns; plain, gzip or zip; a hyphen for standard input.")
  var files: [String]

  @Flag(help: "Pass over rows that do not fit the format, and count them, instead of stopping.")
  var skipInvalid = false

  @Option(
    help: "The order of day and month where both are numbers and no date settles it."
  )
  var dates: DateOrder?

  @Option(help: ArgumentHelp("Write rejected rows, with file, line and reason.", valueName: "file"))
  var rejected: String?

  /// The files named.
  func expanded() throws -> [InputFile] {
    do {
      return try InputFile.expand(files)
    } catch {
      throw CaseworkFailure(error)
    }
  }
}

/// What event commands say on standard error.
enum EventNotes {
  /// The account of rows: read is always kept plus rejected.
  static func tell(_ counts: ReadingCounts) {
    StandardError.write(
      "\(counts.read) rows read: \(counts.kept) kept, \(counts.rejected) rejected")
  }

  /// Writes rejected rows to a file where one is named, else shows the first few.
  static func tell(_ rejected: [RejectedRow], file: String?) throws {
    if let file {
      try RejectedList.add(rejected, to: file)
      if !rejected.isEmpty { StandardError.write("rejected rows: \(file)") }
      return
    }
    for row in rejected.prefix(3) { StandardError.write("\(row.file):\(row.line): \(row.reason)") }
    if rejected.count > 3 {
      StandardError.write(
        "and \(rejected.count - 3) rejected rows more; name a file with --rejected to see all")
    }
  }
}

/// The list of rejected rows: a file of its own, to which later runs add.
enum RejectedList {
  private static let header = "file\tline\treason\n"

  /// Refuses a list that would be written over something else.
  ///
  /// - Parameters:
  ///   - path: The list, where the user names one.
  ///   - others: What the command reads or keeps.
  static func refuse(_ path: String?, over others: [String]) throws {
    guard let path else { return }
    for other in others where other != "-" && isSame(path, other) {
      throw CaseworkFailure.usage(
        "--rejected \(path): is also read or written here; name another file")
    }
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw CaseworkFailure.usage("--rejected \(path): is no file; name a file")
    }
    let start = FileHandle(forReadingAtPath: path)?.readData(ofLength: header.utf8.count)
    guard status.st_size == 0 || start == Data(header.utf8) else {
      throw CaseworkFailure.usage(
        "--rejected \(path): holds something else than rejected rows; name another file")
    }
  }

  private static func isSame(_ first: String, _ second: String) -> Bool {
    var one = stat()
    var two = stat()
    guard stat(first, &one) == 0, stat(second, &two) == 0 else {
      func whole(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
      return whole(first) == whole(second)
    }
    return one.st_dev == two.st_dev && one.st_ino == two.st_ino
  }

  /// Adds rows to a list; rows that stand in it already are not written again.
  static func add(_ rejected: [RejectedRow], to path: String) throws {
    func plain(_ text: String) -> String {
      String(text.map { $0 == "\t" || $0.isNewline ? " " : $0 })
    }
    var text =
      FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
    if text.isEmpty { text = header }
    var known = Set(text.split(separator: "\n").map(String.init))
    for row in rejected {
      let line = "\(plain(row.file))\t\(row.line)\t\(plain(row.reason))"
      if known.insert(line).inserted { text += line + "\n" }
    }
    let url = URL(fileURLWithPath: path)
    try AtomicFiles.write(
      [(url.lastPathComponent, text)], into: url.deletingLastPathComponent().path)
  }
}

extension DateOrder: ExpressibleByArgument {}
extension EventFormat: ExpressibleByArgument {}
extension AggregationQuery.Measure: ExpressibleByArgument {}
