public import Diplomacy
import EventData

/// Rows that came after a case was written, in the form of `events.csv`.
public enum LaterRows {
  /// Reads rows from a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - subject: The case whose actors, issues and channels the rows may name.
  /// - Throws: ``CaseworkFailure`` with every error, by file and line.
  public static func read(_ path: String, for subject: Case) throws(CaseworkFailure) -> [Event] {
    var vocabulary = RecordVocabulary()
    vocabulary.actors = Set(subject.actors.map(\.id.rawValue))
    vocabulary.pair = Pair(subject.focal, subject.counterpart)
    var reader = CaseRecordReader(file: path, vocabulary: vocabulary)
    let window: ByteWindow
    let reading: RecordReading
    do {
      window = try ByteWindow(path: path)
      reading = try reader.read(window)
    } catch {
      throw .noInput("\(path): cannot be read (\(error.reason)); name a file of rows")
    }
    let errors = reader.problems.problems.filter { $0.severity == .error }
    guard errors.isEmpty else { throw .badInput(errors) }
    return reading.events
  }
}
