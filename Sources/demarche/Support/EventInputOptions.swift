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
      var text = "file\tline\treason\n"
      for row in rejected { text += "\(row.file)\t\(row.line)\t\(row.reason)\n" }
      let url = URL(fileURLWithPath: file)
      try AtomicFiles.write(
        [(url.lastPathComponent, text)], into: url.deletingLastPathComponent().path)
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

extension EventFormat: ExpressibleByArgument {}
extension AggregationQuery.Measure: ExpressibleByArgument {}
