import Diplomacy
package import Forecasting

/// A periodic brief as an Atom feed.
///
/// > Nottingham, M., Sayre, R. *The Atom Syndication Format*, RFC 4287, 2005.
package enum WatchFeed {
  /// The feed: one entry a pair on the first screen; one that says so where nothing is new.
  package static func atom(_ brief: WatchBrief) -> String {
    let updated = "\(brief.asOf)T00:00:00Z"
    var entries = brief.items.filter(\.isOnScreen).map { item -> String in
      let pair = "\(item.pair.first)-\(item.pair.second)"
      let lines = item.signals.map { sentenceStart(WatchWords.sentence($0)) + "." }
      return entry(
        id: "urn:demarche:watch:\(pair):\(brief.asOf)",
        title: "\(WatchWords.pair(item.pair)): \(WatchWords.reason(item))", updated: updated,
        summary: lines.joined(separator: " "))
    }
    if brief.isUnchanged || entries.isEmpty {
      entries = [
        entry(
          id: "urn:demarche:watch:nothing:\(brief.asOf)", title: "Nothing new", updated: updated,
          summary: brief.isUnchanged
            ? "The store holds no act that the brief before did not know."
            : "No pair is unusual by its own last two years.")
      ]
    }
    if let holes = WatchWords.holes(brief.holes) {
      entries.append(
        entry(
          id: "urn:demarche:watch:holes:\(brief.asOf)", title: "A hole in the data",
          updated: updated, summary: holes))
    }
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom">
      <title>Demarche watch</title>
      <id>urn:demarche:watch</id>
      <updated>\(updated)</updated>
      <author><name>Demarche</name></author>
      \(entries.joined())</feed>

      """
  }

  private static func entry(id: String, title: String, updated: String, summary: String) -> String {
    """
    <entry>
    <title>\(Escaping.markup(title))</title>
    <id>\(Escaping.markup(id))</id>
    <updated>\(updated)</updated>
    <summary>\(Escaping.markup(summary))</summary>
    </entry>

    """
  }
}
