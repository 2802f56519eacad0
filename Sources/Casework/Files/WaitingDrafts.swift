import EventData
import Foundation

/// The drafted rows of a case that wait for a person.
enum WaitingDrafts {
  /// How many rows `drafts.csv` of a folder holds; none where there is no such file.
  static func count(at folder: String) -> Int {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: folder + "/drafts.csv")) else {
      return 0
    }
    return max(0, CSVTable(Array(data)).rows.count { $0.fields != [""] } - 1)
  }
}
