import Casework
import Diplomacy
import Foundation

/// The form in which a row of the record is written.
struct RowForm {
  let name: String
  let snapshot: CaseSnapshot
  /// The values shown, by column.
  let values: [String: String]
  /// The row as the person saw it; nothing for a new row.
  let seen: String?
  /// Where the form goes.
  let action: Address

  /// What a column holds, for the person who fills it in.
  private static let hints: [String: String] = [
    "date": "a day, a month or a span: 2025-06-27, 2025-06, 2025-06-27/2025-06-30",
    "source": "who acted; several joined by ';'",
    "target": "toward whom; several joined by ';'",
    "code": "CAMEO, two to four digits",
    "summary": "one neutral sentence",
    "same_as": "the row of which this one is a second report",
    "intensity": "a weight of your own from -10 to 10; empty for that of the code",
    "conciliation": "words joined by ';'",
    "published": "a day, a month or a year",
    "credibility": "of the report, from 1 (confirmed) to 6 (cannot be judged)",
  ]

  var markup: Markup {
    let columns = Self.columns(of: snapshot)
    let fields = columns.map(field)
    let hidden: Markup =
      seen.map { "<input type=\"hidden\" name=\"seen\" value=\"\(Self.packed($0))\">\n" } ?? ""
    return """
      <form method="post" action="\(action)" class="row-form" data-check="\(action)">
      \(hidden)\(fields)<p class="tools">
      <button name="do" value="preview">Show what would change</button>
      <button name="do" value="save" class="main">Save</button>
      </p>
      <div class="live" aria-live="polite"></div>
      </form>
      \(lists)
      """
  }

  /// The columns of the form: those of the file, and those of the format that it may get.
  static func columns(of snapshot: CaseSnapshot) -> [String] {
    let known = [
      "id", "date", "source", "source_organ", "target", "target_organ", "code", "summary", "issue",
      "channel", "channel_effect", "status", "intent", "conciliation", "same_as", "intensity",
      "publisher", "title", "url", "published", "note",
    ]
    let file = snapshot.record.text.columns
    return known + file.filter { !known.contains($0) && !$0.isEmpty }
  }

  private func field(_ column: String) -> Markup {
    let id = "cell-\(column)"
    let value = values[column] ?? ""
    let label = column.replacing("_", with: " ")
    let required: Markup =
      ["id", "date", "source", "target", "code", "summary"].contains(column) ? " required" : ""
    let isNew = !snapshot.record.text.columns.contains(column)
    let notes = [Self.hints[column], isNew ? "a column that the file does not have yet" : nil]
      .compactMap { $0 }.joined(separator: "; ")
    let hint: Markup =
      notes.isEmpty ? "" : " <span class=\"aside\" id=\"\(id)-hint\">\(notes)</span>"
    let described: Markup = notes.isEmpty ? "" : " aria-describedby=\"\(id)-hint\""
    let input: Markup
    if let words = words(of: column) {
      let options = (words.contains(value) ? words : [value] + words).map { word -> Markup in
        let mark: Markup = word == value ? " selected" : ""
        return "<option value=\"\(word)\"\(mark)>\(word.isEmpty ? "–" : word)</option>"
      }
      input = "<select id=\"\(id)\" name=\"cell.\(column)\"\(described)>\(options)</select>"
    } else if ["summary", "note"].contains(column) || value.contains("\n") {
      input = """
        <textarea id="\(id)" name="cell.\(column)" rows="3"\(required)\(described)>
        \(value)</textarea>
        """
    } else {
      let list: Markup =
        switch column {
        case "code": " list=\"codes\" data-meaning=\"codes\""
        case "source", "target": " list=\"actors\""
        default: ""
        }
      input = """
        <input id="\(id)" name="cell.\(column)" value="\(value)" autocomplete="off"\(list)\(required)\
        \(described)>
        """
    }
    let meaning: Markup =
      column == "code"
      ? "<p class=\"aside\" id=\"code-meaning\">\(EventCode(value)?.label ?? "")</p>" : ""
    return """
      <div class="field"><label for="\(id)">\(label)</label>\(hint)
      \(input)\(meaning)</div>

      """
  }

  /// The words from which a column chooses, an empty one first.
  private func words(of column: String) -> [String]? {
    switch column {
    case "status": [""] + EventStatus.allCases.map(\.rawValue)
    case "intent": [""] + EventIntent.allCases.map(\.rawValue)
    case "channel_effect": [""] + ChannelEffect.allCases.map(\.rawValue)
    case "channel":
      snapshot.subject.flatMap { subject in
        let levels = subject.channels.flatMap(\.levels).map(\.rawValue)
        let used = subject.events.compactMap { $0.channel?.rawValue }
        return [""] + Set(levels + used).sorted()
      }
    case "issue":
      snapshot.subject.flatMap { $0.issues.isEmpty ? nil : [""] + $0.issues.map(\.id) }
    default: nil
    }
  }

  private var lists: Markup {
    let codes = EventCode.all.map { code -> Markup in
      "<option value=\"\(code.rawValue)\">\(code.label)</option>"
    }
    let actors = (snapshot.subject?.actors ?? []).map { actor -> Markup in
      "<option value=\"\(actor.id.rawValue)\">\(actor.name)</option>"
    }
    let rows = EventCode.all.map { code -> Markup in
      """
      <tr><th scope="row"><code>\(code.rawValue)</code></th><td>\(code.label)</td>\
      <td>\(code.quadClass.label)</td></tr>

      """
    }
    return """
      <datalist id="codes">\(codes)</datalist>
      <datalist id="actors">\(actors)</datalist>
      <details class="codes"><summary>Every code with its meaning</summary>
      <div class="scroll" role="region" aria-label="Codes of CAMEO" tabindex="0">
      <table><thead><tr><th scope="col">code</th><th scope="col">meaning</th>\
      <th scope="col">class</th></tr></thead>
      <tbody>
      \(rows)</tbody></table></div></details>

      """
  }

  /// A text as a form can carry it unchanged.
  static func packed(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

  /// A text as a form has carried it.
  static func unpacked(_ text: String) -> String? {
    Data(base64Encoded: text).map { String(decoding: $0, as: UTF8.self) }
  }
}
