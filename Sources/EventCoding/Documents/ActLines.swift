import Diplomacy
import EventData

/// Writes acts as JSON Lines.
public enum ActLines {
  /// The line of an act, with its line break.
  public static func line(of act: CodedAct, in document: NewsDocument) -> String {
    var line = "{\"doc\":"
    line.reserveCapacity(act.sentence.utf8.count + 400)
    line += JSONWriting.quoted(document.id)
    field("date", act.date?.description, &line)
    field("source", act.source.rawValue, &line)
    if !act.sourceOrgan.isEmpty { field("source_organ", act.sourceOrgan, &line) }
    field("target", act.target.rawValue, &line)
    if !act.targetOrgan.isEmpty { field("target_organ", act.targetOrgan, &line) }
    field("code", act.code.rawValue, &line)
    field("plover", act.code.plover?.rawValue, &line)
    field("sentence", act.sentence, &line)
    line += ",\"sentence_number\":\(act.sentenceNumber)"
    line += ",\"spans\":{\"source\":\(pair(act.spans.source))"
    line += ",\"action\":\(pair(act.spans.action)),\"target\":\(pair(act.spans.target))}"
    field("rule", act.rule, &line)
    field("status", act.status.rawValue, &line)
    if let channel = act.channel { field("channel", channel.rawValue, &line) }
    if let effect = act.channelEffect { field("channel_effect", effect.rawValue, &line) }
    if !act.issue.isEmpty { field("issue", act.issue, &line) }
    if !act.conciliation.isEmpty {
      field("conciliation", act.conciliation.joined(separator: ";"), &line)
    }
    line += ",\"inferred\":[" + act.inferred.map(JSONWriting.quoted).joined(separator: ",") + "]"
    return line + "}\n"
  }

  private static func field(_ key: String, _ value: String?, _ line: inout String) {
    line += ",\"\(key)\":" + (value.map(JSONWriting.quoted) ?? "null")
  }

  private static func pair(_ span: TextSpan?) -> String {
    span.map { "[\($0.start),\($0.end)]" } ?? "null"
  }
}
