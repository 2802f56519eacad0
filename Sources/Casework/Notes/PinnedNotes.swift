import Diplomacy
import EventData
import Foundation

/// Notes that a person has pinned to acts and days of a case.
///
/// They stand in `pinned.csv` beside the record, go with the case when it is handed over, and count in
/// nothing.
public struct PinnedNotes: Sendable {
  /// One note.
  public struct Note: Hashable, Sendable, Codable, Identifiable {
    /// The id of the note, such as N3.
    public let id: String
    /// What it is pinned to: the id of a row, or a day.
    public let pin: String
    /// The note.
    public let text: String
    /// The day on which it was written, in UTC.
    public let written: String
  }

  /// The file.
  public static let fileName = "pinned.csv"
  /// The most notes of a case.
  public static let limit = 5000
  /// The most letters of a note.
  public static let textLimit = 2000

  private static let header = "id,pin,text,written\n"
  private let folder: String

  /// Finds the notes of a case folder.
  public init(folder: String) { self.folder = folder }

  /// The notes in the order in which they were written.
  public var all: [Note] {
    let text = file
    return text.rows.map { row in
      func value(_ column: String) -> String { CellText.original(text.value(column, of: row)) }
      return Note(
        id: value("id"), pin: value("pin"), text: value("text"), written: value("written"))
    }
  }

  private var file: RecordText {
    let path = "\(folder)/\(Self.fileName)"
    return RecordText(
      FileManager.default.contents(atPath: path).map { Array($0) } ?? Array(Self.header.utf8))
  }

  /// Pins a note.
  ///
  /// - Parameters:
  ///   - text: The note.
  ///   - pin: The id of a row of the record, or a day such as 2025-07-04.
  ///   - record: The record, in which the row must stand.
  /// - Throws: ``CaseworkFailure`` where there is no text, the pin is neither, or writing fails.
  @discardableResult
  public func add(_ text: String, to pin: String, of record: RecordText) throws -> Note {
    let plain = text.replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    guard !plain.isEmpty, plain.count <= Self.textLimit else {
      throw CaseworkFailure.usage("write a note of at most \(Self.textLimit) letters")
    }
    let pin = RecordText.trimmed(pin)
    guard record.number(of: pin) != nil || Day(pin) != nil else {
      throw CaseworkFailure.usage(
        "'\(pin)' is neither a row of the record nor a day such as 2025-07-04")
    }
    let lock = try CaseLock(folder: folder)
    defer { lock.release() }
    let file = file
    guard file.rows.count < Self.limit else {
      throw CaseworkFailure.usage("\(Self.limit) notes are pinned already; take one away first")
    }
    let numbers = file.rows.compactMap { Int(file.value("id", of: $0).dropFirst()) }
    let today = Day(ordinal: Int((Date().timeIntervalSince1970 / 86_400).rounded(.down)))
    let note = Note(
      id: "N\((numbers.max() ?? 0) + 1)", pin: pin, text: plain, written: today.description)
    let line = file.text(of: [
      "id": note.id, "pin": CellText.safe(note.pin), "text": CellText.safe(note.text),
      "written": note.written,
    ])
    var bytes = file.bytes
    if bytes.last != 0x0A { bytes.append(0x0A) }
    try write(bytes + Array(line.utf8) + [0x0A])
    return note
  }

  /// Takes a note away.
  ///
  /// - Throws: ``CaseworkFailure`` where there is none of that id, or writing fails.
  public func remove(_ id: String) throws {
    let lock = try CaseLock(folder: folder)
    defer { lock.release() }
    let file = file
    guard let number = file.number(of: id) else {
      throw CaseworkFailure.noInput("there is no note '\(id)'")
    }
    var bytes = file.bytes
    bytes.removeSubrange(file.rows[number].place)
    try write(bytes)
  }

  private func write(_ bytes: [UInt8]) throws(CaseworkFailure) {
    try AtomicFiles.write(
      [(Self.fileName, String(decoding: bytes, as: UTF8.self))], into: folder)
  }
}
