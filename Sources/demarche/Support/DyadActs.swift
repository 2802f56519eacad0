import Casework
import Diplomacy
import EventData

/// The acts of one direction in files of any event format.
enum DyadActs {
  /// Whether the file is a case's own record, which has a reader with more checks.
  ///
  /// - Throws: ``CaseworkFailure`` where the file cannot be read or no format fits.
  static func isCaseRecord(_ path: String) throws -> Bool {
    do {
      let files = try InputFile.expand([path])
      guard files.count == 1, let file = files.first, file.path != "-" else { return false }
      return try RowStream(file).detection.format == .caseCSV
    } catch {
      throw CaseworkFailure(error)
    }
  }

  /// Reads the acts of a direction, of one file or of all in a folder.
  ///
  /// - Parameters:
  ///   - path: A file, a folder, a pattern, or a hyphen for standard input.
  ///   - dyad: Who acts toward whom.
  ///   - scale: The weight of an act whose row states none.
  ///   - skipInvalid: Whether rows that do not fit are passed over and counted.
  /// - Throws: ``CaseworkFailure`` with file and line, also where no act of the direction is there.
  static func read(
    _ path: String, of dyad: Dyad, scale: IntensityScale, skipInvalid: Bool
  ) throws -> [RecordSeries.DatedWeight] {
    var acts: [RecordSeries.DatedWeight] = []
    var counts = ReadingCounts()
    do {
      for file in try InputFile.expand([path]) {
        counts += try RowStream(file).events { event in
          if event.dyad == dyad {
            acts.append(.init(date: event.date, weight: Double(event.tenths(on: scale)) / 10))
          }
        } reject: { row in
          guard skipInvalid else {
            throw CaseworkFailure.badInput(
              "\(row.file):\(row.line): \(row.reason); fix the row, or pass over such rows with --skip-invalid"
            )
          }
        }
      }
    } catch let error as InputError {
      throw CaseworkFailure(error)
    }
    if counts.rejected > 0 {
      StandardError.write("note: \(counts.rejected) of \(counts.read) rows do not fit the format")
    }
    guard !acts.isEmpty else {
      throw CaseworkFailure.badInput(
        "\(path): none of \(counts.kept) events is an act of \(dyad); choose another --dyad")
    }
    return acts
  }
}
