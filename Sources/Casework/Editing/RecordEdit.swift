public import Diplomacy

/// An edit of one row of a record.
///
/// Where a row is changed or taken away the edit says what the row was when the person saw it, so that
/// a change by somebody else in between is noticed.
public enum RecordEdit: Hashable, Sendable {
  /// Columns of a row get other values; columns left out keep theirs.
  case change(id: String, seen: String, values: [String: String])
  /// A row is added.
  case add(values: [String: String])
  /// A row is taken away.
  case remove(id: String, seen: String)
}

/// What an edit would do, before it is saved.
public struct EditPreview: Sendable {
  /// The changes of the file.
  public let changes: [TextChange]
  /// Problems that the case does not have now and would have then.
  public let problems: [Problem]
  /// Columns that the file does not have yet and that would be added to every row.
  public let newColumns: [String]
  /// The rows in which another's change and this one were merged.
  public let merged: [String]

  /// Whether the edit may be saved: it brings no new error.
  public var isAllowed: Bool { !problems.contains { $0.severity == .error } }
  /// Whether nothing would change.
  public var isEmpty: Bool { changes.isEmpty }
}

/// Why an edit was not saved.
public enum EditFailure: Error, Sendable {
  /// Somebody else changed the same row in between.
  case conflict(EditConflict)
  /// The edit would bring errors into the case.
  case refused(EditPreview)
  /// What should be changed is not there any more.
  case gone(String)
  /// Reading or writing failed.
  case failure(CaseworkFailure)
}

/// Two edits of one row that cannot both be kept.
public struct EditConflict: Hashable, Sendable {
  /// The row.
  public let id: String
  /// The row as the person saw it.
  public let seen: [String: String]
  /// The row as it is now; nothing where it was taken away.
  public let now: [String: String]?
  /// The row now as the file has it, to be sent back with another try.
  public let text: String
  /// What the person wanted; nothing where the row was to be taken away.
  public let wanted: [String: String]?
  /// The columns that both changed.
  public let columns: [String]
}

extension EditFailure: CustomStringConvertible {
  /// The failure in words.
  public var description: String {
    switch self {
    case .conflict(let conflict):
      conflict.now == nil
        ? "the row '\(conflict.id)' was taken away by somebody else while you edited it"
        : conflict.columns.isEmpty
          ? "the row '\(conflict.id)' was changed by somebody else while you looked at it"
          : "the row '\(conflict.id)' was changed by somebody else while you edited it: "
            + conflict.columns.joined(separator: ", ")
    case .refused(let preview):
      preview.problems.filter { $0.severity == .error }.map(\.description).joined(separator: "\n")
    case .gone(let what): what
    case .failure(let failure): failure.message
    }
  }
}
