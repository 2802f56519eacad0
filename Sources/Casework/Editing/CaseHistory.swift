public import Foundation

/// The edits of a case in the order in which they were made, kept beside the case.
///
/// The list is a file of one entry a line in the folder `.demarche` of the case, to which lines are
/// only ever added. An entry is on disk before the edit itself: a crash in between leaves an entry
/// whose text is not in the file, which cannot be taken back and does no harm. A last line that was
/// cut off is passed over.
public struct CaseHistory: Sendable {
  /// One edit, which may change several places.
  public struct Entry: Hashable, Sendable, Codable, Identifiable {
    /// The number, counted from one.
    public let id: Int
    /// When it was made.
    public let time: Date
    /// What was done, in words.
    public let what: String
    /// What was changed.
    public let changes: [TextChange]
    /// The number of the edit that this one took back.
    public let undoes: Int?
  }

  /// The folder beside the case's files in which the program keeps its own.
  static let folderName = ".demarche"

  private let path: String

  /// Finds the history of a case folder.
  public init(folder: String) { path = "\(folder)/\(Self.folderName)/history.jsonl" }

  /// The last edits, the latest first.
  ///
  /// - Parameter count: How many to read at most.
  /// - Complexity: O(*n*), where *n* is the length of the entries read.
  public func last(_ count: Int) -> [Entry] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    var length = 1 << 16
    while true {
      let start = max(0, size - length)
      var bytes = [UInt8](repeating: 0, count: size - start)
      let got = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, $0.count, off_t(start))
      }
      guard got == bytes.count else { return [] }
      var lines = bytes.split(separator: 0x0A)
      if start > 0, !lines.isEmpty { lines.removeFirst() }
      if lines.count > count || start == 0 {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        let entries = lines.reversed().lazy.compactMap {
          try? decoder.decode(Entry.self, from: Data($0))
        }
        return Array(entries.prefix(count))
      }
      length *= 4
    }
  }

  /// The edit with a number.
  public func entry(_ id: Int) -> Entry? {
    let newest = last(1).first?.id ?? 0
    guard id >= 1, id <= newest else { return nil }
    return last(newest - id + 1 + 8).first { $0.id == id }
  }

  /// The numbers of edits that were taken back, among some.
  public static func undone(in entries: [Entry]) -> Set<Int> {
    Set(entries.compactMap(\.undoes))
  }

  /// Adds an edit and flushes it to disk.
  ///
  /// - Throws: ``CaseworkFailure`` where that fails; then the edit must not be made.
  func add(what: String, changes: [TextChange], undoes: Int? = nil) throws(CaseworkFailure)
    -> Entry
  {
    let time = Date(timeIntervalSince1970: Date().timeIntervalSince1970.rounded(.down))
    let entry = Entry(
      id: (last(1).first?.id ?? 0) + 1, time: time, what: what, changes: changes, undoes: undoes)
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let line = try? encoder.encode(entry) else {
      throw .inputOutput("\(path): the edit cannot be written down; it was not made")
    }
    let descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .inputOutput("\(path): \(String(cString: strerror(errno))); the edit was not made")
    }
    defer { close(descriptor) }
    var last: UInt8 = 0x0A
    let size = lseek(descriptor, 0, SEEK_END)
    if size > 0 { _ = pread(descriptor, &last, 1, size - 1) }
    let bytes = (last == 0x0A ? [] : [0x0A]) + Array(line) + [0x0A]
    if let reason = AtomicFiles.writeAll(bytes, to: descriptor) {
      throw .inputOutput("\(path): \(reason); the edit was not made")
    }
    return entry
  }
}
