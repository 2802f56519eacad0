import Diplomacy
public import EventCoding
import EventData
import Reporting

/// A page on which a person goes through drafted acts: text left, acts right, the words marked.
///
/// The page is one file and fetches nothing. Keys: a accepts, r rejects, arrow keys move. What was
/// accepted is exported as rows of `events.csv`.
public enum ReviewPage {
  /// The page.
  public static func html(_ acts: [ReportedAct], title: String) -> String {
    var items = ""
    for (index, reported) in acts.enumerated() { items += item(reported, index) }
    return """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>\(escaped(title))</title>
      <style>
      body { font: 16px/1.5 serif; margin: 0 auto; max-width: 75em; padding: 1em; color: #222; }
      .act { display: grid; grid-template-columns: 1fr 1fr; gap: 2em; padding: .8em; border-top: 1px solid #bbb; }
      .act:focus { outline: 3px solid #06c; }
      .accepted { background: #eef7ee; } .rejected { background: #f3f3f3; color: #777; }
      mark.s { background: #cfe3ff; } mark.t { background: #ffe3c2; } mark.a { background: #fff3a3; }
      dl { margin: 0; display: grid; grid-template-columns: 7em 1fr; } dt { color: #555; } dd { margin: 0; }
      </style></head><body>
      <h1>\(escaped(title))</h1>
      <p>\(acts.count) drafted acts; none counts until it is accepted. Keys: a accept, r reject, u undecided,
      arrows move. <button id="export">Export the accepted as events.csv</button> <output id="count"></output></p>
      <p><mark class="s">who acted</mark> <mark class="a">what shows the act</mark> <mark class="t">toward whom</mark></p>
      \(items)
      <script>
      const header = \(JSONWriting.quoted(header));
      const acts = [...document.querySelectorAll('.act')];
      function mark(act, state) {
        act.classList.remove('accepted', 'rejected');
        if (state) act.classList.add(state);
        const n = document.querySelectorAll('.accepted').length;
        document.getElementById('count').value = n + ' accepted';
      }
      document.addEventListener('keydown', event => {
        const act = document.activeElement.closest('.act');
        const at = acts.indexOf(act);
        const go = to => { if (acts[to]) { acts[to].focus(); event.preventDefault(); } };
        if (event.key === 'ArrowDown') go(at + 1);
        else if (event.key === 'ArrowUp') go(at - 1);
        else if (!act) return;
        else if (event.key === 'a') { mark(act, 'accepted'); go(at + 1); }
        else if (event.key === 'r') { mark(act, 'rejected'); go(at + 1); }
        else if (event.key === 'u') mark(act, '');
      });
      document.getElementById('export').addEventListener('click', () => {
        const rows = [...document.querySelectorAll('.accepted')].map(act => act.dataset.row).join('');
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([header + rows], { type: 'text/csv' }));
        link.download = 'events.csv';
        link.click();
      });
      </script></body></html>

      """
  }

  private static let columns = [
    "id", "date", "source", "source_organ", "target", "target_organ", "code", "summary", "issue",
    "channel", "channel_effect", "status", "conciliation", "publisher", "title", "url", "published",
  ]

  private static var header: String { columns.joined(separator: ",") + "\n" }

  private static func row(_ reported: ReportedAct, id: String) -> String {
    let (act, document) = (reported.act, reported.document)
    let fields = [
      id, reported.date?.description ?? "", act.source.rawValue, act.sourceOrgan,
      act.target.rawValue, act.targetOrgan, act.code.rawValue, act.sentence, act.issue,
      act.channel?.rawValue ?? "", act.channelEffect?.rawValue ?? "", act.status.rawValue,
      act.conciliation.joined(separator: ";"), document.publisher, document.title, document.url,
      document.published?.description ?? "",
    ]
    return fields.map(CaseRecordWriter.quoted).joined(separator: ",") + "\n"
  }

  private static func item(_ reported: ReportedAct, _ index: Int) -> String {
    let act = reported.act
    let digits = String(index + 1)
    let id = "D" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    let inferred = act.inferred.isEmpty ? "nothing" : act.inferred.joined(separator: "; ")
    let plover = act.code.plover.map { ", PLOVER \($0.rawValue)" } ?? ""
    return """
      <section class="act" tabindex="0" id="\(id)" data-row="\(escaped(row(reported, id: id)))">
      <p>\(marked(act))<br><small>\(escaped(reported.document.publisher)) \
      \(escaped(reported.document.title)) \(reported.document.published?.description ?? "")\
      \(reported.further.isEmpty ? "" : ", and \(reported.further.count) further reports")</small></p>
      <dl><dt>\(id)</dt><dd><b>\(escaped(act.source.rawValue)) → \(escaped(act.target.rawValue))</b>, \
      \(reported.date?.description ?? "no date")</dd>
      <dt>code</dt><dd>\(act.code.rawValue) \(escaped(act.code.label))\(plover)</dd>
      <dt>because of</dt><dd>\(escaped(act.rule))</dd>
      <dt>status</dt><dd>\(act.status.rawValue)</dd>
      <dt>inferred</dt><dd>\(escaped(inferred))</dd></dl>
      </section>

      """
  }

  /// The sentence with its spans marked; where two overlap, the earlier one is.
  private static func marked(_ act: CodedAct) -> String {
    let bytes = Array(act.sentence.utf8)
    let spans = [(act.spans.source, "s"), (act.spans.action, "a"), (act.spans.target, "t")]
      .compactMap { span, name in span.map { (span: $0, name: name) } }
      .sorted { $0.span.start < $1.span.start }
    func text(_ from: Int, _ to: Int) -> String {
      escaped(String(decoding: bytes[from..<to], as: UTF8.self))
    }
    var out = ""
    var at = 0
    for (span, name) in spans where span.start >= at && span.end <= bytes.count {
      out += text(at, span.start)
      out += "<mark class=\"\(name)\">\(text(span.start, span.end))</mark>"
      at = span.end
    }
    return out + text(at, bytes.count)
  }

  /// The text for the page; line breaks are written out, so that they survive in an attribute.
  private static func escaped(_ text: String) -> String {
    Escaping.markup(text).replacing("\n", with: "&#10;")
  }
}
