import Casework
import ArgumentParser
import EventStore
import Diplomacy
import EventData
import Reporting

/// Looks up events of a store, or the holes in it.
struct EventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Look up who did what to whom in a store; find holes in the data.",
    discussion: """
      Example: demarche events --store events.db --dyad AZE>RUS --from 2025-01-01 \
      --to 2025-08-08 --root 10..20 --format csv
      """)

  enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case csv, jsonl, table
  }

  @Option(help: "The store.")
  var store: String

  @Option(help: "Who acted toward whom, as in 'AZE>RUS'.")
  var dyad: String?

  @Option(help: "The first day, or month.")
  var from: String?

  @Option(help: "The last day, or month.")
  var to: String?

  @Option(help: "The CAMEO roots, as in 10..20 or 19.")
  var root: String?

  @Option(help: "Words of the summary; AND, OR, NOT and \"phrases\" are understood.")
  var search: String?

  @Flag(help: "Only acts of states and their organs toward each other.")
  var official = false

  @Flag(help: "Every report, and not only the first of each event.")
  var reports = false

  @Option(help: "The most events to show.")
  var limit: Int?

  @Flag(help: "Show missing days, missing quarter hours and jumps in volume instead of events.")
  var gaps = false

  @Option(help: "How to write the result.")
  var format = OutputFormat.table

  func validate() throws {
    if let limit, !(1...1_000_000_000).contains(limit) {
      throw ValidationError("--limit is \(limit); write a number from 1 to 1000000000")
    }
    guard gaps else { return }
    let given = [
      ("--dyad", dyad != nil), ("--from", from != nil), ("--to", to != nil),
      ("--root", root != nil), ("--search", search != nil), ("--official", official),
      ("--reports", reports), ("--limit", limit != nil),
    ].filter(\.1).map(\.0)
    if !given.isEmpty {
      throw ValidationError(
        "--gaps is about the whole store; leave \(given.joined(separator: ", ")) out")
    }
  }

  func run() throws {
    let query = try query()
    do {
      let database = try EventDatabase(reading: store)
      if gaps {
        try write(try database.gaps())
      } else {
        try write(database, query)
      }
    } catch let error as EventDatabaseError {
      throw CaseworkFailure(error)
    }
  }

  private func query() throws -> EventQuery {
    var query = EventQuery()
    if let dyad {
      guard let parsed = Dyad(dyad) else {
        throw CaseworkFailure.usage("--dyad: '\(dyad)' is not a dyad; write for instance 'AZE>RUS'")
      }
      for code in [parsed.source.rawValue, parsed.target.rawValue]
      where !code.contains(":") && code != code.uppercased() {
        throw CaseworkFailure.usage(
          "--dyad: '\(code)' is not a code; codes are written in capitals, as '\(code.uppercased())'"
        )
      }
      query.source = parsed.source.rawValue
      query.target = parsed.target.rawValue
    }
    query.from = try QueryDays.span("--from", from)?.first.ordinal
    query.until = try QueryDays.span("--to", to)?.last.ordinal
    if let first = query.from, let last = query.until, first > last {
      throw CaseworkFailure.usage("--from lies after --to; exchange them")
    }
    if let root {
      let ends = root.split(separator: ".", omittingEmptySubsequences: true).map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
        1 <= first, first <= last, last <= 20
      else {
        throw CaseworkFailure.usage("--root: '\(root)' is no range; write for instance 10..20")
      }
      query.roots = first...last
    }
    query.search = search
    query.officialOnly = official
    query.everyReport = reports
    query.limit = limit
    return query
  }

  private func write(_ database: EventDatabase, _ query: EventQuery) throws {
    var count = 0
    let header = ["date", "source", "target", "code", "weight", "reports", "what"]
    var rows: [[String]] = []
    var piece = format == .csv ? EventCSVWriter.header : ""
    try database.events(query) { found in
      count += 1
      switch format {
      case .csv: piece += EventCSVWriter.line(found.event)
      case .jsonl: piece += JSONLinesWriter.line(found.event)
      case .table:
        let event = found.event
        rows.append([
          event.date.description, event.source.actor?.rawValue ?? event.source.label,
          event.target.actor?.rawValue ?? event.target.label, event.code.rawValue,
          EventCSVWriter.weight(event), String(found.reports), event.wording,
        ])
      }
      if piece.utf8.count > 1 << 16 {
        try StandardOutput.write(data: piece)
        piece = ""
      }
    }
    if format == .table {
      if count > 0 { try StandardOutput.write(PlainTable(header: header, rows: rows).aligned) }
    } else {
      try StandardOutput.write(data: piece)
    }
    StandardError.write("\(count) events")
  }

  private func write(_ gaps: [DataGap]) throws {
    let table = PlainTable(
      header: ["kind", "family", "from", "until", "count", "ratio"],
      rows: gaps.map { gap in
        [
          gap.kind.rawValue, gap.family, gap.from, gap.until, String(gap.count),
          String((gap.ratio * 100).rounded() / 100),
        ]
      })
    switch format {
    case .csv: try StandardOutput.write(table.csv)
    case .table: try StandardOutput.write(table.aligned)
    case .jsonl:
      for gap in gaps {
        try StandardOutput.write(try JSONText.text(gap, onOneLine: true))
      }
    }
    StandardError.write("\(gaps.count) gaps")
  }
}
