import CaseFiles
import Diplomacy
public import EventCoding
import EventData
import Foundation

/// The drafts of a case waiting for a person: taken in, accepted, rejected, edited, undone.
///
/// Drafts wait in `drafts.csv`, or in `events.csv` with the mark `draft`. They count in nothing until
/// they are accepted. The command line and the workbench call the same functions.
public struct DraftDesk {
  /// What was done.
  public struct Outcome: Hashable, Sendable {
    /// The ids of the drafts it was done to.
    public let drafts: [String]
    /// The ids in the record of those accepted.
    public let accepted: [String]
  }

  /// A draft as it waits.
  public struct Waiting: Hashable, Sendable {
    /// The id.
    public let id: String
    /// The columns that hold something.
    public let fields: [String: String]
  }

  private let folder: String
  private var drafts: DraftTable
  private var record: DraftTable
  private let draftsBefore: String
  private let recordBefore: String

  /// Opens the drafts of a case folder.
  ///
  /// - Throws: ``CaseworkFailure`` where there is no record.
  public init(at folder: String) throws(CaseworkFailure) {
    self.folder = folder
    guard let text = Self.text(folder + "/events.csv") else {
      throw .noInput("\(folder)/events.csv: no such file; name a case folder")
    }
    recordBefore = text
    record = DraftTable(text: text)
    draftsBefore = Self.text(folder + "/drafts.csv") ?? ""
    drafts =
      draftsBefore.isEmpty ? DraftTable(columns: Self.columns) : DraftTable(text: draftsBefore)
  }

  private static func text(_ path: String) -> String? {
    (try? Data(contentsOf: URL(fileURLWithPath: path))).map { String(decoding: $0, as: UTF8.self) }
  }

  static let columns = [
    "id", "date", "source", "source_organ", "target", "target_organ", "code", "summary", "issue",
    "channel", "channel_effect", "status", "conciliation", "same_as", "publisher", "title", "url",
    "published", "further_sources", "draft", "document", "sentence", "rule", "inferred",
  ]
  /// Columns of a draft that the record does not take.
  private static let ownColumns: Set<String> = [
    "draft", "document", "sentence", "rule", "inferred",
  ]

  /// The drafts that wait, in their order.
  public var waiting: [Waiting] {
    let own = drafts.rows.indices.map { fields(drafts, $0) }
    let marked = record.rows.indices.filter { isMarked($0) }.map { fields(record, $0) }
    return (own + marked).map { Waiting(id: $0["id"] ?? "", fields: $0) }
  }

  private func isMarked(_ row: Int) -> Bool { record.value("draft", row) == "true" }

  private func fields(_ table: DraftTable, _ row: Int) -> [String: String] {
    var fields: [String: String] = [:]
    for column in table.columns where !table.value(column, row).isEmpty {
      fields[column] = table.value(column, row)
    }
    return fields
  }

  /// Takes acts in as drafts; one that the record holds already becomes a second report of that row.
  ///
  /// - Returns: How many were new, and how many further reports.
  public mutating func take(_ acts: [ReportedAct]) throws -> (new: Int, again: Int) {
    var number = highest(prefix: "D")
    var counts = (new: 0, again: 0)
    for reported in acts {
      guard let date = reported.date, !isHeld(reported) else { continue }
      number += 1
      let same = sameAct(reported.act, date)
      if same == nil { counts.new += 1 } else { counts.again += 1 }
      drafts.append(values(reported, date, id: Self.id("D", number, width: 3), sameAs: same))
    }
    try save("read")
    return counts
  }

  /// Drafts an entry of `sources.yaml` for every publisher of the record and the drafts that has none.
  ///
  /// - Returns: Whether the file was written.
  @discardableResult
  public func draftSources() throws -> Bool {
    let publishers = [record, drafts].flatMap { table in
      table.rows.indices.map { table.value("publisher", $0) }
    }
    let text: String?
    if let held = Self.text(folder + "/sources.yaml") {
      guard let subject = CaseFolder.read(at: folder).case else { return false }
      text = DraftSources.extended(
        held, with: publishers, known: subject.sources + subject.drafts.sources)
    } else {
      text = DraftSources.text(publishers)
    }
    guard let text else { return false }
    try AtomicFiles.write([("sources.yaml", text)], into: folder)
    return true
  }

