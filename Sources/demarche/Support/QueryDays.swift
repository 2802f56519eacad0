import Casework
import Diplomacy

/// Days given on the command line.
enum QueryDays {
  /// The days of an option, or nothing where it is not given.
  ///
  /// - Throws: `CaseworkFailure` that names the option where the text is no date.
  static func span(_ option: String, _ text: String?) throws -> DateSpan? {
    guard let text else { return nil }
    do {
      return try DateSpan(parsing: text)
    } catch {
      throw CaseworkFailure.usage("\(option): \(error)")
    }
  }
}
