import Diplomacy
import EventData

/// Writes acts as rows in the columns of a case's record, marked as drafts.
public struct ActRows {
  private var number: Int

  /// Starts numbering.
  ///
  /// - Parameter after: The last number in use.
  public init(after: Int = 0) { number = after }

  /// The columns.
  static let columns = [
    "id", "date", "source", "source_organ", "target", "target_organ", "code", "summary", "issue",
    "channel", "channel_effect", "status", "conciliation", "publisher", "title", "url",
    "published", "draft", "document", "sentence", "rule", "inferred",
  ]

  /// The header, with its line break.
  public static var header: String { columns.joined(separator: ",") + "\n" }

  /// The row of an act, with its line break; it takes the next id.
  public mutating func row(of act: CodedAct, in document: NewsDocument) -> String {
    number += 1
    let digits = String(number)
    let id = "D" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    let fields = [
      id, act.date?.description ?? "", act.source.rawValue, act.sourceOrgan, act.target.rawValue,
      act.targetOrgan, act.code.rawValue, act.sentence, act.issue, act.channel?.rawValue ?? "",
      act.channelEffect?.rawValue ?? "", act.status.rawValue,
      act.conciliation.joined(separator: ";"), document.publisher, document.title, document.url,
      document.published?.description ?? "", "true", document.id, String(act.sentenceNumber),
      act.rule, act.inferred.joined(separator: "; "),
    ]
    return fields.map(CaseRecordWriter.quoted).joined(separator: ",") + "\n"
  }
}