  private func values(
    _ reported: ReportedAct, _ date: DateSpan, id: String, sameAs: String?
  ) -> [String: String] {
    let (act, document) = (reported.act, reported.document)
    return [
      "id": id, "date": date.description, "source": act.source.rawValue,
      "source_organ": act.sourceOrgan, "target": act.target.rawValue,
      "target_organ": act.targetOrgan, "code": act.code.rawValue,
      "summary": DraftWriter.excerpt(act.sentence), "issue": act.issue,
      "channel": act.channel?.rawValue ?? "", "channel_effect": act.channelEffect?.rawValue ?? "",
      "status": act.status.rawValue, "conciliation": act.conciliation.joined(separator: ";"),
      "same_as": sameAs ?? "", "publisher": document.publisher, "title": document.title,
      "url": document.url, "published": document.published?.description ?? "",
      "further_sources": DraftRows.further(reported.further), "draft": "true",
      "document": document.id, "sentence": String(act.sentenceNumber), "rule": act.rule,
      "inferred": act.inferred.joined(separator: "; "),
    ]
  }

  /// Whether a draft of the same sentence and act waits already.
  private func isHeld(_ reported: ReportedAct) -> Bool {
    drafts.rows.indices.contains { row in
      drafts.value("summary", row) == DraftWriter.excerpt(reported.act.sentence)
        && drafts.value("code", row) == reported.act.code.rawValue
        && drafts.value("source", row) == reported.act.source.rawValue
        && drafts.value("target", row) == reported.act.target.rawValue
    }
  }

  /// The row of the record that holds the same parties and root a day away at most.
  private func sameAct(_ act: CodedAct, _ date: DateSpan) -> String? {
    for row in record.rows.indices {
      guard record.value("source", row) == act.source.rawValue,
        record.value("target", row) == act.target.rawValue,
        record.value("code", row).prefix(2) == act.code.rawValue.prefix(2),
        record.value("same_as", row).isEmpty, !isMarked(row),
        let held = try? DateSpan(parsing: record.value("date", row)),
        held.first - date.last <= 1, date.first - held.last <= 1
      else { continue }
      return record.value("id", row)
    }
    return nil
  }

  private func highest(prefix: String) -> Int {
    (drafts.rows.indices.map { drafts.value("id", $0) }
      + record.rows.indices.map { record.value("id", $0) })
      .compactMap { $0.hasPrefix(prefix) ? Int($0.dropFirst(prefix.count)) : nil }.max() ?? 0
  }

