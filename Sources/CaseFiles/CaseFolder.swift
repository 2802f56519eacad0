/// Reads a case from its folder.
public enum CaseFolder {
  /// Reads a case whole.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - kinds: The kinds of explanation that are known.
  /// - Returns: The case, where no problem is an error, and every problem.
  /// - Complexity: O(*n*), where *n* is the length of the files.
  public static func read(
    at path: String, kinds: [ExplanationKind] = ExplanationKind.standard
  ) -> CaseReading {
    CaseFolderReader(path: path, kinds: kinds, keepsEvents: true).reading()
  }

  /// Checks a case row by row without keeping its record, however long it is.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - kinds: The kinds of explanation that are known.
  ///   - files: Files by name whose bytes are taken instead of those on disk, to check an edit.
  /// - Returns: Every problem, and no case.
  /// - Complexity: O(*n*) time, where *n* is the length of the files; some 40 bytes a row.
  public static func check(
    at path: String, kinds: [ExplanationKind] = ExplanationKind.standard,
    replacing files: [String: [UInt8]] = [:]
  ) -> CaseReading {
    CaseFolderReader(path: path, kinds: kinds, keepsEvents: false, files: files).reading()
  }
}
