package import Diplomacy
package import EventData
package import Relations

/// The acts of one direction in files of any event format.
package enum DyadActs {
  /// Whether the file is a case's own record, which has a reader with more checks.
  ///
  /// - Throws: ``CaseworkFailure`` where the file cannot be read or no format fits.
  package static func isCaseRecord(_ path: String) throws(CaseworkFailure) -> Bool {
    do {
      let files = try InputFile.expand([path])
      guard files.count == 1, let file = files.first, file.path != "-" else { return false }
      return try RowStream(file).detection.format == .caseCSV
    } catch {
      throw CaseworkFailure(error)
    }
  }

  /// Reads the acts of a direction that count, of one file or of all in a folder.
  ///
  /// - Parameters:
  ///   - path: A file, a folder, a pattern, or a hyphen for standard input.
  ///   - dyad: Who acts toward whom.
  ///   - scale: The weight of an act whose row states none.
  ///   - skipInvalid: Whether rows that do not fit are passed over and counted.
  /// - Returns: The acts, and how many rows were read, kept and passed over.
  /// - Throws: ``CaseworkFailure`` with file and line, also where no act of the direction is there.
  package static func read(
    _ path: String, of dyad: Dyad, scale: IntensityScale, skipInvalid: Bool
  ) throws(CaseworkFailure) -> (acts: [ActSeries.DatedWeight], counts: ReadingCounts) {
    var acts: [ActSeries.DatedWeight] = []
    var counts = ReadingCounts()
    do {
      for file in try InputFile.expand([path]) {
        counts += try RowStream(file).events { event in
          if event.dyad == dyad, event.exclusion == nil {
            acts.append(.init(date: event.date, weight: Double(event.tenths(on: scale)) / 10))
          }
        } reject: { row in
          guard skipInvalid else {
            throw CaseworkFailure.badInput(
              "\(row.file):\(row.line): \(row.reason); fix the row, or pass over such rows",
              remedy: .skipping)
          }
        }
      }
    } catch let failure as CaseworkFailure {
      throw failure
    } catch let error as InputError {
      throw CaseworkFailure(error)
    } catch {
      throw .inputOutput("\(path): \(error)")
    }
    guard !acts.isEmpty else {
      throw CaseworkFailure.badInput(
        "\(path): none of \(counts.kept) events is an act of \(dyad); choose another direction",
        remedy: .dyad)
    }
    return (acts, counts)
  }
}
