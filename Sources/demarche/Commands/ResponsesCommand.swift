import ArgumentParser
import Casework
import Diplomacy
import Forecasting
import Foundation
import Reporting

/// Says what usually follows an act.
struct ResponsesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "responses",
    abstract: "What the other side does after an act, beyond matched days of the same pair.",
    discussion: """
      Cases are acts of the code without one like it in the fourteen days before. What the other \
      side does within 7 and 30 days is set beside days of the same pair that were as busy. The \
      day of the act is left out: data sets code one act for both sides. Without --store the \
      table of base rates that ships with the program is shown.

      Example: demarche responses --store events.db --after 161 --toward RUS
      """)

  /// The forms of an answer.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Option(help: "A store made by the import command.")
  var store: String?

  @Option(help: "The CAMEO code of the act, or its beginning; several with commas.")
  var after: String?

  @Option(help: "Only acts of this state.")
  var by: String?

  @Option(help: "Only acts toward this state.")
  var toward: String?

  @Flag(help: "Every sort of act that the table of base rates asks after, from the store.")
  var table = false

  @Option(help: "With --table: what the store holds, in words, for the origin of the table.")
  var origin: String?

  @Flag(
    help: "Count states and their offices alone, not leaders that the data name as persons.")
  var withoutPersons = false

  @Flag(
    help:
      "Take in every pair; else states that are named fifty times and sides with ten acts alone.")
  var everyPair = false

  @Option(help: "How many cases to list.")
  var cases = 20

  @Option(help: "What to write.")
  var format: Format = .text

  func validate() throws {
    if store == nil,
      after != nil || by != nil || toward != nil || table || withoutPersons || everyPair
    {
      throw ValidationError(
        "--after, --by, --toward, --table, --without-persons and --every-pair need --store")
    }
    if store != nil, table == (after != nil) {
      throw ValidationError("with --store give --after CODE, or --table")
    }
    if table, by != nil || toward != nil {
      throw ValidationError("--table goes without --by and --toward")
    }
    guard cases >= 0 else { throw ValidationError("--cases must be 0 or more") }
  }

  func run() throws {
    guard let store else {
      try write(try ResponseTable.shippedForUse())
      return
    }
    if table {
      try write(
        try ResponsesRun.table(
          from: store, origin: origin ?? store, persons: !withoutPersons, everyPair: everyPair
        ) {
          done in
          StandardError.progress("studying", done, of: ResponseTable.questions.count)
        })
      return
    }
    let codes = (after ?? "").split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    for code in codes where !EventCode.all.contains(where: { $0.rawValue.hasPrefix(code) }) {
      throw CaseworkFailure.usage(
        "--after '\(code)': CAMEO has no code that begins so; 'demarche codes' lists them")
    }
    let label = codes.map { EventCode($0)?.label.lowercased() ?? "acts of \($0)" }
      .joined(separator: " or ")
    for actor in [by, toward].compactMap({ $0 }) where !CountryCodes.contains(ActorCode(actor)) {
      throw CaseworkFailure.usage("'\(actor)' is no state; write its ISO code, such as RUS")
    }
    let run = try ResponsesRun(
      after: .init(codes: codes, label: "'\(label)'"), of: by.map { ActorCode($0) },
      toward: toward.map { ActorCode($0) }, in: store, persons: !withoutPersons,
      everyPair: everyPair)
    switch format {
    case .json:
      try StandardOutput.write(
        try JSONText.text(Output(summary: run.summary, cases: run.study.cases)))
    case .text:
      try StandardOutput.write(
        ResponsesText.render(run.summary, cases: run.study.cases, limit: cases))
    }
  }

  private struct Output: Encodable {
    let summary: ResponseSummary
    let cases: [ResponseStudy.Case]
  }

  private func write(_ table: ResponseTable) throws {
    switch format {
    case .json: try StandardOutput.write(try JSONText.text(table))
    case .text: try StandardOutput.write(ResponsesText.render(table))
    }
  }
}

extension ResponseTable {
  /// The shipped table, its failure told as one of the program.
  static func shippedForUse() throws -> ResponseTable {
    do {
      return try shipped()
    } catch {
      throw CaseworkFailure.badInput("\(error)")
    }
  }
}
