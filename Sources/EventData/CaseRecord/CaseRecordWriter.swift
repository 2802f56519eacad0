package import Diplomacy

/// Writes events as the record of a case.
package enum CaseRecordWriter {
  /// The record of some events: UTF-8, LF, a header with every known column that any event uses.
  ///
  /// Reading the text again gives the same events, save for the numbers of their lines.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text.
  package static func text(of events: [Event]) -> String {
    let rows = events.map(cells)
    let known = RecordColumn.allCases.filter { column in
      RecordColumn.required.contains(column) || rows.contains { $0[column]?.isEmpty == false }
    }
    let extra = Set(events.flatMap { $0.extra.keys }).sorted()
    var text = (known.map(\.rawValue) + extra).map(quoted).joined(separator: ",") + "\n"
    for (event, row) in zip(events, rows) {
      let fields = known.map { row[$0] ?? "" } + extra.map { event.extra[$0] ?? "" }
      text += fields.map(quoted).joined(separator: ",") + "\n"
    }
    return text
  }

  /// A field as RFC 4180 writes it: in quotes where it holds a comma, a quote or a line break.
  package static func quoted(_ field: String) -> String {
    let needsQuotes = field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return field }
    return "\""
      + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  private static func cells(_ event: Event) -> [RecordColumn: String] {
    [
      .id: event.id,
      .date: event.date.description,
      .source: event.sources.map(\.rawValue).joined(separator: ";"),
      .target: event.targets.map(\.rawValue).joined(separator: ";"),
      .code: event.code.rawValue,
      .summary: event.summary,
      .sameAs: event.sameAs ?? "",
      .sourceOrgan: event.sourceOrgan,
      .targetOrgan: event.targetOrgan,
      .intensity: event.statedIntensity.map { "\($0)" } ?? "",
      .channel: event.channel?.rawValue ?? "",
      .channelEffect: event.channelEffect?.rawValue ?? "",
      .issue: event.issue,
      .status: event.status.rawValue,
      .intent: event.intent.rawValue,
      .conciliation: event.conciliation.joined(separator: ";"),
      .publisher: event.source.publisher,
      .title: event.source.title,
      .url: event.source.url,
      .published: event.source.published,
      .note: event.note,
      .answers: event.answers ?? "",
      .role: event.role == .act ? "" : event.role.rawValue,
      .demand: event.demands.joined(separator: ";"),
      .demandEffect: event.demandEffect?.rawValue ?? "",
      .concerns: event.concerns.map(\.rawValue).joined(separator: ";"),
      .headcount: event.number.map(String.init) ?? "",
      .credibility: event.provenance.credibility.map(String.init) ?? "",
      .archived: event.provenance.archived,
      .sha256: event.provenance.sha256,
      .excerpt: event.provenance.excerpt,
      .excerptLanguage: event.provenance.excerptLanguage,
      .draft: event.isDraft ? "true" : "",
    ]
  }
}
