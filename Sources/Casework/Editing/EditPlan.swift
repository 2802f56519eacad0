import Diplomacy
import Foundation

/// The edits of a record worked out against the file as it is now.
struct EditPlan {
  /// The record before.
  let record: RecordText
  /// The file after.
  private(set) var bytes: [UInt8]
  /// The changes in the order of the file.
  private(set) var changes: [TextChange] = []
  /// Columns added to every row.
  private(set) var newColumns: [String] = []
  /// Rows in which two people's changes were merged.
  private(set) var merged: [String] = []

  private static let file = "events.csv"

  /// Works out edits.
  ///
  /// - Throws: ``EditFailure`` where a row is gone or somebody else changed the same columns.
  init(_ edits: [RecordEdit], of original: RecordText) throws(EditFailure) {
    record = original
    bytes = original.bytes
    var values: [String: String] = [:]
    for edit in edits {
      switch edit {
      case .change(_, _, let new), .add(let new):
        values.merge(new.filter { !$0.value.isEmpty }) { first, _ in first }
      case .remove: break
      }
    }
    newColumns = original.missing(values.keys)
    let base = original.adding(columns: newColumns)
    var pieces: [(place: Range<Int>, text: String, line: Int, row: Int)] = []
    for edit in edits {
      switch edit {
      case .change(let id, let seen, let new):
        guard let number = base.number(of: id) else {
          throw .gone("the row '\(id)' is not in the record any more")
        }
        let row = base.rows[number]
        let wanted = try merge(id, seen, new, base: base, row: row, original: original)
        let text = base.text(of: row, with: wanted) + base.lineBreak(of: row)
        let old = String(decoding: base.bytes[row.place], as: UTF8.self)
        guard text != old else { continue }
        guard old.utf8.elementsEqual(base.bytes[row.place]) else {
          throw .failure(
            .badInput("events.csv:\(row.line): the row is not UTF-8; save the file as UTF-8"))
        }
        pieces.append((row.place, text, row.line, number))
      case .remove(let id, let seen):
        guard let number = original.number(of: id) else {
          throw .gone("the row '\(id)' is not in the record any more")
        }
        let row = base.rows[number]
        if original.text(of: original.rows[number]) != seen {
          throw .conflict(
            EditConflict(
              id: id, seen: original.values(ofText: seen),
              now: original.values(of: original.rows[number]),
              text: original.text(of: original.rows[number]), wanted: nil, columns: []))
        }
        pieces.append((row.place, "", row.line, number))
      case .add(let new):
        let number = base.place(forDate: new["date"] ?? "")
        pieces.append(base.insertion(of: base.text(of: new), before: number))
      }
    }
    pieces.sort {
      ($0.place.lowerBound, $0.place.upperBound) < ($1.place.lowerBound, $1.place.upperBound)
    }
    var whole: [UInt8] = []
    var at = 0
    for piece in pieces {
      whole += base.bytes[at..<piece.place.lowerBound]
      whole += piece.text.utf8
      at = piece.place.upperBound
      changes.append(
        TextChange(
          file: Self.file, line: piece.line,
          before: String(decoding: base.bytes[piece.place], as: UTF8.self), after: piece.text,
          above: base.textAbove(piece.row)))
    }
    bytes = whole + base.bytes[at...]
    if !newColumns.isEmpty, bytes != original.bytes {
      changes = [
        TextChange(
          file: Self.file, line: 1, before: String(decoding: original.bytes, as: UTF8.self),
          after: String(decoding: bytes, as: UTF8.self), above: "")
      ]
    }
  }

  /// The values to write where a person's edit meets the row as it is now.
  private mutating func merge(
    _ id: String, _ seen: String, _ new: [String: String], base: RecordText, row: RecordText.Row,
    original: RecordText
  ) throws(EditFailure) -> [String: String] {
    let before = original.values(ofText: seen)
    let now = original.number(of: id).map { original.rows[$0] }
    let current = now.map { original.values(of: $0) } ?? [:]
    let mine = new.filter { Self.lines($0.value) != Self.lines(before[$0.key] ?? "") }
    guard let now, original.text(of: now) != seen else { return mine }
    let theirs = Set(current.keys).union(before.keys).filter { current[$0] != before[$0] }
    let both = mine.filter { theirs.contains($0.key) && $0.value != current[$0.key] }
    guard both.isEmpty else {
      throw .conflict(
        EditConflict(
          id: id, seen: before, now: current, text: original.text(of: now), wanted: new,
          columns: original.columns.filter { both[$0] != nil }))
    }
    merged.append(id)
    return mine
  }

  /// A text with one kind of line break: a browser sends another than the file may have.
  private static func lines(_ text: String) -> String {
    text.replacing("\r\n", with: "\n")
  }
}

extension RecordText {
  /// The values of a row by column from its text.
  func values(ofText text: String) -> [String: String] {
    let whole = RecordText(Array(bytes[header]) + Array(text.utf8))
    return whole.rows.first.map { whole.values(of: $0) } ?? [:]
  }

  /// The line break at the end of a row, empty where the file ends without one.
  func lineBreak(of row: Row) -> String {
    String(
      decoding: bytes[Self.unbroken(row.place, in: bytes).upperBound..<row.place.upperBound],
      as: UTF8.self)
  }

  /// The whole text of the row above another, of the header above the first.
  func textAbove(_ number: Int) -> String {
    let place = number > 0 ? rows[number - 1].place : header
    return String(decoding: bytes[place], as: UTF8.self)
  }

  /// Where and how the text of a row is put in before another.
  func insertion(of text: String, before number: Int) -> (
    place: Range<Int>, text: String, line: Int, row: Int
  ) {
    let above = number > 0 ? rows[number - 1].place : header
    let isBroken = Self.unbroken(above, in: bytes) != above
    guard isBroken else {
      // The file ends without a line break: the last row is written again with one.
      let last = String(decoding: bytes[above], as: UTF8.self)
      let line = number > 0 ? rows[number - 1].line : 1
      return (above, last + lineBreak + text + lineBreak, line, max(0, number - 1))
    }
    let line = number < rows.count ? rows[number].line : bytes.count { $0 == 0x0A } + 1
    return (above.upperBound..<above.upperBound, text + lineBreak, line, number)
  }
}