  private static func id(_ prefix: String, _ number: Int, width: Int) -> String {
    let digits = String(number)
    return prefix + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension DraftDesk {
  /// The ids that arguments name: each waiting, or every one whose column holds a text.
  ///
  /// - Parameters:
  ///   - ids: Ids as given.
  ///   - condition: For instance `rule=summon`, or nothing.
  /// - Throws: ``CaseworkFailure`` where an id does not wait or a condition is none.
  public func selection(
    _ ids: [String], allWith condition: String? = nil
  ) throws(CaseworkFailure) -> [String] {
    let waiting = waiting
    var chosen = ids
    for id in ids where !waiting.contains(where: { $0.id == id }) {
      throw .badInput("\(folder): no draft '\(id)' waits; \(waiting.count) wait")
    }
    if let condition {
      let parts = condition.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw .usage("'\(condition)' is no condition; write for instance rule=summon")
      }
      chosen += waiting.filter { ($0.fields[parts[0]] ?? "").contains(parts[1]) }.map(\.id)
    }
    guard !chosen.isEmpty else {
      throw .usage("no draft is named; write its id, or a condition such as rule=summon")
    }
    return chosen
  }

  /// Accepts drafts: they become rows of the record with ids of its own.
  public mutating func accept(_ ids: [String]) throws -> Outcome {
    var accepted: [String] = []
    for id in ids {
      if let row = drafts.row(id) {
        let new = nextRecordID()
        var values = fields(drafts, row)
        for column in Self.ownColumns { values[column] = nil }
        values["id"] = new
        record.append(values)
        accepted.append(new)
      } else if let row = record.row(id), isMarked(row) {
        record.set("draft", row, to: "")
        accepted.append(id)
      }
    }
    let gone = Set(ids)
    drafts.remove { table, row in gone.contains(table.value("id", row)) }
    try save("accept")
    return Outcome(drafts: ids, accepted: accepted)
  }

  /// Rejects drafts: they are taken out.
  public mutating func reject(_ ids: [String]) throws -> Outcome {
    let gone = Set(ids)
    drafts.remove { table, row in gone.contains(table.value("id", row)) }
    record.remove { table, row in
      table.value("draft", row) == "true" && gone.contains(table.value("id", row))
    }
    try save("reject")
    return Outcome(drafts: ids, accepted: [])
  }

  /// Changes columns of a draft.
  ///
  /// - Parameters:
  ///   - id: The draft.
  ///   - changes: Columns with their new values.
  public mutating func edit(_ id: String, _ changes: [(column: String, value: String)]) throws {
    for (column, value) in changes {
      if column == "code", EventCode(value) == nil {
        throw CaseworkFailure.usage("'\(value)' is no CAMEO code")
      }
      if column == "date", (try? DateSpan(parsing: value)) == nil {
        throw CaseworkFailure.usage(
          "'\(value)' is not a date; write 2025-06-27, 2025-06 or 2025-06-27/2025-06-30")
      }
      guard column != "id", column != "draft" else {
        throw CaseworkFailure.usage(
          "the column '\(column)' is not edited; accept or reject instead")
      }
      guard Self.columns.contains(column) || record.columns.contains(column) else {
        throw CaseworkFailure.usage(
          "there is no column '\(column)'; the columns are \(Self.columns.joined(separator: ", "))")
      }
      if let row = drafts.row(id) {
        drafts.set(column, row, to: value)
      } else if let row = record.row(id), isMarked(row) {
        record.set(column, row, to: value)
      }
    }
    try save("edit")
  }

  /// The next id of the record, in the way its last row is numbered.
  private func nextRecordID() -> String {
    let ids = record.rows.indices.filter { !isMarked($0) }.map { record.value("id", $0) }
    let last = ids.last ?? "R000"
    let prefix = String(last.prefix { !$0.isNumber })
    let width = last.count - prefix.count
    let numbers = ids.compactMap { id in
      id.hasPrefix(prefix) ? Int(id.dropFirst(prefix.count)) : nil
    }
    return Self.id(prefix.isEmpty ? "R" : prefix, (numbers.max() ?? 0) + 1, width: max(3, width))
  }

  private func save(_ what: String) throws {
    var files: [(name: String, text: String)] = []
    if drafts.text != draftsBefore { files.append(("drafts.csv", drafts.text)) }
    let isRecordChanged = record.text != DraftTable(text: recordBefore).text
    if isRecordChanged { files.append(("events.csv", record.text)) }
    guard !files.isEmpty else { return }
    try DraftHistory.keep(
      what, folder: folder, drafts: draftsBefore, record: recordBefore,
      after: (drafts.text, isRecordChanged ? record.text : recordBefore))
    try AtomicFiles.write(files, into: folder)
  }

  /// Takes the last change of drafts back.
  ///
  /// - Returns: What was taken back.
  /// - Throws: ``CaseworkFailure`` where there is nothing to take back, or the files were changed
  ///   by hand since.
  public static func undo(at folder: String) throws -> String {
    try DraftHistory.undo(folder: folder)
  }
}
