package import Diplomacy
import EventData

/// A record of a case read by itself, without the case around it.
package enum RecordInput {
  /// Reads the events of a record.
  ///
  /// - Throws: ``CaseworkFailure`` where the file cannot be read, or with every problem of it.
  package static func read(_ path: String) throws(CaseworkFailure) -> [Event] {
    var reader = CaseRecordReader(file: path)
    let reading: RecordReading
    do {
      reading = try reader.read(try ByteWindow(path: path))
    } catch {
      throw CaseworkFailure.noInput("\(path): \(error.reason)")
    }
    let errors = reader.problems.problems.filter { $0.severity == .error }
    guard errors.isEmpty else { throw CaseworkFailure.badInput(errors) }
    return reading.events
  }
}
