package import Diplomacy
import EventData

/// A record of a case read by itself, without the case around it.
package enum RecordInput {
  /// Reads the events of a record.
  ///
  /// - Throws: ``CaseworkFailure`` where the file cannot be read, or with every problem of it.
  package static func read(_ path: String) throws(CaseworkFailure) -> [Event] {
    // Actors that the case beside the record declares, and invented states without one, pass: the
    // question here is about acts, and the case is where a declaration is judged.
    var vocabulary = RecordVocabulary()
    vocabulary.acceptsUserAssigned = true
    var reader = CaseRecordReader(file: path, vocabulary: vocabulary)
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
