import Casework
import ArgumentParser
import EventData
import Foundation
import Reporting

/// Adds up raw event files by dyad, span of time, root or quad class, without a store.
struct AggregateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aggregate",
    abstract: "Add up raw event files by dyad and time, without a store.",
    discussion: """
      Sums of weights are exact, and the output is the same on any number of cores. A dyad of GDELT \
      is (Actor1CountryCode, Actor2CountryCode); rows that lack either are left out and counted on \
      standard error.

      Example: demarche aggregate gdelt/ --by dyad,month --sum goldstein --count \
      --where 'source=RUS & root>=10' --format csv
      """)

  enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case csv, jsonl, table
  }

  @OptionGroup var input: EventInputOptions

  @Option(
    help: """
      What to group by, joined by commas: dyad, source, target, day, week, month, year, root, quad.
      """)
  var by = "dyad,month"

  @Option(help: "What to add up: goldstein or mentions.")
  var sum: AggregationQuery.Measure?

  @Flag(help: "Count the rows of each group.")
  var count = false

  @Option(
    name: .customLong("where"),
    help: "Which rows, as in 'source=RUS & root>=10'; also target, code, quad, goldstein, date.")
  var condition: String?

  @Option(help: "How to write the result.")
  var format = OutputFormat.csv

  @Option(help: "The format of the files, where their content does not tell.")
  var inputFormat: EventFormat?

  @Option(help: "The number of cores to use; all unless stated.")
  var cores: Int?

  func run() throws {
    let result: AggregationResult
    do {
      if let cores, !(1...Aggregator.mostWorkers).contains(cores) {
        throw CaseworkFailure.usage(
          "--cores: \(cores) lies outside 1 to \(Aggregator.mostWorkers); leave it out to use all")
      }
      let files = try input.expanded()
      try RejectedList.refuse(input.rejected, over: files.map(\.path))
      let aggregator = Aggregator(
        try query(), workers: cores ?? ProcessInfo.processInfo.activeProcessorCount)
      result = try aggregator.run(
        files, format: inputFormat, dates: input.dates, skipInvalid: input.skipInvalid)
    } catch let error as InputError {
      throw CaseworkFailure(error)
    }
    try write(result)
    EventNotes.tell(result.counts)
    if condition != nil { StandardError.write("\(result.fitting) rows fit the condition") }
    StandardError.write("\(result.withoutActor) rows left out: they lack an actor grouped by")
    if result.withoutWeight > 0 {
      StandardError.write(
        "\(result.withoutWeight) rows state no weight and have that of their code")
    }
    try EventNotes.tell(result.rejected, file: input.rejected)
  }

  private func query() throws -> AggregationQuery {
    var keys: [AggregationQuery.Key] = []
    for part in by.split(separator: ",") {
      guard let key = AggregationQuery.Key(rawValue: part.trimmingCharacters(in: .whitespaces))
      else {
        throw CaseworkFailure.usage(
          "--by: '\(part)' is no key; use "
            + AggregationQuery.Key.allCases.map(\.rawValue).joined(separator: ", "))
      }
      keys.append(key)
    }
    // Asked for neither, the command gives both.
    return try AggregationQuery(
      by: keys, sum: sum ?? (count ? nil : .goldstein), counts: count || sum == nil,
      where: try condition.map { text in try RowCondition(text) })
  }

  private func write(_ result: AggregationResult) throws {
    switch format {
    case .csv:
      try result.writeCSV {
        try StandardOutput.write(data: String(decoding: $0, as: UTF8.self))
      }
    case .jsonl:
      try result.writeJSONLines {
        try StandardOutput.write(data: String(decoding: $0, as: UTF8.self))
      }
    case .table:
      var text = ""
      result.writeCSV { text += String(decoding: $0, as: UTF8.self) }
      try StandardOutput.write(PlainTable(plain: text).aligned)
    }
  }
}
